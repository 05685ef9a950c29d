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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

    private static final double LEAST_PROGRESS = 1e-5;
    private static final double SMALLEST_ALPHA = 1e-3;
    private static final Stopping NULL_MODEL = Stopping.atGap(1e-30);

    private final PathProblem problem;
    private final Family family;
    private final Units units;
    private final Stopping stopping;

    private Glmnet(PathProblem problem, Family family, Stopping stopping) {
        this.family = family;
        this.stopping = stopping;
        this.units = Units.of(problem, family);
        this.problem = withoutConstants(problem, units);
    }

    /**
     * The path.
     *
     * @throws IllegalArgumentException if the penalty is no elastic net, or glmnet refuses the problem
     */
    public static GlmnetPath path(PathProblem problem, Family family, Grid grid, Stopping stopping, Observer observer) {
        return new Glmnet(problem, family, stopping).walk(grid, observer);
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

    private GlmnetPath walk(Grid grid, Observer observer) {
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
                family,
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
        Standardization standardization = path.standardization();
        NavigableMap<Double, Knot> visited = new TreeMap<>(Comparator.reverseOrder());
        String ended = path.ended();
        for (int k = 0; k < knots.size(); k++) {
            Knot knot = labelled(knots.get(k), wanted[k], standardization);
            visited.put(wanted[k], knot);
            String why = grid.isGiven() || k + 1 == wanted.length ? "" : end(explained, k, knot, grid);
            if (!why.isEmpty()) {
                ended = "ended after " + (k + 1) + " of " + wanted.length + " knots, as glmnet does: " + why;
                break;
            }
        }
        besides(grid.besides(), path).forEach(visited::putIfAbsent);
        List<Knot> kept = List.copyOf(visited.values());
        return new GlmnetPath(
                visited.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                kept.stream()
                        .map(knot -> reported(path.raw(knot.coefficients())))
                        .toList(),
                kept.stream().mapToDouble(Knot::devianceExplained).toArray(),
                ended,
                units.penalty(),
                new LambdaPath(
                        path.features(),
                        standardization,
                        path.nullModel(),
                        path.symmetric(),
                        path.lambdaMax(),
                        kept,
                        ended,
                        "as glmnet: " + path.plan()));
    }

    /** Knots at λ that the grid does not have. */
    private Map<Double, Knot> besides(double[] wanted, LambdaPath path) {
        Map<Double, Knot> knots = new LinkedHashMap<>();
        if (wanted.length > 0) {
            List<Knot> found = Paths.walk(problem, lambdas(wanted), stopping, Observer.SILENT)
                    .knots();
            for (int k = 0; k < found.size(); k++) {
                knots.put(wanted[k], labelled(found.get(k), wanted[k], path.standardization()));
            }
        }
        return knots;
    }

    /** Where there is no intercept, none is made of the means of the columns. */
    private Coefficients reported(Coefficients raw) {
        return family == Family.COX ? Coefficients.of(raw.columns(), new double[raw.outputs()], raw.dense()) : raw;
    }

    private Knot labelled(Knot knot, double lambda, Standardization standardization) {
        return new Knot(
                units.taut(lambda),
                shifted(knot.coefficients(), standardization),
                knot.certificate(),
                knot.devianceExplained());
    }

    /** Why glmnet ends after this knot; empty if it goes on. */
    private String end(double[] explained, int knot, Knot reached, Grid grid) {
        if (knot + 1 < Grid.FEWEST) {
            return "";
        }
        if (grid.maximum() > 0 && mostActive(reached.coefficients()) > grid.maximum()) {
            return "more than " + grid.maximum() + " coefficients are active";
        }
        if (explained[knot] > family.saturated()) {
            return "more than " + 100 * family.saturated() + " % of the deviance are explained";
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
        if (family != Family.MULTINOMIAL && family != Family.GROUPED) {
            return standardized;
        }
        int p = standardized.columns();
        int outputs = standardized.outputs();
        // Under norms the classes of a column sum to zero already, unless it is free.
        boolean norms = family == Family.GROUPED;
        SeparableProx limits = (SeparableProx) problem.penalty()
                .reshaped(Penalty.lasso())
                .scaled(standardization.scales())
                .at(1, problem.features());
        double[] beta = standardized.dense();
        double[] column = new double[outputs];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < outputs; k++) {
                column[k] = beta[k * p + j];
            }
            boolean free = units.factors()[j] == 0;
            double shift =
                    norms && !free ? 0 : Shift.of(column, units.alpha(), !free, limits.lower(j), limits.upper(j));
            for (int k = 0; k < outputs; k++) {
                beta[k * p + j] -= shift;
            }
        }
        return Coefficients.of(p, standardized.intercepts(), beta);
    }
}
