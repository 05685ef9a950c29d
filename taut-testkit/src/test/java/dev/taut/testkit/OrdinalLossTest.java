package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.ProportionalOdds;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrdinalLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.ordinal();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        int classes = draw.integer(2, 3);
        return Target.classes(
                classes + draw.integer(0, 1),
                IntStream.range(0, rows).map(i -> i % classes).toArray());
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.of(0, 1), "needs classes", Target.classes(3, 1, 1), "two classes or more");
    }

    @Override
    protected boolean canonical() {
        return false;
    }

    /** Classes far apart. */
    @Override
    protected double[] fittedFreely(Target target, Datafit fit) {
        return Arrays.stream(((Target.Classes) target).codes())
                .mapToDouble(code -> 100 * code)
                .toArray();
    }

    @Test
    void valueIsTheLikelihoodAtTheBestThresholds() {
        Seeds.each(20, draw -> {
            Target.Classes target = (Target.Classes) target(8, draw);
            double[] weights = draw.weights(8);
            Datafit fit = loss().on(target, weights);
            double[] eta = eta(fit, draw, 1.5);
            double[] best = ProportionalOdds.thresholds(target, weights, eta);
            assertThat(fit.value(eta)).isCloseTo(minusLogLikelihood(target, weights, eta, best), within(1e-13));
            double[] other = best.clone();
            for (int k = 0; k < other.length; k++) {
                other[k] += 1e-3 * draw.normal();
            }
            Arrays.sort(other);
            assertThat(minusLogLikelihood(target, weights, eta, other)).isGreaterThanOrEqualTo(fit.value(eta) - 1e-14);
        });
    }

    private static double minusLogLikelihood(Target.Classes target, double[] weights, double[] eta, double[] theta) {
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            double[] probabilities = ProportionalOdds.probabilities(eta[i], theta);
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-14));
            sum -= weights[i] * Math.log(probabilities[target.codes()[i]]);
        }
        return sum / Arrays.stream(weights).sum();
    }

    private static LambdaPath path(Penalty penalty, Lambdas lambdas, Target target, double[]... columns) {
        return Paths.walk(
                PathProblem.of(
                        DenseDesign.ofColumns(target.rows(), columns),
                        Features.numbered(columns.length),
                        Losses.ordinal().on(target),
                        penalty),
                lambdas,
                Stopping.DEFAULT,
                Observer.SILENT);
    }

    private static final double[] SINES =
            IntStream.rangeClosed(1, 60).mapToDouble(Math::sin).toArray();
    private static final double[] COSINES =
            IntStream.rangeClosed(1, 60).mapToDouble(i -> Math.cos(3 * i)).toArray();

    private static Target waves() {
        int[] y = IntStream.range(0, 60)
                .map(k -> {
                    int i = k + 1;
                    double s = 1.5 * SINES[k] - COSINES[k] + 2 * Math.sin(7.0 * i * i);
                    return s < -1 ? 0 : s < 0.5 ? 1 : s < 1.8 ? 2 : 3;
                })
                .toArray();
        return Target.classes(4, y);
    }

    /** R 4.2.2, MASS 7.3-58.2: polr(y ~ x1 + x2, control = list(reltol = 1e-16, maxit = 500)). */
    @Test
    void withoutPenaltyItIsPolr() {
        Target target = waves();
        LambdaPath path = path(Penalty.none(), Lambdas.of(0), target, SINES, COSINES);
        Knot knot = path.knots().get(0);
        Coefficients raw = path.raw(knot);
        assertThat(raw.get(0, 0)).isCloseTo(2.020293342230, within(1e-6));
        assertThat(raw.get(1, 0)).isCloseTo(-0.419021332665, within(1e-6));
        assertThat(2 * 60 * knot.certificate().objective()).isCloseTo(134.15092434167, within(1e-8));
        double[] eta = IntStream.range(0, 60)
                .mapToDouble(i -> raw.get(0, 0) * SINES[i] + raw.get(1, 0) * COSINES[i])
                .toArray();
        assertThat(ProportionalOdds.thresholds((Target.Classes) target, Weights.equal(60), eta))
                .containsExactly(new double[] {-1.01459809279, 0.41944552583, 1.73551932743}, within(1e-6));
    }

    @Test
    void everyKnotOfALassoPathIsProved() {
        LambdaPath path = path(Penalty.lasso(), Lambdas.grid(30, 1e-3), waves(), SINES, COSINES);
        assertThat(path.knots())
                .hasSize(30)
                .allSatisfy(knot -> assertThat(knot.certificate().converged()).isTrue());
        assertThat(path.knots().get(0).coefficients().active()).isZero();
        assertThat(path.knots().get(29).coefficients().active()).isEqualTo(2);
    }
}
