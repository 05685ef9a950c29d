package dev.taut.spark;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.MomentSums;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;

/**
 * The path of squared loss on all rows, and its cross-validation curve, from sums: rows of equal moments stand for those of
 * the cluster, in the fits as well as where a fold judges.
 *
 * @param path   on all rows
 * @param means  held-out mean squared error per knot, folds weighted by their rows' weights; empty without folds
 * @param errors its standard error, √(Σ w(m − m̄)² / Σ w / (K − 1))
 */
record FoldedPath(LambdaPath path, double[] means, double[] errors) {
    /** What is fitted. */
    record Plan(Penalty penalty, Lambdas lambdas, boolean intercept, boolean standardize, double gap) {}

    static FoldedPath of(RowSums sums, Plan plan) {
        LambdaPath path = walk(sums.without(-1), plan, plan.lambdas);
        int folds = sums.folds().size();
        if (folds < 2) {
            return new FoldedPath(path, new double[0], new double[0]);
        }
        double[] lambdas = path.knots().stream().mapToDouble(Knot::lambda).toArray();
        double[][] losses = new double[folds][];
        double[] weights = new double[folds];
        for (int f = 0; f < folds; f++) {
            LambdaPath without = walk(sums.without(f), plan, Lambdas.of(lambdas));
            losses[f] = judge(without, sums.folds().get(f), lambdas.length);
            weights[f] = sums.folds().get(f).weight();
        }
        double[] means = new double[lambdas.length];
        double[] errors = new double[lambdas.length];
        double total = Arrays.stream(weights).sum();
        for (int k = 0; k < lambdas.length; k++) {
            for (int f = 0; f < folds; f++) {
                means[k] += weights[f] * losses[f][k] / total;
            }
            for (int f = 0; f < folds; f++) {
                double apart = losses[f][k] - means[k];
                errors[k] += weights[f] * apart * apart / total;
            }
            errors[k] = Math.sqrt(errors[k] / (folds - 1));
        }
        return new FoldedPath(path, means, errors);
    }

    private static LambdaPath walk(MomentSums sums, Plan plan, Lambdas lambdas) {
        double[][] rows = sums.rows();
        int p = sums.size() - 1;
        double[][] x = Arrays.stream(rows).map(row -> Arrays.copyOf(row, p)).toArray(double[][]::new);
        double[] y = Arrays.stream(rows).mapToDouble(row -> row[p]).toArray();
        PathProblem problem = new PathProblem(
                DenseDesign.ofRows(x),
                Features.numbered(p),
                Losses.squared().on(Target.of(y)),
                plan.penalty,
                new double[0],
                plan.intercept,
                plan.standardize);
        return Paths.walk(problem, lambdas, Stopping.atGap(plan.gap), Observer.SILENT);
    }

    /** The mean squared error of each knot on the rows of a fold; NaN for knots that the path does not reach. */
    private static double[] judge(LambdaPath path, MomentSums fold, int knots) {
        double[][] rows = fold.rows();
        double[] losses = new double[knots];
        Arrays.fill(losses, Double.NaN);
        List<Knot> found = path.knots();
        for (int k = 0; k < Math.min(knots, found.size()); k++) {
            losses[k] = squaredError(path.raw(found.get(k)), rows);
        }
        return losses;
    }

    private static double squaredError(Coefficients raw, double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            double residual = row[row.length - 1] - raw.intercept(0);
            for (int k = 0; k < raw.active(); k++) {
                residual -= raw.value(k) * row[raw.coordinate(k)];
            }
            sum += residual * residual;
        }
        return sum / rows.length;
    }
}
