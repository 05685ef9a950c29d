package dev.taut.interaction;

import dev.taut.design.Features;
import dev.taut.kernel.Vectors;
import dev.taut.loss.SmoothLoss;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the main effects leave unexplained: gradient and curvature of the loss at a lasso's linear predictor, and the
 * columns of the table by the order in which they enter it.
 *
 * @param gradient  of the loss, one per row
 * @param curvature of the loss, one per row
 * @param order     columns of the table, the first to enter first; those that never do are not among them
 */
record MainEffects(double[] gradient, double[] curvature, List<String> order) {
    private static final Lambdas GRID = Lambdas.grid(50, 1e-3);
    private static final Stopping ROUGH = Stopping.atGap(1e-6);

    /** Whether residuals of this problem can be tested: one predictor per row, rows that do not depend on each other. */
    static boolean areTestable(PathProblem problem, dev.taut.loss.Loss loss) {
        return loss instanceof SmoothLoss
                && problem.datafit().outputs() == 1
                && !problem.datafit().isShiftInvariant()
                && problem.datafit()
                        .coupling(new double[problem.datafit().rows()])
                        .isEmpty();
    }

    /** Of a lasso at the λ with the smallest BIC. */
    static MainEffects of(PathProblem main) {
        PathProblem lasso = new PathProblem(
                main.design(),
                main.features(),
                main.datafit(),
                Penalty.lasso(),
                main.offset(),
                main.intercept(),
                main.standardize());
        LambdaPath path = Paths.walk(lasso, GRID, ROUGH, Observer.SILENT);
        return of(lasso, path, bic(path, lasso.datafit()));
    }

    /** Of a knot of a path that is known. */
    static MainEffects of(PathProblem main, LambdaPath path, Knot knot) {
        double[] eta = predictor(main, path.raw(knot));
        double[] gradient = new double[eta.length];
        double[] curvature = new double[eta.length];
        main.datafit().gradient(eta, gradient);
        main.datafit().curvature(eta, curvature);
        return new MainEffects(gradient, curvature, order(path));
    }

    private static double[] predictor(PathProblem main, Coefficients raw) {
        double[] eta = main.offset().length == 0
                ? new double[main.design().rows()]
                : main.offset().clone();
        Vectors.add(raw.intercept(0), eta, 0, eta.length);
        for (int k = 0; k < raw.active(); k++) {
            main.design().axpy(raw.coordinate(k), raw.value(k), eta, 0);
        }
        return eta;
    }

    /** n·log(deviance) + df·log n where the spread is estimated, which needs no dispersion; conservative elsewhere. */
    private static Knot bic(LambdaPath path, dev.taut.loss.Datafit datafit) {
        double n = Arrays.stream(datafit.weights()).filter(w -> w > 0).count();
        return path.knots().stream()
                .min(Comparator.comparingDouble(knot -> n * Math.log(Math.max(1e-12, 1 - knot.devianceExplained()))
                        + Math.log(n) * knot.coefficients().active()))
                .orElseThrow();
    }

    private static List<String> order(LambdaPath path) {
        Features features = path.features();
        Set<String> order = new LinkedHashSet<>();
        for (Knot knot : path.knots()) {
            Coefficients coefficients = knot.coefficients();
            for (int k = 0; k < coefficients.active(); k++) {
                order.add(features.get(coefficients.coordinate(k) % coefficients.columns())
                        .source());
            }
        }
        return new ArrayList<>(order);
    }
}
