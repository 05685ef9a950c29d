package dev.taut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AsymmetricLassoTest {
    private static final Features FEATURES = Features.numbered(4);

    @Test
    void theStepIsTheArgmin() {
        SeparableProx prox = (SeparableProx) new AsymmetricLasso(3).at(0.5, FEATURES);
        for (double u = -4; u <= 4; u += 0.25) {
            double best = prox.step(0, u, 2);
            for (double b = -3; b <= 3; b += 1.0 / 64) {
                assertThat(objective(prox, best, u)).isLessThanOrEqualTo(objective(prox, b, u) + 1e-12);
            }
        }
    }

    private static double objective(SeparableProx prox, double b, double u) {
        return b * b - u * b + prox.value(0, b);
    }

    @Test
    void withEqualPricesItIsTheLasso() {
        LambdaPath lasso = path(Penalty.lasso());
        LambdaPath ours = path(new AsymmetricLasso(1));
        assertThat(ours.lambdaMax()).isCloseTo(lasso.lambdaMax(), within(1e-9));
        for (int k = 0; k < lasso.knots().size(); k++) {
            assertThat(ours.knots().get(k).coefficients().dense())
                    .containsExactly(lasso.knots().get(k).coefficients().dense(), within(1e-6));
        }
    }

    @Test
    void aHighPriceKeepsCoefficientsFromBelowZero() {
        LambdaPath path = path(new AsymmetricLasso(1e6));
        assertThat(path.knots())
                .allSatisfy(knot -> assertThat(knot.coefficients().dense()).satisfies(beta -> {
                    for (double b : beta) {
                        assertThat(b).isNotNegative();
                    }
                }));
        assertThat(path.knots()).extracting(Knot::certificate).allMatch(certificate -> certificate.converged());
        assertThat(path.knots().get(9).coefficients().active()).isEqualTo(2);
    }

    /** y depends on x1 and x3 with a plus sign, on x2 with a minus sign. */
    private static LambdaPath path(Penalty penalty) {
        Random random = new Random(7);
        int rows = 200;
        double[][] x = new double[rows][4];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 4; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = 2 * x[i][0] - 2 * x[i][1] + x[i][2] + 0.1 * random.nextGaussian();
        }
        PathProblem problem =
                PathProblem.of(DenseDesign.ofRows(x), FEATURES, Losses.squared().on(Target.of(y)), penalty);
        return Paths.walk(problem, Lambdas.grid(10, 0.01), Stopping.DEFAULT, Observer.SILENT);
    }
}
