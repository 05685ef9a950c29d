package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.LinearPath;
import dev.taut.loss.Losses;
import dev.taut.loss.Weights;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Huber's loss with a given δ finds what scikit-learn's HuberRegressor does with its own scale σ: at δ = ε·σ and σ times its λ the two
 * have the same minimum, since σ·ρ(r/σ) is the loss with δ over σ.
 */
class GoldenHuberTest {
    static Stream<GoldenTable> tables() {
        return Golden.tables("robust").stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void coefficientsAgree(GoldenTable golden) {
        double epsilon = Losses.parameter(golden.loss());
        double sigma = scale(golden, epsilon);
        LinearPath path = Linear.of(Losses.huber(epsilon * sigma))
                .penalty(golden.penalty().equals("none") ? Penalty.none() : Penalty.ridge())
                .standardize(false)
                .lambdas(Lambdas.of(golden.lambda() * sigma))
                .path(golden.dataset());
        LinearModel model = path.model(path.path().knots().get(0));
        double[] beta = new double[golden.beta().length];
        model.coefficients()
                .forEach(term -> beta[Integer.parseInt(term.feature().substring(1))] = term.value());
        assertThat(beta).containsExactly(golden.beta(), within(1e-6));
        assertThat(model.intercepts().get(0)).isCloseTo(golden.intercepts()[0], within(1e-6));
    }

    /** σ of the stored fit: Σ wᵢ min(rᵢ²/σ², ε²) = 1. */
    private static double scale(GoldenTable golden, double epsilon) {
        int n = golden.y().length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] w = Weights.normalized(golden.weights().length > 0 ? golden.weights() : ones, n);
        double low = 1e-9;
        double high = 1e9;
        for (int step = 0; step < 200; step++) {
            double middle = Math.sqrt(low * high);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double r = golden.y()[i] - golden.intercepts()[0];
                for (int j = 0; j < golden.beta().length; j++) {
                    r -= golden.beta()[j] * golden.x()[j][i];
                }
                sum += w[i] * Math.min(r * r / (middle * middle), epsilon * epsilon);
            }
            if (sum > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
