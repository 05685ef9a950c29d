package dev.taut.path;

import dev.taut.kernel.Cholesky;
import dev.taut.kernel.Gram;
import java.util.Arrays;

/**
 * Weight, means and centred products of rows of numbers: all that a squared loss needs to know of them. Sums of parts that
 * were taken elsewhere merge in any order (Chan, Golub and LeVeque 1983), so that data may be spread over machines.
 *
 * <p>Not thread-safe: each part has its own.
 */
public final class MomentSums {
    private static final int WAITING = 64;

    private final int size;
    private long count;
    private double weight;
    private final double[] means;
    /** Σ w(z − m)(z − m)ᵀ, the lower triangle. */
    private final double[][] products;

    /** The first row, about which rows are summed until they are merged. */
    private double[] origin = new double[0];

    private final double[][] waiting;
    private final double[] sums;
    private final double[][] raw;
    private double rawWeight;
    private int held;

    /** @param size numbers in a row */
    public MomentSums(int size) {
        this.size = size;
        this.means = new double[size];
        this.products = triangle(size);
        this.waiting = new double[WAITING][size];
        this.sums = new double[size];
        this.raw = triangle(size);
    }

    private static double[][] triangle(int size) {
        double[][] lower = new double[size][];
        Arrays.setAll(lower, i -> new double[i + 1]);
        return lower;
    }

    /** Numbers in a row. */
    public int size() {
        return size;
    }

    /** Rows of positive weight. */
    public long count() {
        return count;
    }

    /** Σw. */
    public double weight() {
        settle();
        return weight;
    }

    /** Adds a row; one of weight 0 changes nothing. */
    public void add(double[] row, double w) {
        if (!(w > 0)) {
            return;
        }
        if (origin.length == 0) {
            origin = row.clone();
        }
        double root = Math.sqrt(w);
        double[] kept = waiting[held++];
        for (int j = 0; j < size; j++) {
            double d = row[j] - origin[j];
            sums[j] += w * d;
            kept[j] = root * d;
        }
        rawWeight += w;
        count++;
        if (held == WAITING) {
            sweep();
        }
    }

    private void sweep() {
        while (held % Gram.AT_ONCE != 0) {
            Arrays.fill(waiting[held++], 0);
        }
        Gram.addLower(waiting, held, 0, raw);
        held = 0;
    }

    /** Rows about their origin become moments about their mean. */
    private void settle() {
        if (rawWeight == 0) {
            return;
        }
        sweep();
        double[] mean = new double[size];
        for (int i = 0; i < size; i++) {
            mean[i] = origin[i] + sums[i] / rawWeight;
            for (int j = 0; j <= i; j++) {
                raw[i][j] -= sums[i] * (sums[j] / rawWeight);
            }
        }
        merge(rawWeight, mean, raw);
        for (double[] row : raw) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(sums, 0);
        rawWeight = 0;
        origin = new double[0];
    }

    /** Adds the rows of another part. */
    public void merge(MomentSums other) {
        settle();
        other.settle();
        merge(other.weight, other.means, other.products);
        count += other.count;
    }

    private void merge(double w, double[] mean, double[][] about) {
        if (w == 0) {
            return;
        }
        double total = weight + w;
        double[] apart = new double[size];
        for (int j = 0; j < size; j++) {
            apart[j] = mean[j] - means[j];
        }
        double both = weight * (w / total);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] += about[i][j] + both * apart[i] * apart[j];
            }
        }
        for (int j = 0; j < size; j++) {
            means[j] += apart[j] * (w / total);
        }
        weight = total;
    }

    /** The numbers of which the sums consist, to be sent elsewhere. */
    public double[] toArray() {
        settle();
        double[] numbers = new double[2 + size + size * (size + 1) / 2];
        numbers[0] = count;
        numbers[1] = weight;
        System.arraycopy(means, 0, numbers, 2, size);
        int at = 2 + size;
        for (double[] row : products) {
            System.arraycopy(row, 0, numbers, at, row.length);
            at += row.length;
        }
        return numbers;
    }

    /** What {@link #toArray} wrote. */
    public static MomentSums of(int size, double[] numbers) {
        MomentSums sums = new MomentSums(size);
        sums.count = (long) numbers[0];
        sums.weight = numbers[1];
        System.arraycopy(numbers, 2, sums.means, 0, size);
        int at = 2 + size;
        for (double[] row : sums.products) {
            System.arraycopy(numbers, at, row, 0, row.length);
            at += row.length;
        }
        return sums;
    }

    /**
     * size + 1 rows of equal weight, {@code weight()} together, with the same means and products: with a factor RᵀR of the
     * centred products and a reflection Q that spreads the first unit vector evenly, they are the rows of
     * mean + √(size + 1)/√weight · Q[0; R].
     */
    public double[][] rows() {
        settle();
        int m = size + 1;
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = products[i].clone();
        }
        Cholesky.factor(lower, size);
        // Row k + 1 of [0; R] is column k of the factor; Q = I − 2vvᵀ/vᵀv with v = e₁ − u, u even of length 1.
        double even = 1 / Math.sqrt(m);
        double square = 2 - 2 * even;
        double stretch = weight > 0 ? Math.sqrt(m / weight) : 0;
        double[][] rows = new double[m][size];
        for (int j = 0; j < size; j++) {
            double along = 0;
            for (int k = 0; k <= j; k++) {
                along -= even * lower[j][k];
            }
            double turn = 2 * along / square;
            for (int k = 0; k < m; k++) {
                double before = k > 0 && k - 1 <= j ? lower[j][k - 1] : 0;
                double v = k == 0 ? 1 - even : -even;
                rows[k][j] = means[j] + stretch * (before - turn * v);
            }
        }
        return rows;
    }
}
