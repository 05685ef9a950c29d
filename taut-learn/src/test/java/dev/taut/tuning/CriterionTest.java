package dev.taut.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.finding.Refused;
import dev.taut.loss.Losses;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {
    private static final int ROWS = 40;

    private static Dataset numbers(double[] y) {
        Random random = new Random(5);
        NumericColumn[] columns = new NumericColumn[7];
        for (int j = 0; j < 6; j++) {
            columns[j] = NumericColumn.of(
                    "x" + j, random.doubles(ROWS).map(v -> 4 * v).toArray());
        }
        columns[6] = NumericColumn.of("y", y);
        return Dataset.of(Table.of(columns), "y");
    }

    private static double[] target() {
        Random random = new Random(6);
        return random.doubles(ROWS).map(v -> 10 * v).toArray();
    }

    private static LinearPath path(Penalty penalty, double[] y, double lambda) {
        return Linear.regression()
                .penalty(penalty)
                .lambdas(Lambdas.of(lambda))
                .stopping(new Stopping(1e-14, 100_000))
                .path(numbers(y));
    }

    /** Degrees of freedom are Σ ∂ŷᵢ/∂yᵢ (Efron 1986), here by differences. */
    @ParameterizedTest
    @CsvSource({"ridge, 0.7", "ridge, 20", "lasso, 0.1", "enet:0.5, 0.2", "enet:0.1, 0.5", "none, 0"})
    void degreesOfFreedomAreWhatFittedValuesOweTheirOwnTarget(String penalty, double lambda) {
        Penalty shape = Penalties.named(penalty);
        double[] y = target();
        LinearPath fitted = path(shape, y, lambda);
        double expected = 0;
        double step = 1e-4;
        for (int i = 0; i < ROWS; i++) {
            expected += (fitted(shape, y, lambda, i, step) - fitted(shape, y, lambda, i, -step)) / (2 * step);
        }
        double degrees = DegreesOfFreedom.of(fitted).at(fitted.path().knots().get(0));
        assertThat(degrees).isCloseTo(expected, within(1e-4));
    }

    private static double fitted(Penalty penalty, double[] y, double lambda, int row, double step) {
        double[] moved = y.clone();
        moved[row] += step;
        LinearPath path = path(penalty, moved, lambda);
        return path.trainingMeans(path.path().raw(path.path().knots().get(0)))[row];
    }

    /** BIC(glm) and extractAIC of R on all nine predictors: deviance 472.14 and ten parameters. */
    @Test
    void bicOfALogisticFitIsThatOfR() {
        LinearPath path =
                Linear.logistic().penalty(Penalty.none()).path(Dataset.of(SharedData.table("saheart.csv"), "chd"));
        assertThat(Criterion.of(Rule.BIC, path, 1).values()[0]).isCloseTo(472.14 + 10 * Math.log(462), within(0.005));
        assertThat(Criterion.of(Rule.AICC, path, 1).values()[0])
                .isCloseTo(472.14 + 20 + 2.0 * 10 * 11 / (462 - 11), within(0.005));
    }

    @Test
    void theFormulasOfTheSquaredLoss() {
        LinearPath path = path(Penalty.lasso(), target(), 0.1);
        double n = ROWS;
        double rss = path.deviance(path.path().knots().get(0));
        double active = path.path().knots().get(0).coefficients().active();
        double d = active + 1;
        double misfit = n * Math.log(rss / n);
        assertThat(Criterion.of(Rule.BIC, path, 1).values()[0]).isCloseTo(misfit + d * Math.log(n), within(1e-9));
        assertThat(Criterion.of(Rule.EBIC, path, 1).values()[0])
                .isCloseTo(misfit + d * Math.log(n) + active * Math.log(6), within(1e-9));
        double k = d + 1;
        assertThat(Criterion.of(Rule.AICC, path, 1).values()[0])
                .isCloseTo(misfit + 2 * k + 2 * k * (k + 1) / (n - k - 1), within(1e-9));
        assertThat(Criterion.of(Rule.GCV, path, 1).values()[0])
                .isCloseTo(rss / n / Math.pow(1 - d / n, 2), within(1e-9));
    }

    @Test
    void bicFindsTheTwoFeaturesThatMatterAmongManyMoreThanRows() {
        Random random = new Random(2);
        NumericColumn[] columns = new NumericColumn[201];
        double[] y = random.doubles(60).map(v -> v - 0.5).toArray();
        for (int j = 0; j < 200; j++) {
            double[] x = random.doubles(60).map(v -> 4 * v).toArray();
            int column = j;
            Arrays.setAll(y, i -> y[i] + (column < 2 ? 3 * x[i] : 0));
            columns[j] = NumericColumn.of("x" + j, x);
        }
        columns[200] = NumericColumn.of("y", y);
        LinearPath path = Linear.regression().penalty(Penalties.named("mcp")).path(Dataset.of(Table.of(columns), "y"));
        Criterion ebic = Criterion.of(Rule.EBIC, path, path.path().knots().size());
        assertThat(path.path().knots().get(ebic.best()).coefficients().active()).isEqualTo(2);
        assertThat(ebic.degrees()[ebic.best()]).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relaxed", "group", "l0", "slope"})
    void penaltiesWithoutKnownDegreesOfFreedomAreRefused(String penalty) {
        LinearPath path = path(Penalties.named(penalty), target(), 0.1);
        assertThatThrownBy(() -> Criterion.of(Rule.BIC, path, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no degrees of freedom that are known")
                .hasMessageContaining("--rule 1se");
    }

    @Test
    void lossesWithoutALikelihoodAreRefused() {
        LinearPath huber = Linear.of(Losses.huber(1)).lambdas(Lambdas.of(0.1)).path(numbers(target()));
        assertThatThrownBy(() -> Criterion.of(Rule.BIC, huber, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("needs a likelihood without a scale of its own");
        LinearPath counts = Linear.poisson()
                .lambdas(Lambdas.of(0.1))
                .path(numbers(Arrays.stream(target()).map(Math::rint).toArray()));
        assertThat(Criterion.of(Rule.BIC, counts, 1).values()[0]).isFinite();
        assertThatThrownBy(() -> Criterion.of(Rule.GCV, counts, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("gcv is a mean squared error");
    }
}
