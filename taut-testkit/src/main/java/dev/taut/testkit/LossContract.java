package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The laws of every smooth loss: its derivatives are those of its value, its curvature keeps to its bound, weights
 * count rows, and targets it has no meaning for are refused by row. {@link LossDualityContract} adds the conjugate.
 */
public abstract class LossContract extends LossDualityContract {
    private static final double STEP = 1e-5;

    /** Targets the loss must refuse, each with a part of the message, which names the row (counted from 1). */
    protected abstract Map<Target, String> refused();

    /** Whether ∂ℓ/∂η = mean(η) − y, as for every canonical link. */
    protected boolean canonical() {
        return true;
    }

    /** Whether a row of weight two is the row twice; with tied events after Efron it is not. */
    protected boolean weightsCountRows() {
        return true;
    }

    @Test
    void gradientIsTheSlopeOfTheValue() {
        Seeds.each(20, draw -> {
            Datafit fit = draw(draw, 6);
            double[] eta = eta(fit, draw, 1.5);
            double[] gradient = gradient(fit, eta);
            for (int i = 0; i < eta.length; i++) {
                double slope = (fit.value(moved(eta, i, STEP)) - fit.value(moved(eta, i, -STEP))) / (2 * STEP);
                assertThat(gradient[i]).as("∂F/∂η[%d]", i).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
            }
        });
    }

    @Test
    void curvatureTimesIsTheChangeOfTheGradient() {
        Seeds.each(20, draw -> {
            Datafit fit = draw(draw, 6);
            double[] eta = eta(fit, draw, 1.5);
            double[] v = draw.normals(eta.length, 1);
            double[] ahead = gradient(fit, moved(eta, v, STEP));
            double[] behind = gradient(fit, moved(eta, v, -STEP));
            double[] product = curvatureTimes(fit, eta, v);
            for (int i = 0; i < eta.length; i++) {
                double change = (ahead[i] - behind[i]) / (2 * STEP);
                assertThat(product[i]).as("(∇²F·v)[%d]", i).isCloseTo(change, within(1e-7 * (1 + Math.abs(change))));
            }
        });
    }

    @Test
    void curvatureIsTheDiagonal() {
        Seeds.each(10, draw -> {
            Datafit fit = draw(draw, 5);
            double[] eta = eta(fit, draw, 2);
            double[] diagonal = curvature(fit, eta);
            for (int i = 0; i < eta.length; i++) {
                double[] unit = moved(new double[eta.length], i, 1);
                assertThat(curvatureTimes(fit, eta, unit)[i])
                        .as("∇²F[%d, %d]", i, i)
                        .isCloseTo(diagonal[i], within(1e-15));
            }
        });
    }

    @Test
    void couplingIsTheCurvature() {
        Seeds.each(10, draw -> {
            Datafit fit = draw(draw, 6);
            double[] eta = eta(fit, draw, 2);
            fit.coupling(eta).ifPresent(coupling -> {
                double[] v = draw.normals(eta.length, 1);
                double[] u = draw.normals(coupling.rank(), 1);
                double[] product = new double[eta.length];
                coupling.curvatureTimes(v, product);
                assertThat(product).containsExactly(curvatureTimes(fit, eta, v), within(1e-15));
                double[] forward = new double[u.length];
                double[] backward = new double[v.length];
                coupling.times(v, forward);
                coupling.subtractTransposed(u, backward);
                assertThat(Vectors.dot(forward, u)).as("⟨Bv, u⟩").isCloseTo(-Vectors.dot(v, backward), within(1e-13));
                for (double h : coupling.diagonal()) {
                    assertThat(h).isNotNegative();
                }
            });
        });
    }

    @Test
    void shiftsChangeNothingWhereTheDatafitSaysSo() {
        Seeds.each(10, draw -> {
            Datafit fit = draw(draw, 6);
            double[] eta = eta(fit, draw, 2);
            double[] shifted = eta.clone();
            Vectors.add(3, shifted, 0, fit.rows());
            double change = Math.abs(fit.value(shifted) - fit.value(eta));
            assertThat(change <= 1e-13 * (1 + Math.abs(fit.value(eta)))).isEqualTo(fit.isShiftInvariant());
        });
    }

    @Test
    void oneEvaluationIsValueGradientAndCurvature() {
        Seeds.each(10, draw -> {
            Datafit fit = draw(draw, 5);
            double[] eta = eta(fit, draw, 3);
            double[] gradient = new double[eta.length];
            double[] once = new double[eta.length];
            double[] diagonal = new double[eta.length];
            double value = fit.evaluate(eta, once, diagonal);
            fit.gradient(eta, gradient);
            assertThat(value).isCloseTo(fit.value(eta), within(1e-14 * (1 + Math.abs(value))));
            assertThat(once).containsExactly(gradient, within(1e-14 * (1 + Vectors.maxAbs(gradient))));
            assertThat(diagonal).containsExactly(curvature(fit, eta), within(1e-14 * (1 + Vectors.maxAbs(diagonal))));
        });
    }

    @Test
    void curvatureKeepsToItsBoundAndNoSmallerBoundWouldDo() {
        Datafit fit = draw(Draw.seeded(1), 3);
        double steepest = 0;
        for (double level = -40; level <= 40; level += 1.0 / 64) {
            double[] eta = new double[3 * fit.outputs()];
            Arrays.fill(eta, level);
            // Beyond the first two outputs nothing counts; there two equal outputs share all of the probability.
            Arrays.fill(eta, Math.min(2, fit.outputs()) * 3, eta.length, -100);
            for (int row = 0; row < 3; row++) {
                double[] v = new double[eta.length];
                v[row] = 1;
                v[fit.outputs() == 1 ? row : 3 + row] = fit.outputs() == 1 ? 1 : -1;
                double form = Vectors.dot(v, curvatureTimes(fit, eta, v)) / (fit.weights()[row] * Vectors.dot(v, v));
                steepest = Math.max(steepest, form);
            }
        }
        double bound = fit.curvatureBound();
        if (fit.coupling(new double[3 * fit.outputs()]).isPresent()) {
            assertThat(bound).as("no row has a bound of its own").isInfinite();
        } else if (Double.isInfinite(bound)) {
            assertThat(steepest).as("curvature without bound").isGreaterThan(1e6);
        } else {
            assertThat(steepest).isBetween(0.999 * bound, bound * (1 + 1e-12));
        }
    }

    @Test
    void weightTwoIsADuplicatedRow() {
        Assumptions.assumeTrue(weightsCountRows());
        Seeds.each(20, draw -> {
            int n = draw.integer(2, 6);
            int twice = draw.integer(0, n - 1);
            Target target = target(n, draw);
            double[] weights = new double[n];
            Arrays.fill(weights, 1);
            Datafit duplicated = loss().on(Rows.of(target, Rows.allAnd(n, twice)));
            weights[twice] = 2;
            Datafit weighted = loss().on(target, weights);
            double[] eta = eta(weighted, draw, 2);
            double[] longer = Rows.ofBlocks(eta, n, Rows.allAnd(n, twice));
            assertThat(weighted.value(eta)).isCloseTo(duplicated.value(longer), within(1e-13 * (1 + eta.length)));
            assertThat(weighted.saturated()).isCloseTo(duplicated.saturated(), within(1e-13));
            assertThat(weighted.intercepts()).containsExactly(duplicated.intercepts(), within(1e-12));
            double[] single = gradient(weighted, eta);
            double[] both = gradient(duplicated, longer);
            for (int k = 0; k < weighted.outputs(); k++) {
                double sum = both[k * (n + 1) + twice] + both[k * (n + 1) + n];
                assertThat(single[k * n + twice]).isCloseTo(sum, within(1e-13));
            }
        });
    }

    @Test
    void weightsCountByProportionAndZeroMeansAbsent() {
        Seeds.each(10, draw -> {
            int n = 5;
            Target target = target(n, draw);
            double[] weights = draw.weights(n);
            weights[2] = 0;
            double[] larger = Arrays.stream(weights).map(w -> 1000 * w).toArray();
            Datafit fit = loss().on(target, weights);
            Datafit scaled = loss().on(target, larger);
            Datafit without = loss().on(Rows.of(target, 0, 1, 3, 4), Rows.of(weights, 0, 1, 3, 4));
            double[] eta = eta(fit, draw, 2);
            double value = fit.value(eta);
            assertThat(Vectors.sum(fit.weights(), 0, n)).isCloseTo(1, within(1e-15));
            assertThat(scaled.value(eta)).isCloseTo(value, within(1e-14 * (1 + Math.abs(value))));
            assertThat(without.value(Rows.ofBlocks(eta, n, 0, 1, 3, 4)))
                    .isCloseTo(value, within(1e-14 * (1 + Math.abs(value))));
            for (int k = 0; k < fit.outputs(); k++) {
                assertThat(gradient(fit, eta)[k * n + 2]).isZero();
            }
            assertThat(fit.hasConjugate() ? fit.conjugate(gradient(fit, eta)) : 0)
                    .isFinite();
        });
    }

    @Test
    void interceptsMinimiseOverConstants() {
        Seeds.each(20, draw -> {
            Datafit fit = draw(draw, 20);
            double[] best = fit.intercepts();
            assertThat(best).hasSize(fit.outputs());
            double least = fit.value(constant(fit, best));
            for (int trial = 0; trial < 20; trial++) {
                double[] other = moved(best, draw.normals(best.length, 1), Math.pow(10, -draw.integer(0, 4)));
                assertThat(fit.value(constant(fit, other)))
                        .isGreaterThanOrEqualTo(least - 1e-14 * (1 + Math.abs(least)));
            }
        });
    }

    @Test
    void hugeLinearPredictorsGiveNumbers() {
        for (double size : new double[] {1e3, 1e6}) {
            Datafit fit = draw(Draw.seeded(7), 4);
            double[] eta = Arrays.stream(eta(fit, Draw.seeded(8), 1))
                    .map(t -> Math.copySign(size, t))
                    .toArray();
            assertThat(fit.value(eta)).isGreaterThanOrEqualTo(fit.saturated());
            assertThat(gradient(fit, eta)).doesNotContain(Double.NaN);
            assertThat(curvature(fit, eta)).doesNotContain(Double.NaN);
            if (Double.isFinite(fit.curvatureBound())) {
                assertThat(fit.value(eta)).isFinite();
                loss().mean(eta, fit.outputs());
                assertThat(Arrays.stream(eta).allMatch(Double::isFinite)).isTrue();
            }
        }
    }

    @Test
    void meanIsTheDerivativeOfTheCumulant() {
        Seeds.each(10, draw -> {
            Datafit fit = draw(draw, 5);
            double[] eta = eta(fit, draw, 2);
            double[] other = eta(fit, draw, 2);
            double[] first = gradient(fit, eta);
            double[] second = gradient(fit, other);
            loss().mean(eta, fit.outputs());
            loss().mean(other, fit.outputs());
            for (int i = 0; canonical() && i < eta.length; i++) {
                assertThat(first[i] - second[i])
                        .isCloseTo(fit.weights()[i % 5] * (eta[i] - other[i]), within(1e-13 * (1 + Math.abs(eta[i]))));
            }
            for (int i = 0; fit.isSymmetric() && i < 5; i++) {
                double sum = 0;
                for (int k = 0; k < fit.outputs(); k++) {
                    assertThat(eta[k * 5 + i]).isBetween(0.0, 1.0);
                    sum += eta[k * 5 + i];
                }
                assertThat(sum).as("probabilities of row %d", i + 1).isCloseTo(1, within(1e-14));
            }
        });
    }

    @Test
    void illegalTargetsAreRefusedByRow() {
        assertThat(refused()).isNotEmpty();
        refused()
                .forEach((target, message) -> assertThatThrownBy(() -> loss().on(target))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(message));
    }

    @Test
    void illegalWeightsAreRefusedByRow() {
        Target target = target(3, Draw.seeded(1));
        Map.of(
                        "row 2",
                        new double[] {1, -1, 1},
                        "row 3",
                        new double[] {1, 1, Double.NaN},
                        "zero",
                        new double[3],
                        "2 weights for 3 rows",
                        new double[2])
                .forEach((message, weights) -> assertThatThrownBy(() -> loss().on(target, weights))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(message));
    }

    @Test
    void targetsAndWeightsAreCopied() {
        double[] weights = {1, 2, 3, 4};
        Target target = target(4, Draw.seeded(3));
        Datafit fit = loss().on(target, weights);
        double[] eta = eta(fit, Draw.seeded(4), 1);
        double before = fit.value(eta);
        Arrays.fill(weights, 9);
        Arrays.fill(target instanceof Target.Numeric numeric ? numeric.values() : new double[0], 0);
        Arrays.fill(target instanceof Target.Responses responses ? responses.values() : new double[0], 0);
        Arrays.fill(target instanceof Target.Classes classes ? classes.codes() : new int[0], 0);
        assertThat(fit.value(eta)).isEqualTo(before);
    }

    @Test
    void sayWhatTheyAre() {
        assertThat(loss().name()).isNotBlank().isEqualTo(loss().name().strip());
        assertThat(loss().formula()).isNotBlank().doesNotContain("\n");
        assertThat(loss()).as("a loss is a value").isEqualTo(loss());
    }
}
