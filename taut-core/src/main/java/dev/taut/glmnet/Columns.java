package dev.taut.glmnet;

import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.kernel.Vectors;
import dev.taut.path.LambdaPath;
import dev.taut.path.PathProblem;
import dev.taut.solver.Coefficients;

/** What glmnet asks of single columns. */
final class Columns {
    private Columns() {}

    /** Whether a column has one value only. */
    static boolean isConstant(Design design, int column) {
        double[] ones = new double[design.rows()];
        java.util.Arrays.fill(ones, 1.0 / ones.length);
        double mean = Standardization.mean(design, column, ones);
        return !(Standardization.deviation(design, column, mean, ones) > 1e-13 * Math.abs(mean));
    }

    /** max ‖cⱼ‖/vⱼ over the penalised columns, c being the gradient there for standardized columns. */
    static double largestScore(PathProblem problem, Family family, Units units, LambdaPath path, Coefficients at) {
        Design design = problem.design();
        int n = design.rows();
        Coefficients raw = path.raw(at);
        int outputs = raw.outputs();
        double[] eta = problem.offset().length == 0
                ? new double[n * outputs]
                : problem.offset().clone();
        for (int k = 0; k < outputs; k++) {
            Vectors.add(raw.intercept(k), eta, k * n, n);
        }
        for (int k = 0; k < raw.active(); k++) {
            int c = raw.coordinate(k);
            design.axpy(c % raw.columns(), raw.value(k), eta, c / raw.columns() * n);
        }
        double[] gradient = new double[eta.length];
        problem.datafit().gradient(eta, gradient);
        double largest = 0;
        Standardization standardization = path.standardization();
        for (int j = 0; j < design.columns(); j++) {
            if (units.excluded()[j] || units.factors()[j] == 0) {
                continue;
            }
            double[] slopes = new double[outputs];
            for (int k = 0; k < outputs; k++) {
                slopes[k] = design.dot(j, standardization.centers()[j], gradient, k * n);
            }
            largest = Math.max(largest, family.size(slopes) / standardization.scales()[j] / units.factors()[j]);
        }
        return largest;
    }
}
