package dev.taut.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Refused;
import dev.taut.metric.Metric;
import dev.taut.neural.file.BrokenFile;
import dev.taut.neural.file.Checkpoint;
import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.model.NetModel;
import dev.taut.neural.net.Mixing;
import dev.taut.neural.penalty.Where;
import dev.taut.neural.train.Averaging;
import dev.taut.neural.train.Epoch;
import dev.taut.neural.train.Schedule;
import dev.taut.neural.train.TrainingState;
import dev.taut.neural.train.Watcher;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlpTest {
    private static final int ROWS = 500;
    private static final Noise NOISE = Noise.of(12);

    /** Two numbers, one of them with gaps, and a category; what depends on them does so with a bend and an interaction. */
    private static Table table() {
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        String[] c = new String[ROWS];
        double[] number = new double[ROWS];
        double[] count = new double[ROWS];
        String[] two = new String[ROWS];
        String[] three = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            a[i] = NOISE.child("a").normal(i);
            b[i] = 100 + 20 * NOISE.child("b").normal(i);
            c[i] = i % 3 == 0 ? "red" : "blue";
            double signal = Math.abs(a[i]) - 0.8 + (i % 3 == 0 ? 0.05 : -0.05) * (b[i] - 100);
            number[i] = 1000 * signal + 50 * NOISE.child("number").normal(i);
            count[i] = Math.floor(Math.exp(Math.min(3, 1 + signal)));
            two[i] = signal > 0 ? "yes" : "no";
            three[i] = signal > 0.5 ? "high" : signal < -0.5 ? "low" : "middle";
            a[i] = i % 50 == 0 ? Double.NaN : a[i];
        }
        return Table.of(
                NumericColumn.of("a", a),
                NumericColumn.of("b", b),
                TextColumn.of("c", List.of(c)),
                NumericColumn.of("number", number),
                NumericColumn.of("count", count),
                TextColumn.of("two", List.of(two)),
                TextColumn.of("three", List.of(three)));
    }

    private static Dataset data(String target) {
        List<String> all = List.of("number", "count", "two", "three");
        Dataset data = Dataset.of(table(), target);
        return data.exclude(all.stream().filter(name -> !name.equals(target)).toArray(String[]::new));
    }

    private static Mlp mlp() {
        return Mlp.of(24, 16).seed(3);
    }

    @Test
    void numbers() {
        Predictions predictions = mlp().fit(data("number")).predict(table());
        double[] y = ((NumericColumn) table().column("number")).values();
        double left = 0;
        double all = 0;
        for (int i = 0; i < ROWS; i++) {
            left += Math.pow(y[i] - predictions.mean(i), 2);
            all += Math.pow(y[i] - 0, 2);
        }
        assertThat(1 - left / all).isGreaterThan(0.85);
    }

    @Test
    void counts() {
        NetModel model = mlp().fit(data("count").task(Task.COUNT));
        Predictions predictions = model.predict(table());
        double[] y = ((NumericColumn) table().column("count")).values();
        double left = 0;
        for (int i = 0; i < ROWS; i++) {
            assertThat(predictions.mean(i)).isPositive();
            left += Math.abs(y[i] - predictions.mean(i)) / ROWS;
        }
        assertThat(left).isLessThan(1.2);
        assertThat(model.metrics()).extracting(Metric::name).startsWith("deviance", "rmse", "mae");
    }

    @Test
    void classes() {
        for (String target : List.of("two", "three")) {
            NetModel model = mlp().fit(data(target));
            Predictions predictions = model.predict(table());
            int right = 0;
            for (int i = 0; i < ROWS; i++) {
                right += predictions.label(i).equals(table().column(target).text(i)) ? 1 : 0;
                double sum = 0;
                for (int k = 0; k < predictions.classes().size(); k++) {
                    sum += predictions.probability(i, k);
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
            assertThat((double) right / ROWS).as(target).isGreaterThan(0.85);
        }
    }

    @Test
    void aModelComesBackFromItsFile(@TempDir Path folder) throws IOException {
        NetModel model = mlp().batchNorm(true)
                .activation(Activation.SILU)
                .penalty(Penalty.lasso(), 1e-3)
                .earlyStopping(0.2, 3)
                .fit(data("three"));
        Path file = folder.resolve("model.taut");
        model.save(file);
        Model back = Model.load(file);
        assertThat(back.predict(table()).means())
                .isEqualTo(model.predict(table()).means());
        NetModel net = NetModel.load(file);
        assertThat(net.net()).isEqualTo(model.net());
        assertThat(net.origin()).isEqualTo(model.origin());
        assertThat(net.inputs()).isEqualTo(model.inputs());
        assertThat(net.sparsity()).isEqualTo(model.sparsity());
        assertThat(net.origin().regularizers()).containsExactly("weight decay 0.01 on *", "lasso 0.001 on *");
    }

    @Test
    void aBrokenFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.taut");
        mlp().learning(mlp().learning().descent(mlp().learning().descent().epochs(1)))
                .fit(data("two"))
                .save(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 8));
        assertThatThrownBy(() -> Model.load(file)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.findings().get(0).code()).isEqualTo(Code.MODEL_UNREADABLE);
            assertThat(e.findings().get(0).evidence()).contains("tensor dense3.weight lies outside the file");
        });
        assertThatThrownBy(() -> Checkpoint.read(file, "")).isInstanceOf(BrokenFile.class);
    }

    @Test
    void shrunkNetsPredictTheSame() {
        Mlp sparse = mlp().penalty(Where.units(), new GroupPenalty(Groups.bySource(), 1, 0), 6e-3);
        NetModel model = sparse.learning(sparse.learning()
                        .ending(sparse.learning().ending().patience(0).refit(20)))
                .fit(data("two"));
        NetModel smaller = model.shrink();
        assertThat(smaller.theta().length).isLessThan(model.theta().length / 2);
        assertThat(smaller.predict(table()).means())
                .containsExactly(model.predict(table()).means(), within(1e-6));
    }

    private static Mlp eventful() {
        Mlp mlp = mlp().batchNorm(true).penalty(Where.units(), new GroupPenalty(Groups.bySource(), 1, 0.3), 1e-3);
        Learning how = mlp.learning();
        return mlp.learning(how.mixing(Mixing.mixup(0.2))
                .smoothing(0.05)
                .descent(how.descent().epochs(6).clip(2).schedule(new Schedule.Plateau(1, 0.7)))
                .ending(how.ending()
                        .averaging(new Averaging.Exponential(0.99))
                        .patience(4)
                        .identify(2)
                        .refit(3)));
    }

    /** Stopped at the end of any epoch, read from its file and gone on with: the same parameters, the same history. */
    @Test
    void goingOnIsAsIfNothingHadHappened(@TempDir Path folder) throws IOException {
        NetLearner.Prepared prepared = eventful().prepare(data("three"));
        Path files = folder.resolve("checkpoints");
        Files.createDirectory(files);
        NetFit whole = prepared.fit(new Watcher() {
            @Override
            public void epoch(Epoch epoch, TrainingState state) {
                try {
                    Checkpoint.write(files.resolve("after-" + epoch.number()), state, prepared.fingerprint());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        int epochs = whole.trained().history().size();
        assertThat(epochs).isBetween(9, 11);
        for (int k = 1; k <= epochs; k++) {
            TrainingState state = Checkpoint.read(files.resolve("after-" + k), prepared.fingerprint());
            assertThat(state.epochs()).isEqualTo(k);
            NetFit rest = prepared.fit(state, Watcher.SILENT);
            assertThat(rest.model().theta())
                    .as("after epoch %d", k)
                    .isEqualTo(whole.model().theta());
            assertThat(rest.trained().history()).isEqualTo(whole.trained().history());
            assertThat(rest.trained().end()).isEqualTo(whole.trained().end());
        }
        NetLearner.Prepared other = eventful().seed(4).prepare(data("three"));
        assertThatThrownBy(() -> Checkpoint.read(files.resolve("after-1"), other.fingerprint()))
                .hasMessageContaining("another training");
    }

    @Test
    void whatNetsDoNotPredictIsRefused() {
        Dataset survival = data("number").task(Task.SURVIVAL).event("two");
        assertThatThrownBy(() -> mlp().fit(survival)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mlp().fit(data("number").with(Role.OFFSET, "b")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("offset");
    }

    @Test
    void divergenceIsAFinding() {
        Learning how = mlp().learning();
        NetFit fit = mlp().learning(how.descent(how.descent()
                        .optimizer(new dev.taut.neural.train.Optimizer.Sgd(1e6, 0.9, false))
                        .schedule(new Schedule.Constant())))
                .prepare(data("number"))
                .fit(Watcher.SILENT);
        assertThat(fit.findings()).extracting(f -> f.code()).contains(Code.DIVERGED);
    }
}
