package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.LinearPath;
import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.loss.Losses;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a table to coefficients, intercepts and predictions that other programs find, too. */
class GoldenTableTest {
    static Stream<GoldenTable> tables() {
        return Stream.of("ordinal", "robust").flatMap(file -> Golden.tables(file).stream());
    }

    private static LinearPath path(GoldenTable golden) {
        Penalty penalty = golden.penalty().equals("none") ? Penalty.none() : Penalty.ridge();
        return Linear.of(Losses.named(golden.loss()))
                .penalty(penalty)
                .standardize(false)
                .lambdas(Lambdas.of(golden.lambda()))
                .path(golden.dataset());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void coefficientsAgree(GoldenTable golden) {
        LinearPath path = path(golden);
        Knot knot = path.path().knots().get(0);
        LinearModel model = path.model(knot);
        assertThat(knot.certificate().converged()).isTrue();
        assertThat(knot.certificate().objective()).isCloseTo(golden.objective(), within(1e-9 * golden.objective()));
        double[] beta = new double[golden.beta().length];
        model.coefficients()
                .forEach(term -> beta[Integer.parseInt(term.feature().substring(1))] = term.value());
        assertThat(beta).containsExactly(golden.beta(), within(1e-6));
        assertThat(model.intercepts().stream().mapToDouble(v -> v).toArray())
                .containsExactly(golden.intercepts(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void pathAndModelPredictTheSame(GoldenTable golden) {
        LinearPath path = path(golden);
        Knot knot = path.path().knots().get(0);
        Dataset data = golden.dataset();
        Predictions predictions = path.model(knot).predict(data.table());
        double[] means = path.trainingMeans(path.path().raw(knot));
        assertThat(predictions.means()).containsExactly(means, within(1e-12));
        for (int i = 0; i < data.rows() && golden.loss().equals("ordinal"); i++) {
            double eta = 0;
            for (int j = 0; j < golden.beta().length; j++) {
                eta += golden.beta()[j] * golden.x()[j][i];
            }
            double upTo = 0;
            for (int k = 0; k < golden.intercepts().length; k++) {
                upTo += predictions.probability(i, k);
                assertThat(upTo).isCloseTo(1 / (1 + Math.exp(eta - golden.intercepts()[k])), within(1e-6));
            }
        }
    }
}
