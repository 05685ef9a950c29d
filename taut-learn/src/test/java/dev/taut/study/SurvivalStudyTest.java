package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.penalty.Penalty;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.run.SurvivalSummary;
import dev.taut.run.SurvivalSummary.Group;
import dev.taut.run.SurvivalSummary.Point;
import dev.taut.tuning.FitPlan;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the report says of times until an event. */
class SurvivalStudyTest {
    private static final FitPlan PLAN = FitPlan.standard().folds(Folds.of(4));

    /** Exponential times, hazard e^(scale·a), censored at random. */
    private static Dataset times(int rows, double scale) {
        Random random = new Random(11);
        double[] a = new double[rows];
        double[] time = new double[rows];
        double[] died = new double[rows];
        for (int i = 0; i < rows; i++) {
            a[i] = random.nextGaussian();
            double event = -Math.log(1 - random.nextDouble()) * Math.exp(-scale * a[i]);
            double end = 3 * random.nextDouble();
            time[i] = 1e-9 + Math.min(event, end);
            died[i] = event <= end ? 1 : 0;
        }
        return Dataset.of(
                        Table.of(
                                NumericColumn.of("a", a),
                                NumericColumn.of("time", time),
                                NumericColumn.of("died", died)),
                        "time")
                .event("died");
    }

    /** Where the model is right, so are its predictions, third by third, on rows that it never saw. */
    @Test
    void predictedSurvivalComesTrue() {
        FitPlan plan = PLAN.linear(Linear.cox().penalty(Penalty.none())).holdout(0.5);
        Run run = Study.fit(times(1200, 1), plan).run();
        SurvivalSummary survival = run.survival().orElseThrow();
        assertThat(survival.on()).isEqualTo("held-out");
        assertThat(survival.rows()).isEqualTo(600);
        assertThat(survival.groups()).extracting(Group::rows).containsExactly(200, 200, 200);
        assertThat(survival.groups().stream().mapToInt(Group::events).sum()).isEqualTo(survival.events());
        assertThat(survival.concordance())
                .isEqualTo(run.holdout().orElseThrow().metrics().stream()
                        .filter(m -> m.name().equals("concordance"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        for (Group group : survival.groups()) {
            for (Point point : group.points()) {
                assertThat(point.predicted()).isCloseTo(point.observed(), within(4 * point.standardError() + 0.01));
            }
        }
        Point low = survival.groups().get(0).points().get(4);
        Point high = survival.groups().get(2).points().get(4);
        assertThat(low.observed()).isGreaterThan(high.observed() + 0.3);
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
    }

    @Test
    void otherTasksSayNothingOfSurvival() {
        assertThat(Study.fit(Samples.regression(80, 3), PLAN).run().survival()).isEmpty();
    }

    /** R's survival 3.5-3: {@code coxph(Surv(time, status) ~ age + sex + ph.ecog, lung)}, its concordance and two curves. */
    @Test
    void lungAsPublished() {
        Table all = SharedData.table("survival_lung.csv");
        Table lung = all.rows(IntStream.range(0, all.rows())
                .filter(i -> !all.column("ph.ecog").isMissing(i))
                .toArray());
        Dataset data = Dataset.of(lung, "time")
                .event("status")
                .exclude("inst", "ph.karno", "pat.karno", "meal.cal", "wt.loss");
        Fit fit = Study.fit(
                data, PLAN.linear(Linear.cox().penalty(Penalty.none())).holdout(0));
        Map<String, Double> raw = fit.run().solution().coefficients().stream()
                .collect(Collectors.toMap(CoefficientRow::feature, CoefficientRow::raw));
        assertThat(raw.get("age")).isCloseTo(0.0110667646, within(1e-8));
        assertThat(raw.get("sex")).isCloseTo(-0.5526123957, within(1e-8));
        assertThat(raw.get("ph.ecog")).isCloseTo(0.4637284754, within(1e-8));
        SurvivalSummary survival = fit.run().survival().orElseThrow();
        assertThat(survival.on()).isEqualTo("training");
        assertThat(survival.rows()).isEqualTo(227);
        assertThat(survival.concordance()).isCloseTo(0.637135493, within(1e-8));
        LinearModel model = fit.model();
        Table two = lung.rows(new int[] {0, 1});
        double[][] curves = model.survival(two, model.predict(two), 100, 310);
        assertThat(curves[0]).containsExactly(new double[] {0.828229242, 0.895012767}, within(1e-7));
        assertThat(curves[1]).containsExactly(new double[] {0.370859104, 0.557785176}, within(1e-7));
    }
}
