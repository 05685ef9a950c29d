package dev.taut.neural.train;

/** Some epochs that are alike. */
record Stage(Kind kind, Descent descent) {
    /** What epochs are for. */
    enum Kind {
        /** To minimise loss and penalties. */
        TRAIN,
        /** To find what is zero. */
        IDENTIFY,
        /** To fit what is not, without penalties. */
        REFIT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
