package dev.taut.glmnet;

/** A family of glmnet: which loss it is, and when a path of it makes too little progress to go on. */
public enum Family {
    /** Squared loss on a target divided by its standard deviation. */
    GAUSSIAN("squared") {
        @Override
        boolean stalls(double[] explained, int last, double least) {
            return explained[last] - explained[last - 1] < least * explained[last];
        }
    },
    BINOMIAL("logistic") {
        @Override
        boolean stalls(double[] explained, int last, double least) {
            return explained[last] - explained[last - 1] < least;
        }
    },
    /** Ungrouped. */
    MULTINOMIAL("multinomial") {
        @Override
        boolean stalls(double[] explained, int last, double least) {
            return explained[last] - explained[last - 1] < least;
        }
    },
    POISSON("poisson") {
        @Override
        boolean stalls(double[] explained, int last, double least) {
            int before = last - (Grid.FEWEST - 1);
            return explained[last] - explained[before] < 10 * least * explained[last];
        }
    };

    private final String loss;

    Family(String loss) {
        this.loss = loss;
    }

    /**
     * The family of a loss.
     *
     * @throws IllegalArgumentException if it is none of the four
     */
    public static Family of(String loss) {
        for (Family family : values()) {
            if (family.loss.equals(loss)) {
                return family;
            }
        }
        throw new IllegalArgumentException(
                "glmnet's conventions are known for squared, logistic, multinomial and poisson" + " loss, not for "
                        + loss);
    }

    /**
     * Whether a path ends for want of progress.
     *
     * @param explained share of the deviance explained, knot by knot
     * @param last      index of the newest knot, at least {@link Grid#FEWEST} − 1
     * @param least     glmnet's {@code fdev}
     */
    abstract boolean stalls(double[] explained, int last, double least);
}
