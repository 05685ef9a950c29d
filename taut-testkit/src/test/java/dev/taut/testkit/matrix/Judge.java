package dev.taut.testkit.matrix;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Paths;
import dev.taut.solver.Certificate;
import dev.taut.solver.Certificate.Claim;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import dev.taut.testkit.Draw;
import dev.taut.testkit.matrix.PenaltyFormula.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is wrong with the certificates of a path, found by means that share nothing with what made them. */
final class Judge {
    /** How closely the minimum is enclosed, in units of the certificate's scale. */
    private static final double ENCLOSED = 1e-7;

    private static final double ROUNDING = 1e-11;
    /** The same where constraints hold up to 1e-10 of their terms, each at the price of {@link Objective}. */
    private static final double HELD = 1e-9;
    /** Around zero, where there are coefficients that serve. */
    private static final double REACH = 8;

    private final Combination combination;
    private final Pilot pilot;
    private final List<String> complaints = new ArrayList<>();

    private Judge(Combination combination) {
        this.combination = combination;
        this.pilot = Pilot.of(combination);
    }

    /** The loss and penalty of coefficients for the raw columns, by definition. */
    static double objective(
            Combination combination, Pilot pilot, double lambda, Coefficients raw, Coefficients scaled) {
        Context context = pilot.weighted(combination.context(lambda));
        Objective objective =
                new Objective(combination, combination.penaltyCase().at(context), pilot.held());
        return objective.at(objective.variables(raw, scaled), new double[objective.variables()]);
    }

    /** @param enclosed the positions of the knots whose minimum is to be enclosed; of the others, the objective is computed */
    static List<String> complaints(Combination combination, LambdaPath path, java.util.function.IntPredicate enclosed) {
        Judge judge = new Judge(combination);
        if (path.knots().isEmpty()) {
            judge.complaints.add("no knots: " + path.ended());
        }
        for (int k = 0; k < path.knots().size(); k++) {
            Knot knot = path.knots().get(k);
            try {
                judge.knot(path, knot, enclosed.test(k));
            } catch (RuntimeException e) {
                judge.complaints.add("lambda " + knot.lambda() + ": " + e);
            }
        }
        return judge.complaints;
    }

    private void check(boolean holds, Knot knot, String otherwise) {
        if (!holds) {
            complaints.add("lambda " + knot.lambda() + ": " + otherwise + " · " + knot.certificate());
        }
    }

    private void knot(LambdaPath path, Knot knot, boolean enclosed) {
        Certificate certificate = knot.certificate();
        if (!certificate.converged()) {
            check(Refusals.mayLackProof(combination), knot, "not converged");
            return;
        }
        Coefficients raw = path.raw(knot);
        if (combination.penaltyCase().isRelaxed()) {
            relaxed(path, knot, raw);
            return;
        }
        double defined = objective(combination, pilot, knot.lambda(), raw, knot.coefficients());
        check(
                Math.abs(defined - certificate.objective()) <= rounding() * (certificate.scale() + Math.abs(defined)),
                knot,
                "by definition the objective is " + defined);
        if (enclosed) {
            certified(knot, raw, certificate.gap(), certificate.scale());
        }
    }

    private double rounding() {
        return combination.constraints().isEmpty() ? ROUNDING : HELD;
    }

    private static String text(Coefficients coefficients) {
        return java.util.Arrays.toString(coefficients.dense());
    }

    /** No coefficients are better by more than the gap. */
    private void certified(Knot knot, Coefficients raw, double gap, double scale) {
        Context context = pilot.weighted(combination.context(knot.lambda()));
        PenaltyCase penalty = combination.penaltyCase();
        boolean[] held = penalty.isCount() ? unused(knot.coefficients()) : pilot.held();
        Objective plain = new Objective(combination, PenaltyFormula.nothing(), held);
        double[] x = plain.variables(raw, knot.coefficients());
        Objective convex = new Objective(combination, penalty.convexAround(context, plain.scaled(x)), held);
        check(convex.variables() == 0 || inside(convex, x), knot, "out of bounds: " + text(raw));
        best(knot, convex, x, gap, scale);
        if (penalty.isCount()) {
            noneDroppedOrAdded(knot, context, held, gap, scale);
            return;
        }
        if (knot.certificate().claim() == Claim.MINIMUM) {
            check(penalty.isConvex(), knot, "no minimum is proved of a penalty that is not convex");
        } else {
            check(!penalty.isConvex(), knot, "a minimum is proved of a convex penalty");
            boolean local = knot.certificate().claim() == Claim.LOCAL_MINIMUM;
            check(
                    !local || isLocalMinimum(new Objective(combination, penalty.at(context), pilot.held()), x, gap),
                    knot,
                    "no local minimum");
        }
    }

    /** Penalised columns without coefficients. */
    private boolean[] unused(Coefficients coefficients) {
        int p = combination.columns();
        boolean[] held = new boolean[p * coefficients.outputs()];
        for (int c = 0; c < held.length; c++) {
            int j = c % p;
            held[c] = combination.factors()[j] > 0
                    && IntStream.range(0, coefficients.outputs()).allMatch(k -> coefficients.get(j, k) == 0);
        }
        return held;
    }

    /** No column is missing that is worth its price, and none is there that is not. */
    private void noneDroppedOrAdded(Knot knot, Context context, boolean[] held, double gap, double scale) {
        int p = combination.columns();
        for (int j = 0; j < p; j++) {
            boolean[] other = held.clone();
            for (int c = j; c < held.length; c += p) {
                other[c] = !held[c];
            }
            double prices = IntStream.range(0, p)
                    .filter(i -> !other[i])
                    .mapToDouble(context::strength)
                    .sum();
            if (context.strength(j) > 0) {
                PenaltyFormula rest = combination.penaltyCase().convexAround(context, new double[0]);
                Objective changed = new Objective(combination, rest, other);
                double[] nothing = new double[changed.variables()];
                Ellipsoid.Bracket bracket = Ellipsoid.minimum(changed, nothing, REACH, ENCLOSED * scale);
                double least = knot.certificate().objective() - gap - 2 * ENCLOSED * scale;
                check(
                        bracket.value() + prices >= least,
                        knot,
                        (held[j] ? "with" : "without") + " column " + j + ": " + (bracket.value() + prices));
            }
        }
    }

    private static boolean inside(Objective objective, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double room = 1e-14 * Math.abs(x[i]);
            if (x[i] < objective.lower(i) - room || x[i] > objective.upper(i) + room) {
                return false;
            }
        }
        return true;
    }

    private void best(Knot knot, Objective convex, double[] x, double gap, double scale) {
        if (x.length == 0) {
            return;
        }
        double value = convex.at(x, new double[x.length]);
        double rounding = ROUNDING * scale / 10 + 1e-14 * Math.abs(value);
        double size = 0;
        for (double v : x) {
            size += v * v;
        }
        Ellipsoid.Bracket bracket =
                Ellipsoid.minimum(convex, x, 0.5 + Math.sqrt(size) / 2, Math.max(gap, ENCLOSED * scale));
        check(
                bracket.value() >= value - gap - rounding,
                knot,
                String.format(
                        "%.3g better than %.12g: %s instead of %s",
                        value - bracket.value(),
                        value,
                        java.util.Arrays.toString(bracket.point()),
                        java.util.Arrays.toString(x)));
        check(
                bracket.lower() >= value - gap - 2 * ENCLOSED * scale,
                knot,
                "enclosed only to " + (value - bracket.lower()) + " by " + bracket.cuts() + " cuts");
    }

    private static boolean isLocalMinimum(Objective objective, double[] x, double gap) {
        double value = objective.at(x, new double[x.length]);
        Draw draw = Draw.seeded(x.length);
        for (int direction = 0; direction < 200; direction++) {
            double[] d = draw.normals(x.length, 1e-3 / Math.sqrt(x.length));
            for (int i = 0; i < d.length; i++) {
                d[i] = Math.max(objective.lower(i), Math.min(objective.upper(i), x[i] + d[i]));
            }
            if (objective.at(d, new double[d.length]) < value - gap - 1e-13 * (1 + Math.abs(value))) {
                return false;
            }
        }
        return true;
    }

    /** The lasso's certificate, and a refit that is best on the lasso's support. */
    private void relaxed(LambdaPath path, Knot knot, Coefficients raw) {
        double blend = combination.penaltyCase() == PenaltyCase.RELAXED ? 0 : 0.5;
        Combination lasso = combination.with(PenaltyCase.LASSO);
        // Of several solutions that are equally good, the same one is found on the same way.
        double[] lambdas = path.knots().stream().mapToDouble(Knot::lambda).toArray();
        LambdaPath selecting =
                Paths.walk(lasso.problem(lasso.design()), Lambdas.of(lambdas), Stopping.DEFAULT, Observer.SILENT);
        Knot lassos = selecting.knots().get(path.knots().indexOf(knot));
        Coefficients selected = selecting.raw(lassos);
        double defined = objective(lasso, pilot, knot.lambda(), selected, lassos.coefficients());
        double scale = knot.certificate().scale();
        check(
                Math.abs(defined - knot.certificate().objective()) <= ROUNDING * (scale + Math.abs(defined)),
                knot,
                "the lasso's objective is " + defined);
        int p = combination.columns();
        boolean[] held = new boolean[p * combination.seen().outputs()];
        double[] beta = raw.dense();
        double[] before = selected.dense();
        double[] intercepts = raw.intercepts();
        for (int j = 0; j < p; j++) {
            boolean out = true;
            for (int c = j; c < held.length; c += p) {
                out &= before[c] == 0;
            }
            for (int c = j; c < held.length; c += p) {
                held[c] = out;
                check(!out || beta[c] == 0, knot, "not selected by the lasso: " + text(raw));
                beta[c] = (beta[c] - blend * before[c]) / (1 - blend);
            }
        }
        for (int k = 0; k < intercepts.length; k++) {
            intercepts[k] = (intercepts[k] - blend * selected.intercept(k)) / (1 - blend);
        }
        Objective refit = new Objective(combination, PenaltyFormula.nothing(), held);
        double[] x = refit.variables(Coefficients.of(p, intercepts, beta), Coefficients.zero(p, intercepts));
        best(knot, refit, x, 1e-8 * scale, scale);
    }
}
