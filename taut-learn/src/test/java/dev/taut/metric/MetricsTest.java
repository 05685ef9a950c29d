package dev.taut.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Task;
import dev.taut.fold.Seeds;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every metric promises, and each metric against its definition written the slow way. */
class MetricsTest {
    @Test
    void theTuningMetricComesFirstAndSmallerIsBetter() {
        assertThat(names(Task.REGRESSION)).containsExactly("rmse", "mae", "r2", "deviance");
        assertThat(names(Task.BINARY)).containsExactly("log-loss", "accuracy", "auc", "brier", "mcc", "deviance");
        assertThat(names(Task.MULTICLASS)).containsExactly("log-loss", "accuracy", "macro-f1", "mcc", "brier");
        assertThat(names(Task.COUNT))
                .containsExactly("deviance", "rmse", "mae", "deviance-explained", "total-deviance");
        assertThat(names(Task.SURVIVAL)).containsExactly("partial-deviance", "concordance");
        for (Task task : Task.values()) {
            assertThat(Metrics.forTask(task).get(0)).isSameAs(Metrics.tuning(task));
            assertThat(Metrics.tuning(task).better()).isEqualTo(Metric.Better.LOWER);
        }
    }

    /** Not of survival, where two rows at one time are tied, as one row of weight two is not. */
    @ParameterizedTest
    @EnumSource(value = Task.class, mode = EnumSource.Mode.EXCLUDE, names = "SURVIVAL")
    void weightTwoIsADuplicatedRow(Task task) {
        for (int seed = 0; seed < 10; seed++) {
            Scored plain = Cases.random(task, 30, seed);
            int[] twice = IntStream.range(0, 60).map(i -> i / 2).toArray();
            int[] some = IntStream.concat(IntStream.range(0, 30), IntStream.range(10, 20))
                    .toArray();
            double[] heavy = new double[30];
            Arrays.fill(heavy, 1);
            Arrays.fill(heavy, 10, 20, 2);
            double[] all = new double[30];
            Arrays.fill(all, 2);
            for (Metric metric : Metrics.forTask(task)) {
                assertThat(metric.of(new Scored(plain.target(), plain.mean(), heavy)))
                        .as(metric.name())
                        .isCloseTo(metric.of(Cases.rows(plain, some)), within(1e-10));
                assertThat(metric.of(new Scored(plain.target(), plain.mean(), all)))
                        .as(metric.name())
                        .isCloseTo(metric.of(Cases.rows(plain, twice)), within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void weightZeroIsNoRow(Task task) {
        Scored plain = Cases.random(task, 30, 3);
        double[] weights = new double[30];
        Arrays.fill(weights, 0, 20, 1);
        int[] kept = IntStream.range(0, 20).toArray();
        for (Metric metric : Metrics.forTask(task)) {
            assertThat(metric.of(new Scored(plain.target(), plain.mean(), weights)))
                    .as(metric.name())
                    .isCloseTo(metric.of(Cases.rows(plain, kept)), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void theOrderOfRowsDoesNotMatter(Task task) {
        Scored plain = Cases.random(task, 40, 4);
        Scored shuffled = Cases.rows(plain, Seeds.of(1).stream("order").permutation(40));
        for (Metric metric : Metrics.forTask(task)) {
            assertThat(metric.of(shuffled)).as(metric.name()).isCloseTo(metric.of(plain), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void tuningMetricsAreFinishedMeansOfRowLosses(Task task) {
        Scored scored = Cases.weighted(task, 40, 5);
        double[] losses = Metrics.tuning(task).losses(scored);
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += scored.weights()[i] * losses[i];
            weight += scored.weights()[i];
        }
        double mean = task == Task.REGRESSION ? Math.sqrt(sum / weight) : sum / weight;
        assertThat(Metrics.tuning(task).of(scored)).isCloseTo(mean, within(1e-12));
    }

    @Test
    void numbersByHand() {
        Scored scored = Scored.of(Target.of(1, 2, 3, 6), new double[] {1, 3, 3, 4});
        assertThat(value(Task.REGRESSION, "rmse", scored)).isCloseTo(Math.sqrt(5 / 4.0), within(1e-15));
        assertThat(value(Task.REGRESSION, "deviance", scored)).isCloseTo(5 / 4.0, within(1e-15));
        assertThat(value(Task.REGRESSION, "mae", scored)).isCloseTo(3 / 4.0, within(1e-15));
        assertThat(value(Task.REGRESSION, "r2", scored)).isCloseTo(1 - 5 / 14.0, within(1e-15));
    }

    @Test
    void countsByHand() {
        Scored scored = Scored.of(Target.of(0, 2, 5), new double[] {0.5, 2, 4});
        double deviance = 2 * 0.5 + 0 + 2 * (5 * Math.log(5 / 4.0) - 1);
        double mean = 7 / 3.0;
        double none = 2 * mean + 2 * (2 * Math.log(2 / mean) - (2 - mean)) + 2 * (5 * Math.log(5 / mean) - (5 - mean));
        assertThat(value(Task.COUNT, "total-deviance", scored)).isCloseTo(deviance, within(1e-14));
        assertThat(value(Task.COUNT, "deviance", scored)).isCloseTo(deviance / 3, within(1e-14));
        assertThat(value(Task.COUNT, "deviance-explained", scored)).isCloseTo(1 - deviance / none, within(1e-14));
        assertThat(value(Task.COUNT, "deviance", scored.with(new double[] {0, 2, 0})))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value(Task.COUNT, "deviance", scored.with(new double[] {0, 2, 5})))
                .isZero();
    }

    @Test
    void twoClassesByHand() {
        Scored scored = Scored.of(Target.classes(2, 0, 0, 1, 1), new double[] {0.2, 0.6, 0.6, 0.9});
        double loss = -(Math.log(0.8) + Math.log(0.4) + Math.log(0.6) + Math.log(0.9)) / 4;
        assertThat(value(Task.BINARY, "log-loss", scored)).isCloseTo(loss, within(1e-15));
        assertThat(value(Task.BINARY, "deviance", scored)).isCloseTo(2 * loss, within(1e-15));
        assertThat(value(Task.BINARY, "accuracy", scored)).isEqualTo(0.75);
        assertThat(value(Task.BINARY, "brier", scored)).isCloseTo((0.04 + 0.36 + 0.16 + 0.01) / 4, within(1e-15));
        assertThat(value(Task.BINARY, "auc", scored)).isEqualTo(3.5 / 4);
        assertThat(value(Task.BINARY, "mcc", scored))
                .isCloseTo((1 * 2 - 1 * 0) / Math.sqrt(3 * 2 * 1 * 2), within(1e-15));
        Scored numbers = Scored.of(Target.of(0, 0, 1, 1), scored.mean());
        for (Metric metric : Metrics.forTask(Task.BINARY)) {
            assertThat(metric.of(numbers)).as(metric.name()).isEqualTo(metric.of(scored));
        }
    }

    @Test
    void oneHalfIsTheFirstClass() {
        Scored scored = Scored.of(Target.classes(2, 0, 1), new double[] {0.5, Math.nextUp(0.5)});
        assertThat(value(Task.BINARY, "accuracy", scored)).isEqualTo(1);
        Scored three = Scored.of(Target.classes(3, 1), new double[] {0.2, 0.4, 0.4});
        assertThat(value(Task.MULTICLASS, "accuracy", three)).isEqualTo(1);
    }

    @Test
    void logLossIsClippedAndSymmetric() {
        double worst = -Math.log(1e-15);
        assertThat(value(Task.BINARY, "log-loss", Scored.of(Target.classes(2, 1), new double[] {0})))
                .isEqualTo(worst);
        assertThat(value(Task.BINARY, "log-loss", Scored.of(Target.classes(2, 0), new double[] {1})))
                .isCloseTo(worst, within(0.01));
        assertThat(value(Task.BINARY, "log-loss", Scored.of(Target.classes(2, 0), new double[] {0})))
                .isCloseTo(0, within(1.1e-15));
        assertThat(value(Task.MULTICLASS, "log-loss", Scored.of(Target.classes(3, 2), new double[] {0.5, 0.5, 0})))
                .isEqualTo(worst);
    }

    @Test
    void areaUnderTheCurveCountsPairs() {
        for (int seed = 0; seed < 30; seed++) {
            Scored scored = Cases.weighted(Task.BINARY, 5 + seed, seed);
            assertThat(value(Task.BINARY, "auc", scored)).isCloseTo(pairs(scored), within(1e-12));
        }
    }

    private static double pairs(Scored scored) {
        int[] y = scored.classes().codes();
        double right = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (y[i] == 1 && y[j] == 0) {
                    double weight = scored.weights()[i] * scored.weights()[j];
                    all += weight;
                    right += weight * (1 + Math.signum(scored.mean()[i] - scored.mean()[j])) / 2;
                }
            }
        }
        return right / all;
    }

    @Test
    void correlationIsThatOfTheClassIndicators() {
        for (int seed = 0; seed < 20; seed++) {
            for (Task task : List.of(Task.BINARY, Task.MULTICLASS)) {
                Scored scored = Cases.weighted(task, 40, seed);
                assertThat(value(task, "mcc", scored)).isCloseTo(indicators(scored), within(1e-12));
            }
        }
    }

    /** Gorodkin's definition: covariances of the K indicator columns, summed over classes. */
    private static double indicators(Scored scored) {
        int[] actual = scored.classes().codes();
        int[] predicted = scored.predicted();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int k = 0; k < scored.classes().count(); k++) {
            int code = k;
            double[] x =
                    Arrays.stream(actual).mapToDouble(c -> c == code ? 1 : 0).toArray();
            double[] y =
                    Arrays.stream(predicted).mapToDouble(c -> c == code ? 1 : 0).toArray();
            double mx = scored.average(x);
            double my = scored.average(y);
            for (int i = 0; i < x.length; i++) {
                double w = scored.weights()[i];
                xy += w * (x[i] - mx) * (y[i] - my);
                xx += w * (x[i] - mx) * (x[i] - mx);
                yy += w * (y[i] - my) * (y[i] - my);
            }
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void whereAMetricIsNotDefined() {
        assertThat(value(Task.REGRESSION, "r2", Scored.of(Target.of(0.1, 0.1, 0.1), new double[] {0.1, 0.2, 0.3})))
                .isNaN();
        assertThat(value(Task.COUNT, "deviance-explained", Scored.of(Target.of(3, 3), new double[] {3, 2})))
                .isNaN();
        Scored oneClass = Scored.of(Target.classes(2, 1, 1), new double[] {0.4, 0.6});
        assertThat(value(Task.BINARY, "auc", oneClass)).isNaN();
        assertThat(value(Task.BINARY, "mcc", oneClass)).isZero();
    }

    @Test
    void classesThatNeitherOccurNorArePredictedDoNotCount() {
        Scored scored = Scored.of(Target.classes(3, 0, 1), new double[] {0.8, 0.1, 0.1, 0.8, 0.1, 0.1});
        assertThat(value(Task.MULTICLASS, "macro-f1", scored)).isEqualTo(1);
    }

    /** Not of survival, to which all constants are the same. */
    @ParameterizedTest
    @EnumSource(value = Task.class, mode = EnumSource.Mode.EXCLUDE, names = "SURVIVAL")
    void noModelIsTheBestConstant(Task task) {
        Scored scored = Cases.weighted(task, 40, 6);
        double[] none = Metrics.noModel(scored.target(), scored.weights(), 40);
        double best = Metrics.tuning(task).of(scored.with(none));
        for (double step : new double[] {-0.01, 0.01}) {
            double[] other = none.clone();
            for (int i = 0; i < other.length; i++) {
                // In three classes the first one gains what the second one loses.
                other[i] += i < 40 ? step : i < 80 ? -step : 0;
            }
            assertThat(Metrics.tuning(task).of(scored.with(other))).isGreaterThan(best);
        }
    }

    @Test
    void shapesAreChecked() {
        Target three = Target.classes(3, 0, 1);
        assertThatThrownBy(() -> Scored.of(three, new double[2]))
                .hasMessage("2 rows need 6 predictions and 2 weights, not 2 and 2");
        assertThatThrownBy(() -> Scored.of(Target.of(1, 2), new double[] {1, Double.NaN}))
                .hasMessage("the prediction of row 2 is not a number");
        assertThatThrownBy(() -> new Scored(Target.of(1, 2), new double[] {1, 2}, new double[] {1, -1}))
                .hasMessage("weight -1.0 in row 2 is not a finite number ≥ 0");
        assertThatThrownBy(() -> new Scored(Target.of(1, 2), new double[] {1, 2}, new double[2]))
                .hasMessage("no row with a positive weight to measure on");
        assertThatThrownBy(() -> value(Task.BINARY, "auc", Scored.of(Target.of(0, 2), new double[] {0, 1})))
                .hasMessage("row 2 is 2.0, not class 0 or 1");
    }

    static double value(Task task, String name, Scored scored) {
        return Metrics.forTask(task).stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .of(scored);
    }

    private static List<String> names(Task task) {
        return Metrics.forTask(task).stream().map(Metric::name).toList();
    }
}
