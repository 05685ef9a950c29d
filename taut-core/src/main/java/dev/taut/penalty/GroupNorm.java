package dev.taut.penalty;

/**
 * h(b) = l1·‖b‖₁ + lg·‖b‖₂: the group lasso at l1 = 0 (Yuan and Lin 2006), the sparse group lasso in between (Simon,
 * Friedman, Hastie and Tibshirani 2013).
 */
record GroupNorm(double l1, double lg) implements Gauge {
    private static final int HALVINGS = 200;

    @Override
    public double value(double[] b) {
        double sum = 0;
        for (double x : b) {
            sum += Math.abs(x);
        }
        return l1 * sum + lg * length(b);
    }

    /** Soft thresholds, then the group shrinks as a whole (Simon et al. 2013, eq. 12). */
    @Override
    public void step(double[] u, double t, double[] out) {
        for (int i = 0; i < u.length; i++) {
            double shrunk = Math.max(Math.abs(u[i]) - t * l1, 0);
            out[i] = Math.copySign(shrunk, u[i]);
        }
        double length = length(out);
        double share = length > t * lg ? 1 - t * lg / length : 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = share == 0 || out[i] == 0 ? 0 : out[i] * share;
        }
    }

    /** The root s of ‖S(u, s·l1)‖₂ = s·lg. */
    @Override
    public double polar(double[] u) {
        if (l1 == 0) {
            return lg == 0 ? unlessZero(u) : length(u) / lg;
        }
        double high = 0;
        for (double x : u) {
            high = Math.max(high, Math.abs(x) / l1);
        }
        if (lg == 0) {
            return high;
        }
        double low = 0;
        for (int k = 0; k < HALVINGS && high - low > 0x1p-52 * high; k++) {
            double middle = low + (high - low) / 2;
            if (excess(u, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double unlessZero(double[] u) {
        return length(u) == 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    private double excess(double[] u, double s) {
        double sum = 0;
        for (double x : u) {
            double left = Math.max(Math.abs(x) - s * l1, 0);
            sum += left * left;
        }
        return Math.sqrt(sum) - s * lg;
    }

    @Override
    public Piece piece(double[] b) {
        double length = length(b);
        double[] slope = new double[b.length];
        if (length == 0) {
            return Piece.ofSupport(b, slope, 0, 0);
        }
        for (int i = 0; i < b.length; i++) {
            slope[i] = b[i] == 0 ? 0 : Math.copySign(l1, b[i]) + lg * b[i] / length;
        }
        return Piece.ofSupport(b, slope, lg / length, lg / (length * length * length));
    }

    /** Until the first coefficient reaches its kink at zero, if there are kinks. */
    @Override
    public double reach(double[] b, double[] d) {
        double reach = 1;
        for (int i = 0; l1 > 0 && i < b.length; i++) {
            boolean shrinks = b[i] != 0 && (b[i] < 0) == (d[i] > 0);
            reach = shrinks ? Math.min(reach, Math.abs(b[i] / d[i])) : reach;
        }
        return reach;
    }

    private static double length(double[] b) {
        double largest = 0;
        for (double x : b) {
            largest = Math.max(largest, Math.abs(x));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (double x : b) {
            sum += x / largest * (x / largest);
        }
        return largest * Math.sqrt(sum);
    }
}
