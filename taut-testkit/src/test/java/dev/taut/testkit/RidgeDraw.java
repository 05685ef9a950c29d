package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.PathProblem;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A ridge problem in plain numbers, and its solution by least squares on p more rows: √(λvⱼ)·eⱼ with target 0 is the
 * penalty.
 *
 * @param columns p columns of n values, neither centred nor scaled
 * @param factors one per column, 0 for free
 * @param offset  one per row, or none
 */
record RidgeDraw(
        double[][] columns,
        double[] y,
        double[] weights,
        double[] offset,
        double[] factors,
        boolean intercept,
        boolean standardize) {
    /** Everything at random: weights, offset, factors, up to two free columns, intercept and standardization or not. */
    static RidgeDraw random(Draw draw, int n, int p) {
        double[] factors = IntStream.range(0, p)
                .mapToDouble(j -> draw.uniform() < 0.5 ? 1 : 0.1 + 3 * draw.uniform())
                .toArray();
        for (int free = draw.integer(0, 2); free > 0; free--) {
            factors[draw.integer(0, p - 1)] = 0;
        }
        double[] weights = draw.weights(n);
        weights[draw.integer(0, n - 1)] = 0;
        double[][] columns = draw.columns(n, p);
        double[] y = draw.normals(n, 0.5);
        for (int i = 0; i < n; i++) {
            y[i] += 3 + columns[0][i] - columns[p - 1][i];
        }
        return new RidgeDraw(
                columns,
                y,
                draw.uniform() < 0.5 ? weights : ones(n),
                draw.uniform() < 0.5 ? new double[0] : draw.normals(n, 1),
                draw.uniform() < 0.5 ? factors : ones(p),
                draw.uniform() < 0.7,
                draw.uniform() < 0.7);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    RidgeDraw withColumns(double[]... changed) {
        return new RidgeDraw(changed, y, weights, offset, factors, intercept, standardize);
    }

    RidgeDraw withTarget(double... changed) {
        return new RidgeDraw(columns, changed, weights, offset, factors, intercept, standardize);
    }

    RidgeDraw without(int row) {
        double[] left = weights.clone();
        left[row] = 0;
        return new RidgeDraw(columns, y, left, offset, factors, intercept, standardize);
    }

    int n() {
        return y.length;
    }

    int p() {
        return columns.length;
    }

    PathProblem problem() {
        Penalty penalty = Penalty.ridge();
        for (int j = 0; j < p(); j++) {
            penalty = factors[j] == 1 ? penalty : penalty.factor("x" + (j + 1), factors[j]);
        }
        return new PathProblem(
                DenseDesign.ofColumns(n(), columns),
                Features.numbered(p()),
                Losses.squared().on(Target.of(y), weights),
                penalty,
                offset,
                intercept,
                standardize);
    }

    /** Population standard deviations where the penalty acts on standardized columns. */
    double[] scales() {
        double[] scales = ones(p());
        double all = Arrays.stream(weights).sum();
        for (int j = 0; standardize && j < p(); j++) {
            double mean = 0;
            for (int i = 0; i < n(); i++) {
                mean += weights[i] / all * columns[j][i];
            }
            double square = 0;
            for (int i = 0; i < n(); i++) {
                square += weights[i] / all * (columns[j][i] - mean) * (columns[j][i] - mean);
            }
            scales[j] = Math.sqrt(square);
        }
        return scales;
    }

    /**
     * The intercept and then β for the raw columns.
     *
     * @param lambda of Σwᵢ ½(yᵢ − ηᵢ)² + λ/2·Σvⱼ(scaleⱼβⱼ)², the weights as they are
     */
    Coefficients solution(double lambda, double[] scales) {
        int first = intercept ? 1 : 0;
        double[][] extended = new double[first + p()][n() + p()];
        for (int i = 0; intercept && i < n(); i++) {
            extended[0][i] = 1;
        }
        for (int j = 0; j < p(); j++) {
            for (int i = 0; i < n(); i++) {
                extended[first + j][i] = columns[j][i] / scales[j];
            }
            extended[first + j][n() + j] = Math.sqrt(lambda * factors[j]);
        }
        double[] target = Arrays.copyOf(y, n() + p());
        for (int i = 0; i < offset.length; i++) {
            target[i] -= offset[i];
        }
        double[] importance = Arrays.copyOf(weights, n() + p());
        Arrays.fill(importance, n(), n() + p(), 1);
        double[] found = LeastSquares.solve(extended, target, importance);
        double[] beta = new double[p()];
        for (int j = 0; j < p(); j++) {
            beta[j] = found[first + j] / scales[j];
        }
        return Coefficients.of(p(), new double[] {intercept ? found[0] : 0}, beta);
    }

    /** The same for weights that sum to 1, as every loss takes them. */
    Coefficients solution(double lambda) {
        return solution(lambda * Arrays.stream(weights).sum(), scales());
    }

    /** y − η of one row. */
    double error(Coefficients raw, int row) {
        double eta = raw.intercept(0) + (offset.length == 0 ? 0 : offset[row]);
        for (int j = 0; j < p(); j++) {
            eta += columns[j][row] * raw.get(j, 0);
        }
        return y[row] - eta;
    }
}
