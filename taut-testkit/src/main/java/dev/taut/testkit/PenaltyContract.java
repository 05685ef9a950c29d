package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Features;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The laws of every convex separable penalty: its step is the minimiser that brute force finds, its slope, bend and
 * conjugate are those of its value, and factors, free columns and bounds mean what they say.
 * {@link PenaltyPathContract} adds λ_max and names.
 */
public abstract class PenaltyContract extends PenaltyPathContract {
    private static final double[] LAMBDAS = {0, 1e-3, 0.3, 1, 10};
    private static final double[] CURVATURES = {1e-2, 0.7, 1, 30};
    private static final double[] PLACES = {-3, -1, -0.2, -1e-3, 0, 1e-3, 0.2, 1, 3};

    /** A place in a penalty at one strength, as laws visit them. */
    private record At(SeparableProx prox, int column) {
        double value(double b) {
            return prox.value(column, b);
        }

        double lower() {
            return prox.lower(column);
        }

        double upper() {
            return prox.upper(column);
        }

        boolean inside(double b) {
            return b > lower() && b < upper();
        }
    }

    /** Plain, with factors, and within bounds: one column each. */
    private void each(Consumer<At> law) {
        Penalty adjusted = penalty()
                .factor("x2", 2.5)
                .free("x3")
                .within("x4", -0.5, 0.25)
                .within("x5", 0, Double.POSITIVE_INFINITY)
                .free("x6")
                .within("x6", -1, 0);
        for (double lambda : LAMBDAS) {
            SeparableProx plain = prox(penalty(), lambda, 2);
            SeparableProx changed = prox(adjusted, lambda, 6);
            law.accept(new At(plain, 1));
            for (int j = 0; j < 6; j++) {
                law.accept(new At(changed, j));
            }
        }
    }

    @Test
    void zeroCostsNothing() {
        each(at -> assertThat(at.value(0)).isZero());
    }

    @Test
    void valueIsTheSumOverCoordinates() {
        SeparableProx prox = prox(penalty().factor("x2", 3), 0.7, 2);
        double[] beta = {1, -2, 0, 0.5};
        double sum = prox.value(0, 1) + prox.value(1, -2) + prox.value(1, 0.5);
        assertThat(prox.value(beta)).isCloseTo(sum, within(1e-14));
    }

    /** Plain and adjusted alike: who says that all columns are penalised the same must mean it. */
    @Test
    void uniformMeansEveryColumn() {
        each(at -> {
            for (int j = 0; at.prox.isUniform() && j < at.prox.columns(); j++) {
                assertThat(at.prox.lower(j)).isEqualTo(at.lower());
                assertThat(at.prox.upper(j)).isEqualTo(at.upper());
                for (double b : PLACES) {
                    assertThat(at.prox.value(j, b)).isEqualTo(at.value(b));
                }
            }
        });
    }

    @Test
    void valueIsConvex() {
        each(at -> {
            for (double a : PLACES) {
                for (double b : PLACES) {
                    double chord = (at.value(a) + at.value(b)) / 2;
                    assertThat(at.value((a + b) / 2)).isLessThanOrEqualTo(chord + 1e-14 * (1 + chord));
                }
            }
        });
    }

    @Test
    void stepIsTheMinimiser() {
        each(at -> {
            for (double h : CURVATURES) {
                for (double u = -6; u <= 6; u += 0.37) {
                    double linear = u;
                    DoubleUnaryOperator objective = b -> h / 2 * b * b - linear * b + at.value(b);
                    double step = at.prox.step(at.column, u, h);
                    double reach = 1 + Math.abs(u) / h;
                    double best =
                            BruteForce.minimiser(objective, Math.max(at.lower(), -reach), Math.min(at.upper(), reach));
                    assertThat(step).isBetween(at.lower(), at.upper());
                    assertThat(objective.applyAsDouble(step))
                            .as("u = %s, curvature = %s, brute force finds b = %s", u, h, best)
                            .isLessThanOrEqualTo(objective.applyAsDouble(best) + 1e-14 * (1 + u * u / h));
                    assertThat(step).isCloseTo(best, within(1e-6 * reach));
                }
            }
        });
    }

    @Test
    void atLambdaZeroNothingHappens() {
        SeparableProx prox = prox(penalty().within("x2", -1, 0.5), 0, 2);
        for (double u : PLACES) {
            assertThat(prox.value(0, u)).isZero();
            assertThat(prox.step(0, u, 2)).isEqualTo(u / 2);
            assertThat(prox.step(1, u, 2)).isEqualTo(Math.max(-1, Math.min(0.5, u / 2)));
        }
    }

    @Test
    void slopeAndBendAreDerivatives() {
        double step = 1e-6;
        each(at -> {
            for (double b : PLACES) {
                if (b != 0) {
                    double slope = (at.value(b + step) - at.value(b - step)) / (2 * step);
                    assertThat(at.prox.slope(at.column, b, 1)).isCloseTo(slope, within(1e-8 * (1 + Math.abs(slope))));
                    assertThat(at.prox.slope(at.column, b, -1)).isEqualTo(at.prox.slope(at.column, b, 1));
                    double bend =
                            (at.prox.slope(at.column, b * (1 + step), 1) - at.prox.slope(at.column, b * (1 - step), 1))
                                    / (2 * step * b);
                    assertThat(at.prox.bend(at.column, b)).isCloseTo(bend, within(1e-6 * (1 + Math.abs(bend))));
                }
            }
            assertThat(at.prox.slope(at.column, 0, 1)).isCloseTo(at.value(1e-9) / 1e-9, within(1e-7));
            assertThat(at.prox.slope(at.column, 0, -1)).isCloseTo(-at.value(-1e-9) / 1e-9, within(1e-7));
        });
    }

    @Test
    void conjugateIsTheSupremum() {
        each(at -> {
            for (double u = -4; u <= 4; u += 0.23) {
                double linear = u;
                DoubleUnaryOperator fall = b -> at.value(b) - linear * b;
                double near = -least(fall, at, 1e3);
                double far = -least(fall, at, 1e6);
                double conjugate = at.prox.conjugate(at.column, u);
                if (far > near + 1e-3 * (1 + near)) {
                    // still climbing at 1e6: finite only if the growth is quadratic
                    assertThat(conjugate).as("g*(%s)", u).isGreaterThanOrEqualTo(far * (1 - 1e-9));
                } else {
                    assertThat(conjugate).as("g*(%s)", u).isCloseTo(far, within(1e-6 * (1 + Math.abs(far))));
                }
            }
        });
    }

    private static double least(DoubleUnaryOperator objective, At at, double reach) {
        return objective.applyAsDouble(
                BruteForce.minimiser(objective, Math.max(at.lower(), -reach), Math.min(at.upper(), reach)));
    }

    @Test
    void dualLimitIsWhereTheConjugateEnds() {
        each(at -> {
            for (int side : new int[] {-1, 1}) {
                double limit = at.prox.dualLimit(at.column, side);
                assertThat(limit).isNotNegative();
                double within = Double.isInfinite(limit) ? 1e3 : limit * (1 - 1e-9);
                assertThat(at.prox.conjugate(at.column, side * within)).isFinite();
                if (Double.isFinite(limit)) {
                    assertThat(at.prox.conjugate(at.column, side * (limit + 1e-6 * (1 + limit))))
                            .isInfinite();
                }
            }
        });
    }

    @Test
    void violationIsZeroExactlyAtSolutions() {
        each(at -> {
            for (double h : CURVATURES) {
                for (double u = -6; u <= 6; u += 0.37) {
                    double b = at.prox.step(at.column, u, h);
                    double rounding = 1e-13 * (1 + Math.abs(u));
                    assertThat(at.prox.violation(at.column, b, h * b - u)).isLessThanOrEqualTo(rounding);
                    for (double off : new double[] {b - 0.01, b + 0.01}) {
                        if (at.inside(off)) {
                            assertThat(at.prox.violation(at.column, off, h * off - u))
                                    .as("violation at %s, where %s is the solution", off, b)
                                    .isGreaterThanOrEqualTo(0.99 * h * 0.01);
                        }
                    }
                }
            }
        });
    }

    @Test
    void aFactorMultipliesLambda() {
        SeparableProx factored = prox(penalty().factor("x2", 4), 0.2, 3);
        SeparableProx plain = prox(penalty(), 0.8, 3);
        for (double b : PLACES) {
            assertThat(factored.value(1, b)).isCloseTo(plain.value(1, b), within(1e-15));
            assertThat(factored.step(1, b, 1.5)).isCloseTo(plain.step(1, b, 1.5), within(1e-15));
            assertThat(factored.value(0, b)).isEqualTo(prox(penalty(), 0.2, 3).value(0, b));
        }
    }

    @Test
    void freeColumnsAreLikeAnIntercept() {
        SeparableProx prox = prox(penalty().free("x1", "x3"), 5, 3);
        assertThat(prox.isFree(0)).isTrue();
        assertThat(prox.isFree(2)).isTrue();
        assertThat(prox.value(2, 7)).isZero();
        assertThat(prox.step(2, 7, 2)).isEqualTo(3.5);
        assertThat(prox.isFree(1)).isEqualTo(prox(penalty(), 5, 3).isFree(1));
    }

    @Test
    void boundsHoldOnTheRawScale() {
        SeparableProx prox = prox(penalty().within("x*", -2, 1).scaled(new double[] {1, 10, 0.5}), 0.1, 3);
        assertThat(prox.lower(1)).isEqualTo(-20);
        assertThat(prox.upper(2)).isEqualTo(0.5);
        assertThat(prox.step(0, 100, 1)).isEqualTo(1);
        assertThat(prox.step(0, -100, 1)).isEqualTo(-2);
    }

    @Test
    void theLastAdjustmentOfAColumnCounts() {
        Penalty base = penalty();
        Penalty changed =
                base.factor("x*", 2).factor("x2", 5).within("x1", -1, 1).within("x1", -3, 3);
        SeparableProx prox = prox(changed, 1, 2);
        assertThat(prox.value(1, 1)).isCloseTo(prox(base, 5, 2).value(1, 1), within(1e-15));
        assertThat(prox.upper(0)).isEqualTo(3);
        assertThat(prox(base, 1, 2).upper(0)).as("the penalty it was made from").isInfinite();
    }

    @Test
    void senselessAdjustmentsAreRefused() {
        assertRefused("x1", () -> penalty().factor("x1", -1));
        assertRefused("x1", () -> penalty().factor("x1", Double.NaN));
        assertRefused("x1", () -> penalty().factor("x1", Double.POSITIVE_INFINITY));
        assertRefused("x1", () -> penalty().within("x1", 1, 2));
        assertRefused("x1", () -> penalty().within("x1", Double.NaN, 2));
        assertRefused("price", () -> penalty().free("price").at(1, Features.numbered(2)));
    }

    private static void assertRefused(String subject, Runnable adjustment) {
        assertThatThrownBy(adjustment::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(subject);
    }
}
