package dev.taut.kernel;

/** A = Σ xxᵀ over vectors x of one length that come one after another; {@link Gram} takes them four at a time. */
public final class OuterProducts {
    private final double[][] lower;
    private final double[][] waiting = new double[Gram.AT_ONCE][];
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
        if (count == Gram.AT_ONCE) {
            Gram.addLower(waiting, count, 0, lower);
            count = 0;
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
