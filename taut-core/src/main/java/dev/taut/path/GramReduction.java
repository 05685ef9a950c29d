package dev.taut.path;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.kernel.Cholesky;
import dev.taut.kernel.Gram;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.Optional;

/**
 * Squared loss with many more rows than columns: n rows become p + 1.
 *
 * <p>With the Cholesky factor RᵀR of the Gram matrix of [X̃ y] in the metric of the weights,
 * ½Σwᵢ(yᵢ − ηᵢ)² = ½‖r_y − R_X β‖² for every β: same solutions, same objective, same gaps, and the path never reads X
 * again. Columns are centred by the view and y here, so the intercept is the mean of y and drops out.
 */
record GramReduction(Design design, Datafit datafit, double mean) implements Reduction {
    private static final int BLOCK = 16;
    private static final int MOST_COLUMNS = 4000;

    /** Rows per column from which one pass for the Gram matrix is cheaper than the passes of a path. */
    private static final int FEWEST_ROWS_PER_COLUMN = 2;

    static Optional<Reduction> of(PathProblem problem, Design view) {
        int n = view.rows();
        int p = view.columns();
        boolean pays =
                problem.datafit().isQuadratic() && p > 0 && p <= MOST_COLUMNS && n > FEWEST_ROWS_PER_COLUMN * (p + 1);
        return pays ? Optional.of(reduce(problem, view)) : Optional.empty();
    }

    private static Reduction reduce(PathProblem problem, Design view) {
        double[] weights = problem.datafit().weights();
        double[] y = response(problem, weights);
        double mean = problem.intercept() ? Vectors.dot(weights, y) : 0;
        double[] root = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            root[i] = Math.sqrt(weights[i]);
            y[i] = root[i] * (y[i] - mean);
        }
        double[][] gram = gram(view, root, y);
        int size = gram.length;
        Cholesky.factor(gram, size);
        double[][] columns = new double[size][size];
        double unit = Math.sqrt(size);
        for (int j = 0; j < size; j++) {
            for (int i = 0; i <= j; i++) {
                columns[j][i] = unit * gram[j][i];
            }
        }
        Design reduced = DenseDesign.ofColumns(size, Arrays.copyOf(columns, size - 1));
        return new GramReduction(reduced, Losses.squared().on(Target.of(columns[size - 1])), mean);
    }

    /** y − offset, read off ∇F(offset) = w(offset − y); rows of weight 0 count nothing, whatever they hold. */
    private static double[] response(PathProblem problem, double[] weights) {
        int n = weights.length;
        double[] offset = problem.offset().length > 0 ? problem.offset() : new double[n];
        double[] y = new double[n];
        problem.datafit().gradient(offset, y);
        for (int i = 0; i < n; i++) {
            y[i] = weights[i] > 0 ? -y[i] / weights[i] : 0;
        }
        return y;
    }

    /** Lower triangle of [X̃ y]ᵀ[X̃ y] with rows scaled by the roots of the weights, block by block. */
    private static double[][] gram(Design view, double[] root, double[] y) {
        int n = y.length;
        int size = view.columns() + 1;
        double[][] gram = new double[size][];
        for (int i = 0; i < size; i++) {
            gram[i] = new double[i + 1];
        }
        double[][] products = new double[BLOCK][BLOCK];
        double[] a = new double[BLOCK * n];
        double[] b = new double[BLOCK * n];
        for (int i = 0; i < size; i += BLOCK) {
            int aCount = pack(view, i, root, y, a);
            for (int j = 0; j <= i; j += BLOCK) {
                int bCount = j == i ? aCount : pack(view, j, root, y, b);
                for (double[] row : products) {
                    Arrays.fill(row, 0);
                }
                Gram.multiply(a, aCount, j == i ? a : b, bCount, n, products);
                for (int k = 0; k < aCount; k++) {
                    System.arraycopy(products[k], 0, gram[i + k], j, Math.min(bCount, i + k - j + 1));
                }
            }
        }
        return gram;
    }

    /** Writes the columns from {@code first} on, scaled by the roots of the weights; answers how many. */
    private static int pack(Design view, int first, double[] root, double[] y, double[] out) {
        int n = y.length;
        int count = Math.min(BLOCK, view.columns() + 1 - first);
        Arrays.fill(out, 0, count * n, 0);
        for (int k = 0; k < count; k++) {
            if (first + k == view.columns()) {
                System.arraycopy(y, 0, out, k * n, n);
                continue;
            }
            view.axpy(first + k, 1, out, k * n);
            for (int i = 0; i < n; i++) {
                out[k * n + i] *= root[i];
            }
        }
        return count;
    }

    @Override
    public double[] offset() {
        return new double[0];
    }

    @Override
    public boolean intercept() {
        return false;
    }

    @Override
    public Coefficients restore(Coefficients reduced) {
        return Coefficients.of(reduced.columns(), new double[] {mean}, reduced.dense());
    }

    @Override
    public String reason() {
        return "squared loss with more rows than columns: rows reduced to the Cholesky factor of the Gram matrix; ";
    }
}
