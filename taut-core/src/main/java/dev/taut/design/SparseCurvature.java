package dev.taut.design;

import dev.taut.kernel.Vectors;

/**
 * X̃ᵀDX̃d while d changes coordinate by coordinate: what coordinate descent on a quadratic model asks of sparse columns, at
 * the cost of their entries. Neither X̃ᵀDX̃ nor X̃ is formed. An unpenalised column of ones may move along.
 *
 * <p>Kept is z = D∘Xd for the columns as they are stored; centres enter as one number, what they subtract from every row.
 */
public final class SparseCurvature {
    private final int[] from;
    private final int[] row;
    private final double[] value;
    private final double[] centers;
    private final double[] scales;
    private final double[] weights;
    private final double total;
    /** Σᵢ Dᵢxᵢⱼ of the columns as they are stored; all zero if no constant is ever added to rows. */
    private final double[] sums;

    private final double[] diagonal;
    private final double[] z;
    private double zSum;
    /** What is added to every row of X̃d besides the entries. */
    private double shift;

    private final boolean shifts;

    /**
     * @param weights   D ≥ 0, one entry per row
     * @param intercept whether the column of ones will move
     */
    public SparseCurvature(SparseColumns columns, double[] weights, boolean intercept) {
        this.from = columns.from();
        this.row = columns.row();
        this.value = columns.value();
        this.centers = columns.centers();
        this.scales = columns.scales();
        this.weights = weights;
        this.total = Vectors.sum(weights, 0, weights.length);
        this.z = new double[weights.length];
        int p = scales.length;
        this.sums = new double[p];
        this.diagonal = new double[p];
        boolean any = intercept;
        for (int j = 0; j < p; j++) {
            double squares = 0;
            double sum = 0;
            double weight = 0;
            double center = centers[j];
            any |= center != 0;
            for (int k = from[j]; k < from[j + 1]; k++) {
                double w = weights[row[k]];
                double d = value[k] - center;
                squares += w * d * d;
                sum += w * value[k];
                weight += w;
            }
            sums[j] = sum;
            diagonal[j] = (squares + Math.max(total - weight, 0) * center * center) / (scales[j] * scales[j]);
        }
        this.shifts = any;
    }

    /** The diagonal of X̃ᵀDX̃. */
    public double diagonal(int j) {
        return diagonal[j];
    }

    /** Entry j of X̃ᵀDX̃d. */
    public double product(int j) {
        double sum = 0;
        int end = from[j + 1];
        for (int k = from[j]; k < end; k++) {
            sum += value[k] * z[row[k]];
        }
        if (shifts) {
            sum += shift * sums[j] - centers[j] * productOfOnes();
        }
        return sum / scales[j];
    }

    /** dⱼ += a. */
    public void move(int j, double a) {
        double raw = a / scales[j];
        int end = from[j + 1];
        for (int k = from[j]; k < end; k++) {
            int i = row[k];
            z[i] += raw * value[k] * weights[i];
        }
        zSum += raw * sums[j];
        shift -= raw * centers[j];
    }

    /** The product of the column of ones with D and with itself. */
    public double diagonalOfOnes() {
        return total;
    }

    /** 1ᵀDX̃d. */
    public double productOfOnes() {
        return zSum + shift * total;
    }

    /** The coefficient of the column of ones += a. */
    public void moveOnes(double a) {
        shift += a;
    }
}
