package dev.taut.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Task;
import dev.taut.fold.Seeds;
import dev.taut.loss.Target;
import dev.taut.run.Holdout;
import dev.taut.run.Holdout.CalibrationBin;
import dev.taut.run.Holdout.ClassRow;
import dev.taut.run.Holdout.MetricRow;
import dev.taut.run.Holdout.Pair;
import dev.taut.run.Holdout.RocPoint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    @Test
    void everyTaskShowsWhatItHas() {
        for (Task task : Task.values()) {
            Scored model = Cases.weighted(task, 60, 1);
            Scored none = model.with(Metrics.noModel(model.target(), model.weights(), 60));
            Holdout holdout = Diagnostics.of(task, classes(task), model, none);
            assertThat(holdout.rows()).isEqualTo(60);
            assertThat(holdout.metrics())
                    .extracting(MetricRow::name)
                    .containsExactlyElementsOf(
                            Metrics.forTask(task).stream().map(Metric::name).toList());
            assertThat(holdout.metrics().get(0).value())
                    .isEqualTo(Metrics.tuning(task).of(model));
            assertThat(holdout.metrics().get(0).noModel())
                    .isEqualTo(Metrics.tuning(task).of(none));
            assertThat(holdout.metrics().get(0).better()).isEqualTo("lower");
            int last = Math.min(2, holdout.metrics().size() - 1);
            assertThat(holdout.metrics().get(last).better()).isEqualTo(task == Task.COUNT ? "lower" : "higher");
            assertThat(holdout.classes().isEmpty()).isEqualTo(!task.isClassification());
            assertThat(holdout.confusion().isEmpty()).isEqualTo(!task.isClassification());
            assertThat(holdout.pairs().isEmpty()).isEqualTo(task == Task.MULTICLASS || task == Task.SURVIVAL);
            assertThat(holdout.calibration().isEmpty()).isEqualTo(task != Task.BINARY);
            assertThat(holdout.roc().isEmpty()).isEqualTo(task != Task.BINARY);
        }
    }

    @Test
    void classesByHand() {
        // actual a a a b b c, predicted a a b b b b
        Scored scored = Scored.of(Target.classes(3, 0, 0, 0, 1, 1, 2), new double[] {
            .8, .8, .1, .1, .1, .2, //
            .1, .1, .8, .8, .8, .7, //
            .1, .1, .1, .1, .1, .1
        });
        Holdout holdout = Diagnostics.of(Task.MULTICLASS, List.of("a", "b", "c"), scored, scored);
        assertThat(holdout.confusion()).containsExactly(List.of(2, 1, 0), List.of(0, 2, 0), List.of(0, 1, 0));
        assertThat(holdout.classes())
                .containsExactly(
                        new ClassRow("a", 3, 1, 2 / 3.0, 0.8),
                        new ClassRow("b", 2, 0.5, 1, 4 / 6.0),
                        new ClassRow("c", 1, 0, 0, 0));
        assertThatThrownBy(() -> Diagnostics.of(Task.MULTICLASS, List.of("a", "b"), scored, scored))
                .hasMessage("2 names for 3 classes: [a, b]");
    }

    @Test
    void theCurveHasTheAreaOfTheMetric() {
        for (int seed = 0; seed < 20; seed++) {
            Scored scored = Cases.weighted(Task.BINARY, 50, seed);
            List<RocPoint> curve = Ranking.of(scored).curve(Diagnostics.ROC_POINTS);
            assertThat(curve.get(0)).isEqualTo(new RocPoint(0, 0));
            assertThat(curve.get(curve.size() - 1)).isEqualTo(new RocPoint(1, 1));
            assertThat(area(curve)).isCloseTo(MetricsTest.value(Task.BINARY, "auc", scored), within(1e-12));
        }
    }

    @Test
    void pointsOnALineAreLeftOut() {
        Scored scored = Scored.of(Target.classes(2, 1, 1, 1, 0, 1, 0, 0), new double[] {.9, .8, .7, .6, .5, .4, .3});
        assertThat(Ranking.of(scored).curve(200))
                .containsExactly(
                        new RocPoint(0, 0),
                        new RocPoint(0, 0.75),
                        new RocPoint(1 / 3.0, 0.75),
                        new RocPoint(1 / 3.0, 1),
                        new RocPoint(1, 1));
    }

    @Test
    void aRowWithoutWeightHidesNoCorner() {
        Scored scored =
                new Scored(Target.classes(2, 1, 1, 0, 0), new double[] {.9, .7, .5, .3}, new double[] {1, 0, 1, 1});
        assertThat(Ranking.of(scored).curve(200))
                .containsExactly(new RocPoint(0, 0), new RocPoint(0, 1), new RocPoint(1, 1));
    }

    @Test
    void aLongCurveIsThinnedWithoutChangingItsShape() {
        Seeds.Draws draws = Seeds.of(1).stream("curve");
        int rows = 20_000;
        int[] codes = IntStream.range(0, rows).map(i -> draws.below(2)).toArray();
        double[] scores = IntStream.range(0, rows)
                .mapToDouble(i -> (codes[i] + 2 * draws.uniform()) / 3)
                .toArray();
        Ranking ranking = Ranking.of(Scored.of(Target.classes(2, codes), scores));
        List<RocPoint> all = ranking.curve(Integer.MAX_VALUE);
        List<RocPoint> thin = ranking.curve(Diagnostics.ROC_POINTS);
        assertThat(all).hasSizeGreaterThan(5000);
        assertThat(thin).hasSize(200).isSubsetOf(all).startsWith(all.get(0)).endsWith(all.get(all.size() - 1));
        assertThat(area(thin)).isCloseTo(ranking.area(), within(1e-4));
        assertThat(all).allMatch(point -> distance(thin, point) < 0.003);
    }

    @Test
    void theSharpestCornersStay() {
        List<RocPoint> corners = List.of(
                new RocPoint(0, 0),
                new RocPoint(0, 0.5),
                new RocPoint(0.01, 0.5),
                new RocPoint(0.01, 0.51),
                new RocPoint(0.5, 0.51),
                new RocPoint(0.5, 1),
                new RocPoint(1, 1));
        assertThat(Thinning.of(corners, 5))
                .containsExactly(corners.get(0), corners.get(1), corners.get(4), corners.get(5), corners.get(6));
        assertThat(Thinning.of(corners, 7)).isEqualTo(corners);
        assertThat(Thinning.of(corners, 2)).containsExactly(corners.get(0), corners.get(6));
    }

    @Test
    void binsOfCalibrationAreEquallyFullAndKeepTheTotals() {
        int rows = 1003;
        Seeds.Draws draws = Seeds.of(2).stream("bins");
        double[] p = IntStream.range(0, rows).mapToDouble(i -> draws.uniform()).toArray();
        int[] codes = IntStream.range(0, rows)
                .map(i -> draws.uniform() < p[i] ? 1 : 0)
                .toArray();
        List<CalibrationBin> bins = Diagnostics.calibration(Scored.of(Target.classes(2, codes), p));
        assertThat(bins).hasSize(10).allSatisfy(bin -> {
            assertThat(bin.rows()).isBetween(100, 101);
            // The scores are calibrated: five standard deviations of a share of 100 rows.
            assertThat(bin.observed()).isCloseTo(bin.predicted(), within(0.25));
        });
        assertThat(bins).isSortedAccordingTo((a, b) -> Double.compare(a.predicted(), b.predicted()));
        assertThat(bins.stream().mapToDouble(b -> b.rows() * b.observed()).sum())
                .isCloseTo(IntStream.of(codes).sum(), within(1e-9));
        assertThat(bins.stream().mapToDouble(b -> b.rows() * b.predicted()).sum())
                .isCloseTo(java.util.Arrays.stream(p).sum(), within(1e-9));
    }

    @Test
    void equalProbabilitiesShareABin() {
        Scored two = Scored.of(Target.classes(2, 0, 1, 0, 1, 1, 1), new double[] {.2, .2, .2, .2, .7, .7});
        assertThat(Diagnostics.calibration(two))
                .containsExactly(new CalibrationBin(0.2, 0.5, 4), new CalibrationBin(0.7, 1, 2));
        Scored weighted = new Scored(Target.classes(2, 0, 1, 1), new double[] {.5, .5, .9}, new double[] {3, 1, 0});
        assertThat(Diagnostics.calibration(weighted)).containsExactly(new CalibrationBin(0.5, 0.25, 2));
    }

    @Test
    void pairsAreEvenlyTaken() {
        double[] y = IntStream.range(0, 1250).mapToDouble(i -> i).toArray();
        List<Pair> pairs = Diagnostics.pairs(Scored.of(
                Target.of(y), IntStream.range(0, 1250).mapToDouble(i -> -i).toArray()));
        assertThat(pairs).hasSize(500).startsWith(new Pair(0, 0), new Pair(-2, 2), new Pair(-5, 5));
        assertThat(pairs.get(499)).isEqualTo(new Pair(-1247, 1247));
        assertThat(Diagnostics.pairs(Scored.of(Target.of(1, 2), new double[] {3, 4})))
                .containsExactly(new Pair(3, 1), new Pair(4, 2));
    }

    private static List<String> classes(Task task) {
        return task == Task.MULTICLASS ? List.of("a", "b", "c") : List.of("no", "yes");
    }

    private static double area(List<RocPoint> curve) {
        double area = 0;
        for (int i = 1; i < curve.size(); i++) {
            area += (curve.get(i).falsePositiveRate() - curve.get(i - 1).falsePositiveRate())
                    * (curve.get(i).truePositiveRate() + curve.get(i - 1).truePositiveRate())
                    / 2;
        }
        return area;
    }

    /** How far a point is from the nearest segment of a curve. */
    private static double distance(List<RocPoint> curve, RocPoint point) {
        return IntStream.range(1, curve.size())
                .mapToDouble(i -> distance(curve.get(i - 1), curve.get(i), point))
                .min()
                .orElseThrow();
    }

    private static double distance(RocPoint a, RocPoint b, RocPoint point) {
        double x = b.falsePositiveRate() - a.falsePositiveRate();
        double y = b.truePositiveRate() - a.truePositiveRate();
        double px = point.falsePositiveRate() - a.falsePositiveRate();
        double py = point.truePositiveRate() - a.truePositiveRate();
        double along = Math.max(0, Math.min(1, (px * x + py * y) / (x * x + y * y)));
        return Math.hypot(px - along * x, py - along * y);
    }
}
