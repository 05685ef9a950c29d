package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
import dev.taut.loss.Target;
import org.junit.jupiter.api.Test;

/** The laws that tie a loss to its convex conjugate, on which every duality gap rests. */
public abstract class LossDualityContract {
    /** The loss under test. */
    protected abstract Loss loss();

    /** A random target the loss has a meaning for, with this number of rows; with classes, every class occurs in 4 rows. */
    protected abstract Target target(int rows, Draw draw);

    @Test
    void fenchelAndYoung() {
        Seeds.each(40, draw -> {
            Datafit fit = draw(draw, 5);
            double[] eta = eta(fit, draw, 2);
            double[] r = gradient(fit, eta(fit, draw, 2));
            double shrink = draw.uniform();
            for (int i = 0; i < r.length; i++) {
                r[i] *= shrink;
            }
            double product = Vectors.dot(r, eta);
            assertThat(fit.value(eta) + fit.conjugate(r))
                    .isGreaterThanOrEqualTo(product - 1e-13 * (1 + Math.abs(product)));
        });
    }

    @Test
    void fenchelAndYoungAreEqualAtTheGradient() {
        Seeds.each(40, draw -> {
            Datafit fit = draw(draw, 5);
            double[] eta = eta(fit, draw, draw.integer(1, 4));
            double[] r = gradient(fit, eta);
            double product = Vectors.dot(r, eta);
            double value = fit.value(eta);
            if (fit.hasConjugate()) {
                assertThat(value + fit.conjugate(r))
                        .isCloseTo(product, within(1e-13 * (1 + Math.abs(product) + Math.abs(value))));
            }
        });
    }

    /** What {@link Datafit#hasConjugate} promises of a gap when there is no conjugate; and true when there is one. */
    @Test
    void theChordToTheGradientBoundsFenchelsProduct() {
        Seeds.each(40, draw -> {
            Datafit fit = draw(draw, 5);
            double[] at = eta(fit, draw, 2);
            double[] eta = eta(fit, draw, 2);
            double[] r = gradient(fit, at);
            double t = draw.uniform();
            double bound = t * (Vectors.dot(r, at) - fit.value(at)) - (1 - t) * fit.saturated();
            double product = t * Vectors.dot(r, eta);
            assertThat(fit.value(eta) + bound).isGreaterThanOrEqualTo(product - 1e-13 * (1 + Math.abs(product)));
        });
    }

    /** Where η ↦ ⟨r, η⟩ − F(η) climbs without end, only +∞ bounds it. */
    @Test
    void conjugateBoundsEveryRay() {
        Seeds.each(40, draw -> {
            Datafit fit = draw(draw, 3);
            double[] r = draw.normals(3 * fit.outputs(), 0.5);
            double conjugate = fit.conjugate(r);
            for (int i = 0; i < r.length; i++) {
                for (double t = 1e-3; t < 1e7; t *= 10) {
                    assertClimbsBelow(conjugate, fit, r, i, t);
                    assertClimbsBelow(conjugate, fit, r, i, -t);
                }
            }
        });
    }

    private static void assertClimbsBelow(double conjugate, Datafit fit, double[] r, int cell, double t) {
        double height = r[cell] * t - fit.value(moved(new double[r.length], cell, t));
        assertThat(conjugate)
                .as("F*(r) and η[%d] = %s", cell, t)
                .isGreaterThanOrEqualTo(height - 1e-9 * (1 + Math.abs(t)));
    }

    @Test
    void saturatedIsTheLeastValue() {
        Seeds.each(10, draw -> {
            Target target = target(4, draw);
            Datafit fit = loss().on(target, draw.weights(4));
            double saturated = fit.saturated();
            assertThat(fit.conjugate(new double[4 * fit.outputs()]))
                    .isCloseTo(-saturated, within(1e-14 * (1 + Math.abs(saturated))));
            assertThat(fit.value(eta(fit, draw, 3))).isGreaterThanOrEqualTo(saturated);
            assertThat(fit.value(fittedFreely(target, fit)))
                    .isCloseTo(saturated, within(1e-8 * (1 + Math.abs(saturated))));
        });
    }

    /** The gradient of a saturated fit lies on the edge of the domain of F*, where rounding must not push it out. */
    @Test
    void conjugateIsFiniteAtTheGradientOfAnExtremeFit() {
        Seeds.each(200, draw -> {
            Datafit fit = loss().on(target(5, draw), draw.weights(5));
            double[] eta = eta(fit, draw, 40);
            if (fit.hasConjugate()) {
                assertThat(fit.conjugate(gradient(fit, eta))).isFinite();
            }
        });
    }

    /** Where F is least, as far as numbers go: each η in turn to the best of 2001 places between −50 and 50, and then closer. */
    protected double[] fittedFreely(Target target, Datafit fit) {
        double[] eta = new double[fit.rows() * fit.outputs()];
        for (double width = 50; width > 1e-5; width /= 100) {
            for (int i = 0; i < eta.length; i++) {
                double center = eta[i];
                double best = fit.value(eta);
                double place = center;
                for (int k = -1000; k <= 1000; k++) {
                    eta[i] = center + width * k / 1000;
                    double value = fit.value(eta);
                    if (value < best) {
                        best = value;
                        place = eta[i];
                    }
                }
                eta[i] = place;
            }
        }
        return eta;
    }

    final Datafit draw(Draw draw, int rows) {
        return loss().on(target(rows, draw), draw.weights(rows));
    }

    static double[] eta(Datafit fit, Draw draw, double scale) {
        return draw.normals(fit.rows() * fit.outputs(), scale);
    }

    static double[] constant(Datafit fit, double[] intercepts) {
        double[] eta = new double[fit.rows() * fit.outputs()];
        for (int k = 0; k < intercepts.length; k++) {
            Vectors.add(intercepts[k], eta, k * fit.rows(), fit.rows());
        }
        return eta;
    }

    static double[] gradient(Datafit fit, double[] eta) {
        double[] out = new double[eta.length];
        fit.gradient(eta, out);
        return out;
    }

    static double[] curvature(Datafit fit, double[] eta) {
        double[] out = new double[eta.length];
        fit.curvature(eta, out);
        return out;
    }

    static double[] curvatureTimes(Datafit fit, double[] eta, double[] v) {
        double[] out = new double[eta.length];
        fit.curvatureTimes(eta, v, out);
        return out;
    }

    static double[] moved(double[] eta, int cell, double step) {
        double[] moved = eta.clone();
        moved[cell] += step;
        return moved;
    }

    static double[] moved(double[] eta, double[] direction, double step) {
        double[] moved = eta.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }
}
