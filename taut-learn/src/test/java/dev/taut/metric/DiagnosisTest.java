package dev.taut.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.data.Task;
import dev.taut.loss.Target;
import dev.taut.run.Diagnosis;
import dev.taut.run.Diagnosis.Band;
import dev.taut.run.Diagnosis.CountBar;
import dev.taut.run.Diagnosis.Decision;
import dev.taut.run.Diagnosis.PrecisionPoint;
import dev.taut.run.Diagnosis.Quantile;
import dev.taut.run.Diagnosis.Residuals;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static Diagnosis of(Task task, Scored model) {
        return Diagnostics.of(task, task == Task.BINARY ? List.of("no", "yes") : List.of(), model, model)
                .diagnosis();
    }

    /** y = f(x) + noise·(1 + fan·x), predicted by x. */
    private static Residuals residuals(double bend, double fan, int rows) {
        SplittableRandom random = new SplittableRandom(9);
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextDouble();
            y[i] = x[i]
                    + bend * (x[i] - 0.5) * (x[i] - 0.5)
                    - bend / 12
                    + (1 + fan * x[i]) * random.nextGaussian() / 10;
        }
        return of(Task.REGRESSION, Scored.of(Target.of(y), x)).residuals().orElseThrow();
    }

    @Test
    void whatIsLeftOfAGoodModelHasNoShape() {
        Residuals good = residuals(0, 0, 2000);
        assertThat(good.kind()).isEqualTo("raw");
        assertThat(good.spread()).isEqualTo(0.1, within(0.005));
        assertThat(good.curved()).isLessThanOrEqualTo(2);
        assertThat(good.fanning()).isEqualTo(1, within(0.15));
        assertThat(good.far()).isLessThan(0.01);
        assertThat(good.points()).hasSize(300);
        assertThat(good.bands()).hasSize(10).allMatch(b -> b.rows() == 200);
        assertThat(good.quantiles())
                .filteredOn(q -> q.residual() < q.low() || q.residual() > q.high())
                .hasSizeLessThan(7);
    }

    @Test
    void aBendAndAFanAreSeen() {
        assertThat(residuals(2, 0, 2000).curved()).isGreaterThanOrEqualTo(8);
        assertThat(residuals(0, 4, 2000).fanning()).isGreaterThan(2);
        List<Band> fan = residuals(0, 4, 2000).bands();
        assertThat(fan.get(9).rootSize()).isGreaterThan(1.4 * fan.get(0).rootSize());
    }

    @Test
    void bandsOfANormalSampleHoldItsQuantiles() {
        Quantile middle = residuals(0, 0, 2000).quantiles().get(20);
        assertThat(middle.normal()).isEqualTo(0, within(1e-12));
        // √(¼/2000)/φ(0) · 1.96
        assertThat(middle.high() - middle.normal())
                .isEqualTo(1.96 * Math.sqrt(0.25 / 2000) * Math.sqrt(2 * Math.PI), within(1e-9));
    }

    @Test
    void fewRowsShowNothing() {
        assertThat(of(Task.REGRESSION, Scored.of(Target.of(new double[19]), new double[19]))
                        .residuals())
                .isEmpty();
    }

    @Test
    void alarmsAreRaisedWhereTheyCostLessThanAMiss() {
        Scored scored =
                Scored.of(new Target.Classes(new int[] {1, 1, 0, 0, 0}, 2), new double[] {0.9, 0.3, 0.4, 0.1, 0.05});
        Decision equal = of(Task.BINARY, scored).decisions().get(1);
        assertThat(equal.missCost()).isEqualTo(1);
        assertThat(equal.threshold()).isEqualTo(0.5);
        assertThat(equal.alarms()).isEqualTo(0.2);
        assertThat(equal.recall()).isEqualTo(0.5);
        assertThat(equal.precision()).isEqualTo(1);
        assertThat(equal.cost()).isEqualTo(0.2);
        assertThat(equal.never()).isEqualTo(0.4);
        assertThat(equal.always()).isEqualTo(0.6);
        Decision five = of(Task.BINARY, scored).decisions().get(3);
        assertThat(five.missCost()).isEqualTo(5);
        // Above 1/6: both positives and one negative.
        assertThat(five.recall()).isEqualTo(1);
        assertThat(five.cost()).isEqualTo(0.2);
        assertThat(five.never()).isEqualTo(2);
    }

    /** sklearn.metrics.average_precision_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) is 0.83333 in its own documentation. */
    @Test
    void averagePrecisionIsThatOfScikitLearn() {
        Diagnosis diagnosis = of(Task.BINARY, Scored.of(new Target.Classes(new int[] {0, 0, 1, 1}, 2), new double[] {
            0.1, 0.4, 0.35, 0.8
        }));
        assertThat(diagnosis.averagePrecision()).isEqualTo(0.8333333333333333, within(1e-15));
        assertThat(diagnosis.precision()).contains(new PrecisionPoint(0.5, 1), new PrecisionPoint(1, 2 / 3.0));
    }

    @Test
    void expectedCountsAddUpToTheRowsAndAreThoseOfPoisson() {
        double[] y = {0, 1, 1, 2, 5};
        double[] mean = {2, 2, 2, 2, 2};
        List<CountBar> bars = of(Task.COUNT, Scored.of(Target.of(y), mean)).rootogram();
        assertThat(bars).extracting(CountBar::count).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(bars).extracting(CountBar::observed).containsExactly(1.0, 2.0, 1.0, 0.0, 0.0, 1.0);
        assertThat(bars.get(0).expected()).isEqualTo(5 * Math.exp(-2), within(1e-14));
        assertThat(bars.get(3).expected()).isEqualTo(5 * Math.exp(-2) * 8 / 6, within(1e-14));
        assertThat(bars.stream().mapToDouble(CountBar::expected).sum()).isEqualTo(5, within(1e-12));
    }

    @Test
    void aNegativeBinomialLossExpectsMoreZeros() {
        double[] y = {0, 1, 1, 2, 5};
        Scored scored = Scored.of(Target.of(y), new double[] {2, 2, 2, 2, 2});
        var poisson = Diagnostics.of(Task.COUNT, List.of(), scored, scored);
        var dispersed =
                Diagnostics.dispersed(poisson, "negbin:1", scored).diagnosis().rootogram();
        // (1/(1 + 2))¹ = 1/3 of 5 rows
        assertThat(dispersed.get(0).expected()).isEqualTo(5 / 3.0, within(1e-14));
        assertThat(dispersed.get(1).expected()).isEqualTo(5 / 3.0 * 2 / 3, within(1e-14));
        assertThat(Diagnostics.dispersed(poisson, "poisson", scored)).isSameAs(poisson);
    }

    @Test
    void largeCountsShareBarsAndVeryLargeOnesHaveNone() {
        double[] y = new double[100];
        Arrays.setAll(y, i -> i);
        double[] mean = new double[100];
        Arrays.fill(mean, 50);
        List<CountBar> bars = of(Task.COUNT, Scored.of(Target.of(y), mean)).rootogram();
        assertThat(bars).hasSize(34);
        assertThat(bars).extracting(CountBar::observed).startsWith(3.0, 3.0).endsWith(1.0);
        y[0] = 501;
        assertThat(of(Task.COUNT, Scored.of(Target.of(y), mean)).rootogram()).isEmpty();
    }
}
