package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.LinearPath;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.finding.Refused;
import dev.taut.loss.Losses;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.MissingColumns;
import dev.taut.run.Run;
import dev.taut.tuning.FitPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families of losses from the table to the report's figures. */
class FamiliesTest {
    /** Positive amounts that grow with a and with the exposure t. */
    private static Dataset amounts(int rows) {
        Dataset samples = Samples.regression(rows, 3);
        double[] y = ((NumericColumn) samples.target()).values();
        double[] t = IntStream.range(0, rows).mapToDouble(i -> 1 + i % 5).toArray();
        for (int i = 0; i < rows; i++) {
            y[i] = t[i] * Math.exp(0.3 * y[i]);
        }
        return samples.on(and(samples.table().with(NumericColumn.of("y", y)), NumericColumn.of("t", t)));
    }

    private static Table and(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return Table.of(table.source(), columns);
    }

    @ParameterizedTest
    @CsvSource({
        "gamma, deviance",
        "tweedie:1.5, deviance",
        "poisson, deviance",
        "negbin:2, deviance",
        "huber:0.5, huber-loss"
    })
    void whatFoldsMinimiseIsWhatTheHoldoutIsJudgedBy(String loss, String metric) {
        FitPlan plan = FitPlan.standard().linear(Linear.of(Losses.named(loss)));
        Run run = Study.fit(amounts(150).exclude("t").task(dev.taut.data.Task.REGRESSION), plan)
                .run();
        assertThat(run.objective().loss()).isEqualTo(loss);
        assertThat(run.tuning().orElseThrow().metric()).isEqualTo(metric);
        assertThat(run.holdout().orElseThrow().metrics().get(0).name()).isEqualTo(metric);
        double chosen = run.holdout().orElseThrow().metrics().get(0).value();
        assertThat(run.effect()
                        .rows()
                        .get(run.effect().rows().size() - 1)
                        .holdout()
                        .orElseThrow())
                .isCloseTo(chosen, within(1e-12 * chosen));
        assertThat(chosen)
                .isLessThan(run.holdout().orElseThrow().metrics().get(0).noModel());
    }

    @Test
    void anExposureIsTheOffsetOfItsLogarithm() {
        Dataset data = amounts(80);
        double[] logs = Arrays.stream(((NumericColumn) data.table().column("t")).values())
                .map(Math::log)
                .toArray();
        Dataset logged = data.on(and(data.table(), NumericColumn.of("log t", logs)))
                .exclude("t")
                .offset("log t");
        LinearModel one = Linear.of(Losses.gamma()).at(0.01).fit(data.exposure("t"));
        LinearModel other = Linear.of(Losses.gamma()).at(0.01).fit(logged);
        assertThat(one.coefficients()).isEqualTo(other.coefficients());
        assertThat(one.intercepts()).isEqualTo(other.intercepts());
        assertThat(one.coefficients()).noneMatch(term -> term.feature().equals("t"));
        assertThat(one.predict(data.table()).means())
                .containsExactly(other.predict(logged.table()).means(), within(1e-12));
    }

    /** Without features the rate is Σy/Σt for counts, and an evaluation compares with the rate of its own rows. */
    @Test
    void withoutAModelThereIsARate() {
        Dataset data = amounts(60).exposure("t");
        double[] y = ((NumericColumn) data.target()).values();
        double[] t = ((NumericColumn) data.table().column("t")).values();
        double rate = Arrays.stream(y).sum() / Arrays.stream(t).sum();
        LinearModel model = Linear.of(Losses.tweedie(1)).at(1e6).fit(data.task(dev.taut.data.Task.REGRESSION));
        assertThat(model.predict(data.table()).mean(3)).isCloseTo(rate * t[3], within(1e-9));
        Evaluation evaluation = Evaluation.of(model, data.table(), "", MissingColumns.REFUSE);
        double[] deviance = evaluation.figures().metrics().stream()
                .filter(m -> m.name().equals("deviance"))
                .flatMapToDouble(m -> java.util.stream.DoubleStream.of(m.value(), m.noModel()))
                .toArray();
        assertThat(deviance[0]).isCloseTo(deviance[1], within(1e-9 * deviance[1]));
    }

    @Test
    void targetsAreCheckedAgainstTheLoss() {
        Dataset data = amounts(40);
        double[] y = ((NumericColumn) data.target()).values();
        y[6] = 0;
        Dataset zero = data.on(data.table().with(NumericColumn.of("y", y)));
        assertThatThrownBy(() -> Study.fit(zero, FitPlan.standard().linear(Linear.of(Losses.gamma()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("error[T0207]: target `y` is not above 0 in 1 row (row 7)")
                .hasMessageContaining("--loss tweedie:1.5");
        assertThatThrownBy(() -> Study.fit(
                        data.with(dev.taut.data.Role.EXPOSURE, "a"),
                        FitPlan.standard().linear(Linear.poisson())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exposure `a` is not a number above 0 in ");
    }

    private static LinearPath unpenalised(Dataset data, String loss) {
        return Linear.of(Losses.named(loss))
                .penalty(Penalty.none())
                .lambdas(dev.taut.path.Lambdas.of(0))
                .path(data);
    }

    /** Venables and Ripley 2002, "Modern Applied Statistics with S", section 7.3. */
    @Test
    void insuranceClaimsByHolders() {
        Dataset data = Dataset.of(SharedData.table("mass_insurance.csv"), "Claims")
                .exposure("Holders")
                .categorical("District");
        LinearPath path = unpenalised(data, "poisson");
        assertThat(path.deviance(path.path().knots().get(0))).isCloseTo(51.42, within(0.005));
    }

    private static final String[] FACTORS = {"Kilometres", "Zone", "Bonus", "Make"};

    /** Hallin and Ingenbleek 1983; the figures are those of R's glm. */
    @Test
    void swedishCarInsurance() {
        Table table = SharedData.table("sw_autoins.csv");
        LinearPath counts = unpenalised(
                Dataset.of(table, "Claims")
                        .exposure("Insured")
                        .exclude("Payment")
                        .categorical(FACTORS),
                "poisson");
        assertThat(counts.deviance(counts.path().knots().get(0))).isCloseTo(2966.118, within(0.0005));
        assertThat(counts.nullDeviance()).isCloseTo(34070.58, within(0.005));
        double[] claims = ((NumericColumn) table.column("Claims")).values();
        double[] payments = ((NumericColumn) table.column("Payment")).values();
        double[] severity = IntStream.range(0, claims.length)
                .mapToDouble(i -> claims[i] == 0 ? 0 : payments[i] / claims[i])
                .toArray();
        int[] both =
                IntStream.range(0, claims.length).filter(i -> severity[i] > 0).toArray();
        assertThat(both).hasSize(1797);
        LinearPath amounts = unpenalised(
                Dataset.of(and(table, NumericColumn.of("Severity", severity)).rows(both), "Severity")
                        .weights("Claims")
                        .exclude("Payment", "Insured")
                        .categorical(FACTORS),
                "gamma");
        assertThat(amounts.deviance(amounts.path().knots().get(0))).isCloseTo(4526.591, within(0.0005));
        assertThat(amounts.nullDeviance()).isCloseTo(5417.743, within(0.0005));
    }
}
