package dev.taut.scale;

/** Which parts a penalty has: libraries have other estimators, and other units, for each. */
enum Mix {
    RIDGE,
    BOTH,
    LASSO;

    static Mix of(double l1Ratio) {
        return l1Ratio == 0 ? RIDGE : l1Ratio == 1 ? LASSO : BOTH;
    }

    /** The share of a penalty that has one part only. */
    double purely() {
        return this == LASSO ? 1 : 0;
    }
}
