package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
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
import dev.taut.penalty.Concave;
import dev.taut.penalty.ConcavePenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate.Claim;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MCP and SCAD: the shapes themselves, and paths against what a search in every direction finds. */
class ConcavePenaltyTest {
    private static final List<Concave> SHAPES =
            List.of(new Concave.Mcp(3), new Concave.Mcp(1.5), new Concave.Scad(3.7), new Concave.Scad(2.5));
    private static final int P = 6;

    @Test
    void shapesStartAsTheLassoAndBecomeFlat() {
        for (Concave shape : SHAPES) {
            assertThat(shape.value(0)).isZero();
            assertThat(shape.slope(0)).isEqualTo(1);
            assertThat(shape.slope(5)).isZero();
            for (double t = 0.013; t < 5; t += 0.1) {
                double h = 1e-5;
                double slope = (shape.value(t + h) - shape.value(t - h)) / (2 * h);
                double bend = (shape.slope(t + h) - shape.slope(t - h)) / (2 * h);
                assertThat(shape.slope(t)).isCloseTo(slope, within(1e-8));
                assertThat(shape.bend(t)).isCloseTo(bend, within(1e-8)).isNotPositive();
            }
        }
    }

    /** Published closed form for one standardized column: firm thresholding (Zhang 2010; Breheny and Huang 2011, eq. 2.5). */
    @Test
    void oneColumnIsFirmThresholding() {
        double[] x = {1, -1, 1, -1};
        for (double z : new double[] {0.3, 0.9, 1.6, 2.7, 3.4}) {
            double[] y = {z, -z, z, -z};
            double[] noise = {0.1, 0.1, -0.1, -0.1};
            IntStream.range(0, 4).forEach(i -> y[i] += noise[i]);
            PathProblem problem = PathProblem.of(
                    DenseDesign.ofColumns(4, x),
                    Features.numbered(1),
                    Losses.squared().on(Target.of(y), filled(4, 1)),
                    new ConcavePenalty(new Concave.Mcp(3), Groups.each()));
            Knot knot = walk(problem, Lambdas.of(0.5)).knots().get(0);
            double firm = z <= 0.5 ? 0 : z <= 1.5 ? (z - 0.5) / (1 - 1.0 / 3) : z;
            assertThat(knot.coefficients().get(0, 0)).isCloseTo(firm, within(3e-6));
        }
    }

    /** The slope in any direction is positive or lost in the accuracy that was asked. */
    @Test
    void noDirectionLeadsDown() {
        Seeds.each(6, draw -> {
            for (Concave shape : SHAPES) {
                for (SmoothLoss loss : new SmoothLoss[] {Losses.squared(), Losses.logistic()}) {
                    for (Groups groups : List.of(Groups.each(), Groups.bySource())) {
                        assertStationary(new ConcavePenalty(shape, groups), loss, draw);
                    }
                }
            }
        });
    }

    private static void assertStationary(Penalty penalty, SmoothLoss loss, Draw draw) {
        int n = draw.integer(30, 60);
        double[][] columns = draw.columns(n, P);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double signal = 1.5 * columns[0][i] - columns[1][i] + 0.5 * columns[4][i] + draw.normal();
            y[i] = loss.name().equals("squared") ? signal : signal > 0 ? 1 : 0;
        }
        Features features = new Features(IntStream.range(0, P)
                .mapToObj(j -> new Feature("x" + j, j < 3 ? "first" : "x" + j))
                .toList());
        Datafit datafit = loss.on(Target.of(y), draw.weights(n));
        PathProblem problem = new PathProblem(
                DenseDesign.ofColumns(n, columns), features, datafit, penalty, new double[0], true, false);
        LambdaPath path = walk(problem, Lambdas.grid(8, 0.05));
        assertThat(path.knots().get(0).coefficients().active()).isZero();
        assertThat(path.knots().get(1).coefficients().active()).isPositive();
        for (Knot knot : path) {
            assertThat(knot.certificate().converged())
                    .as(penalty + " " + loss + " " + knot)
                    .isTrue();
            double[] x = Arrays.copyOf(path.raw(knot).dense(), P + 1);
            x[P] = path.raw(knot).intercept(0);
            double here = objective(columns, datafit, penalty, knot.lambda(), features, x);
            assertThat(here).isCloseTo(knot.certificate().objective(), within(1e-12));
            for (int direction = 0; direction < 40; direction++) {
                double[] d = draw.normals(P + 1, 1);
                int only = draw.integer(0, P);
                for (int j = 0; j <= P && direction % 2 == 0; j++) {
                    d[j] = j == only ? d[j] : 0;
                }
                double h = 1e-5;
                double[] moved = IntStream.rangeClosed(0, P)
                        .mapToDouble(j -> x[j] + h * d[j])
                        .toArray();
                double there = objective(columns, datafit, penalty, knot.lambda(), features, moved);
                assertThat(there).isGreaterThanOrEqualTo(here - 1e-10);
            }
        }
    }

    /** Between columns that nearly agree, MCP at a small γ is not convex, and the certificate claims no more than it can. */
    @Test
    void claimsNoLocalMinimumWhereTheHessianIsNotPositive() {
        Draw draw = Draw.seeded(3);
        double[][] columns = draw.columns(50, 2);
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            columns[1][i] = columns[0][i] + 0.05 * columns[1][i];
            y[i] = columns[0][i] + columns[1][i] + 0.1 * draw.normal();
        }
        PathProblem problem = PathProblem.of(
                DenseDesign.ofColumns(50, columns),
                Features.numbered(2),
                Losses.squared().on(Target.of(y), filled(50, 1)),
                Penalties.named("mcp:1.1"));
        for (Knot knot : walk(problem, Lambdas.grid(10, 0.01))) {
            boolean both = knot.coefficients().active() == 2;
            boolean inside =
                    Arrays.stream(knot.coefficients().dense()).anyMatch(b -> Math.abs(b) < 1.1 * knot.lambda());
            if (both && inside) {
                assertThat(knot.certificate().claim()).isEqualTo(Claim.STATIONARY);
            }
        }
    }

    private static double objective(
            double[][] columns, Datafit datafit, Penalty penalty, double lambda, Features features, double[] x) {
        double[] eta = new double[columns[0].length];
        for (int i = 0; i < eta.length; i++) {
            eta[i] = x[P];
            for (int j = 0; j < P; j++) {
                eta[i] += x[j] * columns[j][i];
            }
        }
        return datafit.value(eta) + penalty.at(lambda, features).value(Arrays.copyOf(x, P));
    }

    private static double[] filled(int n, double value) {
        double[] filled = new double[n];
        Arrays.fill(filled, value);
        return filled;
    }

    private static LambdaPath walk(PathProblem problem, Lambdas lambdas) {
        return Paths.walk(problem, lambdas, Stopping.atGap(1e-12), Observer.SILENT);
    }
}
