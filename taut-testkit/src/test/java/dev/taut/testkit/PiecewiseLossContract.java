package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import dev.taut.loss.PiecewiseLoss;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The laws of every loss with corners: those of a smooth one where it is straight, and that its smooth neighbours lie
 * below it, touch it at their center, and come as close as one likes.
 */
abstract class PiecewiseLossContract extends LossContract {
    @Override
    protected abstract PiecewiseLoss loss();

    @Override
    protected boolean canonical() {
        return false;
    }

    /** Corners have no bound. */
    @Override
    @Test
    void curvatureKeepsToItsBoundAndNoSmallerBoundWouldDo() {
        assertThat(fit(5, Draw.seeded(1)).curvatureBound()).isInfinite();
    }

    private DualDatafit fit(int rows, Draw draw) {
        return loss().on(target(rows, draw), draw.weights(rows));
    }

    /** Slopes anywhere in the boxes of the rows. */
    private static double[] slopes(DualDatafit fit, Draw draw) {
        double[] some = gradient(fit, draw.normals(fit.rows(), 3));
        double[] other = gradient(fit, draw.normals(fit.rows(), 3));
        double[] slopes = new double[some.length];
        Arrays.setAll(slopes, i -> {
            double share = draw.uniform();
            return (share * some[i] + (1 - share) * other[i]) / fit.weights()[i];
        });
        return slopes;
    }

    @Test
    void neighboursLieBelowAndComeClose() {
        Seeds.each(40, draw -> {
            DualDatafit fit = fit(6, draw);
            double[] center = slopes(fit, draw);
            double[] eta = draw.normals(6, 2);
            double value = fit.value(eta);
            double before = Double.NEGATIVE_INFINITY;
            for (double width : new double[] {10, 1, 0.1, 1e-3, 1e-6}) {
                double near = fit.smoothed(center, width).value(eta);
                assertThat(near).isBetween(before - 1e-14, value + 1e-14);
                assertThat(value - near).isLessThanOrEqualTo(2 * width + 1e-14);
                before = near;
            }
        });
    }

    @Test
    void slopesOfNeighboursAreInTheDomain() {
        Seeds.each(40, draw -> {
            DualDatafit fit = fit(6, draw);
            Datafit near = fit.smoothed(slopes(fit, draw), 0.5);
            double[] eta = draw.normals(6, 3);
            double[] r = gradient(near, eta);
            assertThat(fit.conjugate(r)).isFinite();
            assertThat(fit.value(eta) + fit.conjugate(r)).isGreaterThanOrEqualTo(Vectors.dot(r, eta) - 1e-13);
        });
    }

    /** A center that is a subgradient is kept: the best r does not move, and nothing is subtracted. */
    @Test
    void neighboursTouchAtTheirCenter() {
        Seeds.each(40, draw -> {
            DualDatafit fit = fit(6, draw);
            double[] eta = draw.normals(6, 3);
            double[] r = gradient(fit, eta);
            double[] center = new double[6];
            Arrays.setAll(center, i -> r[i] / fit.weights()[i]);
            Datafit near = fit.smoothed(center, 0.7);
            assertThat(near.value(eta)).isCloseTo(fit.value(eta), within(1e-13));
            assertThat(gradient(near, eta)).containsExactly(r, within(1e-15));
        });
    }

    @Test
    void theMiddleIsInTheBox() {
        DualDatafit fit = fit(6, Draw.seeded(2));
        double[] r = new double[6];
        Arrays.setAll(r, i -> fit.weights()[i] * fit.middle()[i]);
        assertThat(fit.conjugate(r)).isFinite();
        assertThat(fit.width()).isPositive().isFinite();
    }

    /** A smooth neighbour of the middle, which obeys all laws of smooth losses. */
    record Neighbour(PiecewiseLoss exact, double width) implements SmoothLoss {
        @Override
        public String name() {
            return exact.name() + " rounded";
        }

        @Override
        public String formula() {
            return exact.formula() + ", rounded";
        }

        @Override
        public void mean(double[] eta, int outputs) {
            exact.mean(eta, outputs);
        }

        @Override
        public Datafit on(Target target, double[] weights) {
            DualDatafit fit = exact.on(target, weights);
            return fit.smoothed(fit.middle(), width);
        }
    }
}
