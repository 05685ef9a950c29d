package dev.taut.kernel;

/** A = Σ xxᵀ over vectors x of one length, four at a time so that A is read and written a quarter as often. */
public final class OuterProducts {
    private static final int AT_ONCE = 4;

    private final double[][] lower;
    private final double[][] waiting = new double[AT_ONCE][];
    private int count;

    public OuterProducts(int size) {
        lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
        }
    }

    /** A += xxᵀ; x must not be changed afterwards. */
    public void add(double[] x) {
        waiting[count++] = x;
        if (count == AT_ONCE) {
            addWaiting(waiting[0], waiting[1], waiting[2], waiting[3]);
            count = 0;
        }
    }

    private void addWaiting(double[] x0, double[] x1, double[] x2, double[] x3) {
        for (int i = 0; i < lower.length; i++) {
            double[] row = lower[i];
            double a0 = x0[i];
            double a1 = x1[i];
            double a2 = x2[i];
            double a3 = x3[i];
            for (int j = 0; j < row.length; j++) {
                row[j] += a0 * x0[j] + a1 * x1[j] + a2 * x2[j] + a3 * x3[j];
            }
        }
    }

    /** The lower triangle of A so far: row i has i + 1 entries. */
    public double[][] lower() {
        double[] zero = new double[lower.length];
        while (count > 0) {
            add(zero);
        }
        return lower;
    }
}
