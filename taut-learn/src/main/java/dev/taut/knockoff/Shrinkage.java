package dev.taut.knockoff;

/**
 * Correlations drawn towards zero: (1 − share)·R + share·I, with the share that minimises the estimated mean squared error,
 * Σ Var(rᵢⱼ) / Σ rᵢⱼ² over i ≠ j (Schäfer and Strimmer 2005, section 2.3).
 *
 * @param share       in [0, 1]
 * @param correlation the shrunken matrix
 */
record Shrinkage(double share, double[][] correlation) {
    /** Never quite R, which may be singular. */
    private static final double LEAST = 1e-6;

    static Shrinkage of(Columns columns) {
        double[][] r = columns.correlation();
        double variances = 0;
        double squares = 0;
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < j; k++) {
                variances += variance(columns.values()[j], columns.values()[k], r[j][k]);
                squares += r[j][k] * r[j][k];
            }
        }
        double share = squares > 0 ? Math.max(LEAST, Math.min(1, variances / squares)) : 1;
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < r.length; k++) {
                r[j][k] *= j == k ? 1 : 1 - share;
            }
        }
        return new Shrinkage(share, r);
    }

    /** n/(n − 1)³ · Σ (aᵢbᵢ − r)². */
    private static double variance(double[] a, double[] b, double r) {
        double n = a.length;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] * b[i] - r;
            sum += difference * difference;
        }
        return sum * n / ((n - 1) * (n - 1) * (n - 1));
    }
}
