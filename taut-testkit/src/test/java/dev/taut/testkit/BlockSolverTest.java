package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.FusedPenalty;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SortedPenalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paths of block penalties against proximal gradient descent with steps from a textbook. */
class BlockSolverTest {
    static final int P = 8;
    private static final int[][] GROUPS = {{0}, {1, 2, 3}, {4, 5}, {6}, {7}};

    /** argmin ½‖b − u‖² + t·λ·h(b) for one output. */
    interface Step {
        double[] of(double[] u, double t);
    }

    private static Features features() {
        String[] source = new String[P];
        for (int[] group : GROUPS) {
            Arrays.stream(group).forEach(j -> source[j] = "s" + group[0]);
        }
        return new Features(IntStream.range(0, P)
                .mapToObj(j -> new Feature("x" + j, source[j]))
                .toList());
    }

    private static double[] norms() {
        return Arrays.stream(GROUPS).mapToDouble(g -> Math.sqrt(g.length)).toArray();
    }

    @Test
    void groupLasso() {
        assertAgree(
                new GroupPenalty(Groups.bySource(), 1, 0),
                lambda -> (u, t) -> NaiveSteps.groups(u, t * lambda, GROUPS, norms()));
    }

    @Test
    void groupElasticNet() {
        assertAgree(new GroupPenalty(Groups.bySource(), 0.6, 0), lambda -> (u, t) -> {
            double shrink = 1 + t * lambda * 0.4;
            double[] smaller = Arrays.stream(u).map(x -> x / shrink).toArray();
            return NaiveSteps.groups(smaller, t * lambda * 0.6 / shrink, GROUPS, norms());
        });
    }

    @Test
    void sparseGroupLasso() {
        assertAgree(
                new GroupPenalty(Groups.bySource(), 1, 0.3),
                lambda -> (u, t) ->
                        NaiveSteps.groups(NaiveSteps.soft(u, t * lambda * 0.3), t * lambda * 0.7, GROUPS, norms()));
    }

    @Test
    void oscar() {
        double[] weights = IntStream.rangeClosed(1, P)
                .mapToDouble(k -> (1 + 2.0 * (P - k) / P) / (1 + 2.0 * (P - 1) / P))
                .toArray();
        assertAgree(
                new SortedPenalty(SortedPenalty.Weights.OSCAR, 2),
                lambda -> (u, t) -> NaiveSteps.sorted(u, t * lambda, weights));
    }

    @Test
    void fusedLasso() {
        assertAgree(
                new FusedPenalty(0.4),
                lambda -> (u, t) -> NaiveSteps.soft(NaiveSteps.variation(u, t * lambda * 0.6), t * lambda * 0.4));
    }

    interface Strength {
        Step at(double lambda);
    }

    static void assertAgree(Penalty penalty, Strength steps) {
        Seeds.each(4, draw -> {
            for (SmoothLoss loss : new SmoothLoss[] {Losses.squared(), Losses.logistic(), Losses.poisson()}) {
                assertAgree(penalty, steps, loss, draw);
            }
        });
    }

    private static void assertAgree(Penalty penalty, Strength steps, SmoothLoss loss, Draw draw) {
        int n = draw.integer(6, 40);
        double[][] columns = draw.columns(n, P);
        double rho = draw.uniform();
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 1; j < P; j++) {
                columns[j][i] = rho * columns[j - 1][i] + (1 - rho) * columns[j][i];
            }
            double signal = columns[0][i] + columns[2][i] - columns[3][i] + draw.normal();
            y[i] = loss.name().equals("squared") ? signal : signal > 0 ? 1 : 0;
        }
        Design design = DenseDesign.ofColumns(n, columns);
        Datafit datafit = loss.on(Target.of(y), draw.weights(n));
        PathProblem problem = new PathProblem(design, features(), datafit, penalty, new double[0], true, false);
        LambdaPath path = Paths.walk(problem, Lambdas.grid(6, 0.02), Stopping.atGap(1e-11), Observer.SILENT);
        assertThat(path.knots()).isNotEmpty();
        for (Knot knot : path) {
            assertThat(knot.certificate().converged())
                    .as(loss.name() + " " + knot.lambda() + " " + knot.certificate())
                    .isTrue();
            double[] slow = descend(columns, datafit, steps.at(knot.lambda()));
            double[] beta = knot.coefficients().dense();
            double objective = knot.certificate().objective();
            double slowest = datafit.value(eta(columns, slow))
                    + penalty.at(knot.lambda(), features()).value(Arrays.copyOf(slow, P));
            double scale = knot.certificate().scale();
            assertThat(objective).isLessThanOrEqualTo(slowest + 1e-10 * scale);
            assertThat(slowest)
                    .isGreaterThanOrEqualTo(objective - knot.certificate().gap() - 1e-14 * scale);
            assertThat(slowest).isCloseTo(objective, within(1e-9 * scale));
            assertThat(knot.coefficients().active()).isLessThanOrEqualTo((int)
                    Arrays.stream(beta).filter(b -> b != 0).count());
        }
    }

    private static double[] eta(double[][] columns, double[] x) {
        double[] eta = new double[columns[0].length];
        for (int i = 0; i < eta.length; i++) {
            eta[i] = x[P];
            for (int j = 0; j < P; j++) {
                eta[i] += x[j] * columns[j][i];
            }
        }
        return eta;
    }

    /** Accelerated proximal gradient with backtracking and restarts; the last entry is the intercept. */
    private static double[] descend(double[][] columns, Datafit datafit, Step prox) {
        double[] x = new double[P + 1];
        double[] ahead = x;
        double momentum = 1;
        double step = 1;
        for (int count = 0; count < 200_000; count++) {
            double[] at = ahead;
            double[] eta = eta(columns, at);
            double[] slope = new double[eta.length];
            datafit.gradient(eta, slope);
            double value = datafit.value(eta);
            double[] gradient = new double[P + 1];
            for (int i = 0; i < slope.length; i++) {
                gradient[P] += slope[i];
                for (int j = 0; j < P; j++) {
                    gradient[j] += slope[i] * columns[j][i];
                }
            }
            step *= 1.05;
            double[] next;
            while (true) {
                double t = step;
                double[] moved = IntStream.rangeClosed(0, P)
                        .mapToDouble(j -> at[j] - t * gradient[j])
                        .toArray();
                next = Arrays.copyOf(prox.of(Arrays.copyOf(moved, P), t), P + 1);
                next[P] = moved[P];
                double bound = value;
                for (int j = 0; j <= P; j++) {
                    double d = next[j] - at[j];
                    bound += gradient[j] * d + d * d / (2 * t);
                }
                if (datafit.value(eta(columns, next)) <= bound + 1e-15 * (1 + Math.abs(bound))) {
                    break;
                }
                step /= 2;
            }
            double moved = 0;
            double uphill = 0;
            for (int j = 0; j <= P; j++) {
                moved = Math.max(moved, Math.abs(next[j] - at[j]) / step);
                uphill += (at[j] - next[j]) * (next[j] - x[j]);
            }
            double[] before = x;
            x = next;
            if (moved <= 1e-11) {
                return x;
            }
            double faster = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double carry = uphill > 0 ? 0 : (momentum - 1) / faster;
            momentum = faster;
            double[] now = x;
            ahead = IntStream.rangeClosed(0, P)
                    .mapToDouble(j -> now[j] + carry * (now[j] - before[j]))
                    .toArray();
        }
        return x;
    }
}
