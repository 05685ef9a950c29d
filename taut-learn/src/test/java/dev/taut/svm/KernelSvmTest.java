package dev.taut.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.finding.Refused;
import dev.taut.fold.Folds;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSvmTest {
    @TempDir
    Path folder;

    private static double[][] points(int rows, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[2][rows];
        for (int i = 0; i < rows; i++) {
            columns[0][i] = random.nextGaussian();
            columns[1][i] = 3 * random.nextGaussian() + 1;
        }
        return columns;
    }

    /** Classes by the distance from the middle, which no line tells apart: 2 rings, or 3. */
    private static Dataset rings(int rows, long seed, int classes) {
        double[][] x = points(rows, seed);
        List<String> ring = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double distance = Math.hypot(x[0][i], (x[1][i] - 1) / 3);
            ring.add(distance < 0.9 ? "inner" : distance < 1.5 && classes > 2 ? "middle" : "outer");
        }
        return Dataset.of(
                Table.of(NumericColumn.of("a", x[0]), NumericColumn.of("b", x[1]), TextColumn.of("ring", ring)),
                "ring");
    }

    private static double accuracy(Predictions predictions, Dataset data) {
        int right = 0;
        for (int i = 0; i < data.rows(); i++) {
            right += predictions.label(i).equals(data.target().text(i)) ? 1 : 0;
        }
        return (double) right / data.rows();
    }

    @Test
    void aCurvedKernelLearnsWhatNoLineCan() {
        for (int classes : new int[] {2, 3}) {
            Dataset train = rings(300, 1, classes);
            Dataset test = rings(200, 2, classes);
            double rbf = accuracy(KernelSvm.of(Kernel.rbf(0)).c(10).fit(train).predict(test.table()), test);
            double poly = accuracy(KernelSvm.of(Kernel.poly(2)).c(10).fit(train).predict(test.table()), test);
            double line = accuracy(KernelSvm.of(Kernel.linear()).fit(train).predict(test.table()), test);
            assertThat(rbf).isGreaterThan(0.9);
            assertThat(poly).isGreaterThan(0.9);
            assertThat(line).isLessThan(0.8);
        }
    }

    @Test
    void probabilitiesSumToOne() {
        Dataset data = rings(150, 3, 3);
        Predictions predictions = KernelSvm.of(Kernel.rbf(0)).fit(data).predict(data.table());
        for (int i = 0; i < data.rows(); i++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                assertThat(predictions.probability(i, k)).isBetween(0.0, 1.0);
                sum += predictions.probability(i, k);
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    /** A linear kernel is the hinge with a ridge penalty, λ = 1/(nC): the certified solver of linear models agrees. */
    @Test
    void aLinearKernelIsTheHingeWithRidge() {
        int n = 120;
        double[][] x = points(n, 4);
        Random random = new Random(5);
        int[] codes = new int[n];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            codes[i] = x[0][i] + 0.3 * x[1][i] + random.nextGaussian() > 0 ? 1 : 0;
            labels.add(codes[i] == 1 ? "yes" : "no");
        }
        Dataset data = Dataset.of(
                Table.of(NumericColumn.of("a", x[0]), NumericColumn.of("b", x[1]), TextColumn.of("y", labels)), "y");
        KernelModel model = KernelSvm.of(Kernel.linear()).c(0.7).fit(data);
        assertThat(model.lambda()).isEqualTo(1 / (n * 0.7));
        LambdaPath path = Paths.walk(
                new PathProblem(
                        DenseDesign.ofColumns(n, x),
                        Features.numbered(2),
                        Losses.hinge().on(Target.classes(2, codes)),
                        Penalty.ridge(),
                        new double[0],
                        true,
                        true),
                Lambdas.of(model.lambda()),
                Stopping.DEFAULT,
                Observer.SILENT);
        assertThat(path.knots().get(0).certificate().converged()).isTrue();
        Coefficients raw = path.raw(path.knots().get(0));
        double[][] values = model.decisionValues(data.table());
        double sign = Math.signum(values[0][0])
                * Math.signum(raw.intercept(0) + raw.get(0, 0) * x[0][0] + raw.get(1, 0) * x[1][0]);
        for (int i = 0; i < n; i++) {
            double eta = raw.intercept(0) + raw.get(0, 0) * x[0][i] + raw.get(1, 0) * x[1][i];
            assertThat(sign * values[i][0]).isCloseTo(eta, within(0.02));
        }
    }

    @Test
    void numbersArePredictedWithinTheTube() {
        double[][] x = points(200, 6);
        double[] y = new double[200];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sin(2 * x[0][i]);
        }
        Dataset data = Dataset.of(Table.of(NumericColumn.of("a", x[0]), NumericColumn.of("y", y)), "y");
        Predictions predictions =
                KernelSvm.of(Kernel.rbf(1)).c(100).epsilon(0.05).fit(data).predict(data.table());
        int outside = 0;
        for (int i = 0; i < y.length; i++) {
            outside += Math.abs(predictions.mean(i) - y[i]) > 0.06 ? 1 : 0;
        }
        assertThat(outside).isLessThan(10);
    }

    @Test
    void aModelIsDataAndReadsBack() throws Exception {
        Dataset data = rings(120, 7, 3);
        KernelModel model = KernelSvm.of(Kernel.rbf(0.5)).fit(data);
        Path file = folder.resolve("rings.taut");
        model.save(file);
        assertThat(Files.readString(file)).startsWith("{\"schema\":\"taut.kernel-model/1\"");
        Predictions before = model.predict(data.table());
        Predictions after = KernelModel.load(file).predict(data.table());
        assertThat(after.means()).containsExactly(before.means());
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> KernelModel.load(file)).isInstanceOf(Refused.class);
    }

    @Test
    void equalSeedsGiveEqualModels() {
        Dataset data = rings(120, 8, 2);
        KernelSvm spec = KernelSvm.of(Kernel.rbf(0));
        assertThat(spec.fit(data).predict(data.table()).means())
                .containsExactly(spec.fit(data).predict(data.table()).means());
    }

    @Test
    void theGridIsTunedOnTheSameFolds() {
        Dataset data = rings(150, 9, 2);
        KernelSvm spec = KernelSvm.of(Kernel.rbf(0));
        double[] cs = {0.01, 10};
        double[] gammas = {1e-4, 0.5};
        KernelTuning tuning = KernelTuning.of(spec, data, Folds.of(5), cs, gammas);
        assertThat(tuning).isEqualTo(KernelTuning.of(spec, data, Folds.of(5), cs, gammas));
        assertThat(tuning.metric()).isEqualTo("log-loss");
        assertThat(tuning.points()).hasSize(4);
        assertThat(tuning.best().c()).isEqualTo(10);
        assertThat(tuning.best().gamma()).isEqualTo(0.5);
        assertThat(tuning.apply(spec).kernel()).isEqualTo(Kernel.rbf(0.5));
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        double[][] x = points(30, 10);
        Dataset data = Dataset.of(
                        Table.of(NumericColumn.of("a", x[0]), NumericColumn.of("w", x[1]), NumericColumn.of("y", x[0])),
                        "y")
                .with(Role.WEIGHTS, "w");
        assertThatThrownBy(() -> KernelSvm.of(Kernel.linear()).fit(data))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no place for the column `w`");
        assertThatThrownBy(() -> KernelSvm.of(Kernel.linear()).c(0)).hasMessageContaining("C must be");
        assertThatThrownBy(() -> Kernel.named("sigmoid")).hasMessageContaining("there are linear, rbf");
        assertThat(Kernel.named("rbf:0.2")).isEqualTo(Kernel.rbf(0.2));
    }
}
