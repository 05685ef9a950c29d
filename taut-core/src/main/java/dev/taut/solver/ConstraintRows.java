package dev.taut.solver;

/**
 * What becomes of lower ≤ Aβ ≤ upper in rows of η: a convex function of each. Vectors are passed with the position of the first
 * of these rows.
 */
sealed interface ConstraintRows {
    int count();

    double value(double[] eta, int from);

    /** Writes the derivatives. */
    void slopes(double[] eta, int from, double[] out);

    /** Writes the second derivatives. */
    void curvature(double[] eta, int from, double[] out);

    double curvatureBound();

    double conjugate(double[] r, int from);

    /** sup { r·t : lower ≤ t ≤ upper }. */
    private static double support(double r, double lower, double upper) {
        return r == 0 ? 0 : r * (r > 0 ? upper : lower);
    }

    /**
     * price · distance of ηₖ to [lowerₖ, upperₖ]: with a price above every multiplier, its minima are those of the
     * constrained problem (Bertsekas 1975).
     */
    record Priced(double[] lower, double[] upper, double price) implements ConstraintRows {
        @Override
        public int count() {
            return lower.length;
        }

        double distance(int k, double eta) {
            return Math.max(0, Math.max(eta - upper[k], lower[k] - eta));
        }

        @Override
        public double value(double[] eta, int from) {
            double sum = 0;
            for (int k = 0; k < lower.length; k++) {
                sum += price * distance(k, eta[from + k]);
            }
            return sum;
        }

        @Override
        public void slopes(double[] eta, int from, double[] out) {
            for (int k = 0; k < lower.length; k++) {
                double t = eta[from + k];
                out[from + k] = t > upper[k] ? price : t < lower[k] ? -price : 0;
            }
        }

        @Override
        public void curvature(double[] eta, int from, double[] out) {
            java.util.Arrays.fill(out, from, from + lower.length, 0);
        }

        @Override
        public double curvatureBound() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double conjugate(double[] r, int from) {
            double sum = 0;
            for (int k = 0; k < lower.length; k++) {
                double slope = r[from + k];
                sum += Math.abs(slope) > price ? Double.POSITIVE_INFINITY : support(slope, lower[k], upper[k]);
            }
            return sum;
        }
    }

    /**
     * sup over r of r·η − support(r) − width/2·(r − center)²: a stage of the method of multipliers (Hestenes 1969; Rockafellar
     * 1973), whose slopes are the next centers.
     */
    record Multiplied(double[] lower, double[] upper, double[] center, double width) implements ConstraintRows {
        @Override
        public int count() {
            return lower.length;
        }

        private double slope(int k, double eta) {
            double above = center[k] + (eta - upper[k]) / width;
            double below = center[k] + (eta - lower[k]) / width;
            return above > 0 ? above : below < 0 ? below : 0;
        }

        @Override
        public double value(double[] eta, int from) {
            double sum = 0;
            for (int k = 0; k < lower.length; k++) {
                double r = slope(k, eta[from + k]);
                double apart = r - center[k];
                sum += r * eta[from + k] - support(r, lower[k], upper[k]) - width / 2 * apart * apart;
            }
            return sum;
        }

        @Override
        public void slopes(double[] eta, int from, double[] out) {
            for (int k = 0; k < lower.length; k++) {
                out[from + k] = slope(k, eta[from + k]);
            }
        }

        @Override
        public void curvature(double[] eta, int from, double[] out) {
            for (int k = 0; k < lower.length; k++) {
                out[from + k] = slope(k, eta[from + k]) == 0 ? 0 : 1 / width;
            }
        }

        @Override
        public double curvatureBound() {
            return 1 / width;
        }

        @Override
        public double conjugate(double[] r, int from) {
            double sum = 0;
            for (int k = 0; k < lower.length; k++) {
                double apart = r[from + k] - center[k];
                sum += support(r[from + k], lower[k], upper[k]) + width / 2 * apart * apart;
            }
            return sum;
        }
    }
}
