package dev.taut.path;

import dev.taut.design.ConcatenatedDesign;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.TriangularDesign;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.solver.Coefficients;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Squared loss with many more rows than columns: n rows become p + 1.
 *
 * <p>With the Cholesky factor RᵀR of the Gram matrix of [X̃ y] in the metric of the weights,
 * ½Σwᵢ(yᵢ − ηᵢ)² = ½‖r_y − R_X β‖² for every β: same solutions, same objective, same gaps, and the path never reads X
 * again. Columns are centred by the view and y here, so the intercept is the mean of y and drops out.
 */
record GramReduction(Design design, Datafit datafit, double mean) implements Reduction {
    static Reduction of(PathProblem problem, Design view) {
        double[] weights = problem.datafit().weights();
        double[] y = response(problem);
        double mean = problem.intercept() ? Vectors.dot(weights, y) : 0;
        Vectors.add(-mean, y, 0, y.length);
        Design both = ConcatenatedDesign.of(y.length, List.of(view, DenseDesign.ofColumns(y.length, y)));
        int[] all = IntStream.range(0, both.columns()).toArray();
        return of(both.gram(all, new double[all.length], 0, weights), mean);
    }

    /**
     * The problem that a Gram matrix describes.
     *
     * @param gram lower triangle of the Gram matrix of [X̃ y] in the metric of the weights, of sum 1; overwritten
     * @param mean what was taken from y: the intercept
     */
    static Reduction of(double[][] gram, double mean) {
        int size = gram.length;
        for (double[] row : gram) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= size;
            }
        }
        TriangularDesign factor = TriangularDesign.of(gram);
        Datafit datafit = Losses.squared().on(Target.of(factor.column(size - 1)));
        return new GramReduction(factor.first(size - 1), datafit, mean);
    }

    /** y − offset, read off ∇F(offset) = w(offset − y); rows of weight 0 count nothing, whatever they hold. */
    static double[] response(PathProblem problem) {
        double[] weights = problem.datafit().weights();
        int n = weights.length;
        double[] offset = problem.offset().length > 0 ? problem.offset() : new double[n];
        double[] y = new double[n];
        problem.datafit().gradient(offset, y);
        for (int i = 0; i < n; i++) {
            y[i] = weights[i] > 0 ? -y[i] / weights[i] : 0;
        }
        return y;
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
}
