package dev.taut.glmnet;

import dev.taut.design.Standardization;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Paths as R glmnet 4.1 walks them when it converges tightly: Σ wᵢℓᵢ + λ Σ vⱼ [ alpha·|dⱼβⱼ| + (1 − alpha)/2·(dⱼβⱼ)² ] in
 * its own units (Friedman, Hastie and Tibshirani 2010; the package's R and C++ sources).
 *
 * <p>The penalty's l1Ratio is read as glmnet's alpha and its factors as {@code penalty.factor}; a column bounded by 0 on
 * both sides is an excluded one.
 */
public final class Glmnet {
    /** glmnet's own infinity. */
    private static final Lambdas BEYOND = Lambdas.of(9.9e35);

    private static final double SATURATED = 0.999;
    private static final double LEAST_PROGRESS = 1e-5;
    private static final double SMALLEST_ALPHA = 1e-3;
    private static final Stopping NULL_MODEL = Stopping.atGap(1e-30);

    private final PathProblem problem;
    private final Family family;
    private final Units units;

    private Glmnet(PathProblem problem, Family family) {
        this.family = family;
        this.units = Units.of(problem, family);
        this.problem = withoutConstants(problem, units);
    }

    /**
     * The path.
     *
     * @throws IllegalArgumentException if the penalty is no elastic net, or glmnet refuses the problem
     */
    public static GlmnetPath path(PathProblem problem, Family family, Grid grid, Stopping stopping, Observer observer) {
        return new Glmnet(problem, family).walk(grid, stopping, observer);
    }

    /** glmnet leaves out a column of one value, with and without an intercept. */
    private static PathProblem withoutConstants(PathProblem problem, Units units) {
        Penalty penalty = units.penalty();
        if (!problem.intercept()) {
            for (int j = 0; j < problem.features().size(); j++) {
                if (Columns.isConstant(problem.design(), j)) {
                    units.excluded()[j] = true;
                    penalty = penalty.within(problem.features().get(j).name(), 0, 0);
                }
            }
        }
        return with(problem, penalty);
    }

    private static PathProblem with(PathProblem problem, Penalty penalty) {
        return new PathProblem(
                problem.design(),
                problem.features(),
                problem.datafit(),
                penalty,
                problem.offset(),
                problem.intercept(),
                problem.standardize());
    }

    private GlmnetPath walk(Grid grid, Stopping stopping, Observer observer) {
        if (grid.isGiven()) {
            double[] wanted = grid.values(0, 0, 0);
            LambdaPath path = Paths.walk(problem, lambdas(wanted), stopping, observer);
            return reported(path, path.knots(), wanted, grid);
        }
        LambdaPath free = Paths.walk(infinite(), BEYOND, NULL_MODEL, Observer.SILENT);
        // For ridge, glmnet's GLM families do not look at the gradient again once free columns are fitted.
        boolean stale = units.alpha() == 0 && family != Family.GAUSSIAN;
        double score = Columns.largestScore(
                problem,
                units,
                free,
                stale ? free.nullModel() : free.knots().get(0).coefficients());
        double[] wanted = grid.values(
                score / Math.max(units.alpha(), SMALLEST_ALPHA),
                problem.design().rows(),
                problem.design().columns());
        // The first knot is the model at an infinite λ, whatever its label says.
        List<Knot> knots = new ArrayList<>(
                Paths.walk(infinite(), BEYOND, stopping, Observer.SILENT).knots());
        LambdaPath rest =
                Paths.walk(problem, lambdas(Arrays.copyOfRange(wanted, 1, wanted.length)), stopping, observer);
        knots.addAll(rest.knots());
        return reported(rest, knots, wanted, grid);
    }

    /** The problem whose penalised coefficients are exactly zero at a large λ. */
    private PathProblem infinite() {
        return with(problem, problem.penalty().reshaped(Penalty.lasso()));
    }

    private Lambdas lambdas(double[] values) {
        return Lambdas.of(Arrays.stream(values).map(units::taut).toArray());
    }

    private GlmnetPath reported(LambdaPath path, List<Knot> knots, double[] wanted, Grid grid) {
        double[] explained = knots.stream().mapToDouble(Knot::devianceExplained).toArray();
        List<Coefficients> coefficients = new ArrayList<>();
        String ended = path.ended();
        for (int k = 0; k < knots.size(); k++) {
            coefficients.add(path.raw(shifted(knots.get(k).coefficients(), path.standardization())));
            String why = grid.isGiven() || k + 1 == wanted.length ? "" : end(explained, k, coefficients.get(k), grid);
            if (!why.isEmpty()) {
                ended = "ended after " + (k + 1) + " of " + wanted.length + " knots, as glmnet does: " + why;
                break;
            }
        }
        int count = coefficients.size();
        double[] lambdas = Arrays.copyOf(distinct(wanted), count);
        LambdaPath kept = new LambdaPath(
                path.features(),
                path.standardization(),
                path.nullModel(),
                path.symmetric(),
                path.lambdaMax(),
                IntStream.range(0, count)
                        .mapToObj(k -> labelled(knots.get(k), lambdas[k], coefficients.get(k), path.standardization()))
                        .toList(),
                ended,
                "as glmnet: " + path.plan());
        return new GlmnetPath(lambdas, coefficients, Arrays.copyOf(explained, count), ended, units.penalty(), kept);
    }

    private Knot labelled(Knot knot, double lambda, Coefficients raw, Standardization standardization) {
        return new Knot(
                units.taut(lambda), raw.standardized(standardization), knot.certificate(), knot.devianceExplained());
    }

    private static double[] distinct(double[] descending) {
        return Arrays.stream(descending).distinct().toArray();
    }

    /** Why glmnet ends after this knot; empty if it goes on. */
    private String end(double[] explained, int knot, Coefficients coefficients, Grid grid) {
        if (knot + 1 < Grid.FEWEST) {
            return "";
        }
        if (grid.maximum() > 0 && mostActive(coefficients) > grid.maximum()) {
            return "more than " + grid.maximum() + " coefficients are active";
        }
        if (explained[knot] > SATURATED) {
            return "more than 99.9 % of the deviance are explained";
        }
        // A limit of zero makes glmnet go on without progress.
        double least = units.zeroLimit() ? 0 : LEAST_PROGRESS;
        return family.stalls(explained, knot, least) ? "the deviance hardly changes" : "";
    }

    /** The most active coefficients that any output has. */
    private static int mostActive(Coefficients coefficients) {
        return IntStream.range(0, coefficients.active())
                .map(k -> coefficients.coordinate(k) / coefficients.columns())
                .boxed()
                .collect(Collectors.groupingBy(output -> output, Collectors.summingInt(output -> 1)))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** Standardized coefficients with every column shifted as glmnet shifts it; one output has nothing to shift. */
    private Coefficients shifted(Coefficients standardized, Standardization standardization) {
        if (family != Family.MULTINOMIAL) {
            return standardized;
        }
        int p = standardized.columns();
        int outputs = standardized.outputs();
        SeparableProx limits = (SeparableProx)
                problem.penalty().scaled(standardization.scales()).at(1, problem.features());
        double[] beta = standardized.dense();
        double[] column = new double[outputs];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < outputs; k++) {
                column[k] = beta[k * p + j];
            }
            double shift = Shift.of(column, units.alpha(), units.factors()[j] > 0, limits.lower(j), limits.upper(j));
            for (int k = 0; k < outputs; k++) {
                beta[k * p + j] -= shift;
            }
        }
        return Coefficients.of(p, standardized.intercepts(), beta);
    }
}
