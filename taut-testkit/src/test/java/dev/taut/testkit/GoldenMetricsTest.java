package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Task;
import dev.taut.loss.Target;
import dev.taut.metric.Diagnostics;
import dev.taut.metric.Metric;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import dev.taut.run.Holdout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Taut's metrics are scikit-learn's. */
class GoldenMetricsTest {
    static Stream<Golden.Metrics> metrics() {
        return Golden.metrics().stream();
    }

    private static Task task(Golden.Metrics golden) {
        return Task.valueOf(golden.task().toUpperCase(Locale.ROOT));
    }

    private static int classes(Golden.Metrics golden) {
        return golden.classes().size();
    }

    private static Scored scored(Golden.Metrics golden) {
        int[] codes = Arrays.stream(golden.y()).mapToInt(y -> (int) y).toArray();
        Target target =
                task(golden).isClassification() ? Target.classes(classes(golden), codes) : Target.of(golden.y());
        return golden.weights().length == 0
                ? Scored.of(target, golden.prediction())
                : new Scored(target, golden.prediction(), golden.weights());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metrics")
    void everyMetricOfTheTaskAgrees(Golden.Metrics golden) {
        List<Metric> metrics = Metrics.forTask(task(golden));
        assertThat(metrics.stream().map(Metric::name))
                .containsExactlyInAnyOrderElementsOf(golden.metrics().keySet());
        Scored scored = scored(golden);
        SoftAssertions.assertSoftly(softly -> metrics.forEach(metric -> {
            double reference = golden.metrics().get(metric.name());
            softly.assertThat(metric.of(scored))
                    .as(metric.name())
                    .isCloseTo(reference, within(1e-12 * Math.max(1, Math.abs(reference))));
        }));
    }

    static Stream<Golden.Metrics> classifications() {
        return metrics().filter(golden -> task(golden).isClassification());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classifications")
    void precisionRecallAndF1OfEachClassAgree(Golden.Metrics golden) {
        List<String> names =
                IntStream.range(0, classes(golden)).mapToObj(k -> "class " + k).toList();
        Scored scored = scored(golden);
        List<Holdout.ClassRow> rows =
                Diagnostics.of(task(golden), names, scored, scored).classes();
        for (int k = 0; k < rows.size(); k++) {
            Golden.PerClass reference = golden.classes().get(k);
            assertThat(rows.get(k).rows()).isEqualTo(reference.rows());
            assertThat(rows.get(k).precision()).isCloseTo(reference.precision(), within(1e-12));
            assertThat(rows.get(k).recall()).isCloseTo(reference.recall(), within(1e-12));
            assertThat(rows.get(k).f1()).isCloseTo(reference.f1(), within(1e-12));
        }
    }
}
