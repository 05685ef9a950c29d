package dev.taut.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Part;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.loss.ClassLoss;
import dev.taut.neural.loss.NumberLoss;
import dev.taut.neural.net.FloatRows;
import dev.taut.neural.net.Mixing;
import dev.taut.neural.net.Net;
import dev.taut.neural.net.Predictor;
import dev.taut.neural.net.Workers;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.penalty.Sparsity;
import dev.taut.neural.penalty.Where;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final FloatRows ROWS = Ring.rows(600, 1);
    private static final FloatRows FRESH = Ring.rows(400, 2);
    private static final Trainer.Data DATA = new Trainer.Data(ROWS, Optional.of(FRESH));

    private static Training training(int epochs) {
        return Training.of(ClassLoss.of(2), Descent.of(epochs, 64).optimizer(Optimizer.adam(0.01)))
                .seed(5);
    }

    private static Trained fit(Net net, Training training) {
        return Trainer.fit(net, training, DATA, Trainer.start(net, training), 1, Watcher.SILENT);
    }

    private static float[] eta(Trained trained, FloatRows rows) {
        try (Workers workers = new Workers(1)) {
            return Predictor.eta(trained.net(), trained.theta(), rows, workers);
        }
    }

    @Test
    void whatNoLineDividesIsLearnt() {
        Trained trained = fit(Ring.net(16), training(40));
        assertThat(Ring.accuracy(eta(trained, FRESH), FRESH)).isGreaterThan(0.9);
        assertThat(trained.history()).hasSize(40);
        Epoch last = trained.history().get(39);
        assertThat(last.loss()).isLessThan(trained.history().get(0).loss() / 2);
        assertThat(last.penalty()).isZero();
        assertThat(trained.end()).isEqualTo(End.EPOCHS);
    }

    private static Training everything() {
        return training(6)
                .with(new Regularizer.Penalised(Where.weights("dense1"), Penalty.elasticNet(0.5), 1e-3))
                .with(new Regularizer.Penalised(
                        Where.units("dense2"), new GroupPenalty(Groups.bySource(), 1, 0.2), 1e-3))
                .with(new Regularizer.Decay(Where.weights(), 0.01))
                .with(new Regularizer.MaxNorm(Where.weights("dense1"), 2))
                .mixing(Mixing.mixup(0.2))
                .ending(Ending.PLAIN
                        .averaging(new Averaging.Exponential(0.99))
                        .patience(4)
                        .identify(2)
                        .refit(2))
                .descent(training(6).descent().clip(1).batch(256));
    }

    private static Net noisy() {
        return Net.input(Ring.COLUMNS)
                .dense(24)
                .batchNorm()
                .relu()
                .dropout(0.2)
                .dense(16)
                .relu()
                .output(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void threadsChangeNoByte(int threads) {
        Training training = everything();
        Trained one = fit(noisy(), training);
        Trained several =
                Trainer.fit(noisy(), training, DATA, Trainer.start(noisy(), training), threads, Watcher.SILENT);
        assertThat(several.theta()).isEqualTo(one.theta());
        assertThat(several.history()).isEqualTo(one.history());
        assertThat(one.history()).hasSize(10);
        assertThat(fit(noisy(), training.seed(6)).theta()).isNotEqualTo(one.theta());
    }

    @Test
    void proximalStepsMakeZerosThatRefittingKeeps() {
        Regularizer lasso = new Regularizer.Penalised(Where.weights(), Penalty.lasso(), 3e-3);
        Training plain = training(30).with(lasso);
        Trained sparse = fit(Ring.net(16), plain);
        double zeros = sparse.history().get(29).zeros();
        assertThat(zeros).isGreaterThan(0.4);
        Trained identified = fit(Ring.net(16), plain.ending(Ending.PLAIN.identify(10)));
        double more = identified.history().get(39).zeros();
        assertThat(more).isGreaterThanOrEqualTo(zeros);
        Trained refitted =
                fit(Ring.net(16), plain.ending(Ending.PLAIN.identify(10).refit(15)));
        Epoch last = refitted.history().get(54);
        assertThat(last.zeros()).isBetween(more, more + 0.02);
        assertThat(last.penalty()).isZero();
        assertThat(last.loss()).isLessThan(identified.history().get(39).loss());
        for (int i = 0; i < identified.theta().length; i++) {
            boolean bias = isBias(i);
            assertThat(bias || identified.theta()[i] != 0 || refitted.theta()[i] == 0)
                    .isTrue();
        }
    }

    private static boolean isBias(int i) {
        return Ring.net(16).layout().slots().stream()
                .anyMatch(slot -> slot.part() == Part.BIAS && i >= slot.from() && i < slot.to());
    }

    /** The layers behind are penalised too: else they would grow as the first one shrinks, and nothing would be won. */
    @Test
    void groupsOfInputsLeaveTheNoiseOut() {
        Training training = training(100)
                .with(new Regularizer.Penalised(
                        Where.inputs("dense1"), new GroupPenalty(Groups.bySource(), 1, 0), 0.015))
                .with(new Regularizer.Penalised(Where.weights("dense2"), Penalty.ridge(), 3e-3))
                .with(new Regularizer.Penalised(Where.weights("dense3"), Penalty.ridge(), 3e-3))
                .ending(Ending.PLAIN.identify(40));
        Trained trained = fit(Ring.net(16), training.descent(training.descent().batch(200)));
        double[] lengths = new double[Ring.COLUMNS];
        for (int i = 0; i < 16 * Ring.COLUMNS; i++) {
            lengths[i / 16] += Math.pow(trained.theta()[i], 2);
        }
        Layout layout = trained.net().layout();
        assertThat(Sparsity.of(layout, trained.theta()).layers().get(0).unused())
                .isBetween(4, 8);
        for (int j = 2; j < Ring.COLUMNS; j++) {
            assertThat(lengths[j]).isLessThan(lengths[0] / 400).isLessThan(lengths[1] / 400);
        }
        assertThat(Ring.accuracy(eta(trained, FRESH), FRESH)).isGreaterThan(0.9);
    }

    @Test
    void groupsOfUnitsRemoveNeurons() {
        Regularizer units = new Regularizer.Penalised(Where.units(), new GroupPenalty(Groups.bySource(), 1, 0), 4e-3);
        Trained trained = fit(Ring.net(32), training(60).with(units));
        Sparsity sparsity = Sparsity.of(trained.net().layout(), trained.theta());
        assertThat(sparsity.layers().get(0).dead()).isBetween(8, 31);
        assertThat(sparsity.layers().get(2).dead())
                .as("the output is no hidden layer")
                .isZero();
        assertThat(Ring.accuracy(eta(trained, FRESH), FRESH)).isGreaterThan(0.85);
    }

    @Test
    void boundsAreKept() {
        Trained trained = fit(Ring.net(16), training(10).with(new Regularizer.MaxNorm(Where.weights(), 0.8)));
        for (var slot : trained.net().layout().slots()) {
            for (int unit = 0; slot.part() == Part.WEIGHT && unit < slot.columns(); unit++) {
                double square = 0;
                for (int i = 0; i < slot.rows(); i++) {
                    square += Math.pow(trained.theta()[slot.from() + i * slot.columns() + unit], 2);
                }
                assertThat(Math.sqrt(square)).isLessThanOrEqualTo(0.8 + 1e-6);
            }
        }
    }

    /** Without a gradient, decay is all that happens: w·(1 − rate·decay) in every step, and biases stay. */
    @Test
    void decayIsApartFromTheGradient() {
        FloatRows nothing = new FloatRows(Shape.flat(3), new float[30], new float[10], new float[0]);
        Net net = Net.input(3).output(1);
        Descent descent = Descent.of(1, 5).optimizer(Optimizer.adam(0.1)).schedule(new Schedule.Constant());
        Training training = Training.of(NumberLoss.squared(), descent).with(new Regularizer.Decay(Where.weights(), 2));
        float[] before = net.initial(0);
        float[] after = Trainer.fit(net, training, nothing).theta();
        for (int i = 0; i < 3; i++) {
            assertThat(after[i]).isCloseTo(before[i] * 0.8f * 0.8f, within(1e-6f));
        }
    }

    /** On a line, coupled L2 is the ridge penalty whatever the optimiser: the same minimum. */
    @Test
    void coupledL2IsRidgeWhereTheMinimumIsReached() {
        FloatRows rows = new FloatRows(Shape.flat(Ring.COLUMNS), ROWS.x(), ROWS.y(), new float[0]);
        Descent descent = Descent.of(800, 600).optimizer(Optimizer.adam(0.02));
        Training plain = Training.of(NumberLoss.squared(), descent);
        Net line = Net.input(Ring.COLUMNS).output(1);
        float[] coupled = Trainer.fit(line, plain.with(new Regularizer.Coupled(Where.weights(), 0.5)), rows)
                .theta();
        float[] ridge = Trainer.fit(
                        line, plain.with(new Regularizer.Penalised(Where.weights(), Penalty.ridge(), 0.5)), rows)
                .theta();
        assertThat(coupled).containsExactly(ridge, within(1e-4f));
    }

    @Test
    void stoppingEarlyRestoresTheBest() {
        // Labels that are noise: the validation loss rises soon.
        float[] y = new float[600];
        for (int i = 0; i < y.length; i++) {
            y[i] = Noise.of(77).uniform(i) < 0.5 ? 1 : 0;
        }
        FloatRows noise = new FloatRows(ROWS.shape(), ROWS.x(), y, new float[0]);
        Net net = Ring.net(32);
        Training training = training(100).ending(Ending.PLAIN.patience(5));
        Trained trained = Trainer.fit(
                net,
                training,
                new Trainer.Data(noise, Optional.of(FRESH)),
                Trainer.start(net, training),
                1,
                Watcher.SILENT);
        assertThat(trained.end()).isEqualTo(End.EARLY);
        double lowest =
                trained.history().stream().mapToDouble(Epoch::validation).min().orElseThrow();
        assertThat(trained.history()).hasSize(trained.kept() + 5);
        try (Workers workers = new Workers(1)) {
            assertThat(Trainer.loss(net, trained.theta(), training.loss(), FRESH, workers))
                    .isEqualTo(lowest);
        }
        assertThatThrownBy(() -> Trainer.fit(net, training, noise)).hasMessageContaining("validation rows are needed");
    }

    @Test
    void divergenceIsNoticedAndUndone() {
        Net net = Net.input(Ring.COLUMNS).output(1);
        Descent descent = Descent.of(50, 600)
                .optimizer(new Optimizer.Sgd(1e3, 0.9, false))
                .schedule(new Schedule.Constant());
        Trained trained = fit(net, Training.of(NumberLoss.squared(), descent));
        assertThat(trained.end()).isEqualTo(End.DIVERGED);
        for (float value : trained.theta()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    @Test
    void cancellingKeepsTheBest() {
        List<Epoch> seen = new ArrayList<>();
        Watcher watcher = new Watcher() {
            @Override
            public void epoch(Epoch epoch, TrainingState state) {
                seen.add(epoch);
            }

            @Override
            public boolean cancelled() {
                return seen.size() == 3;
            }
        };
        Net net = Ring.net(16);
        Training training = training(20).ending(Ending.PLAIN.patience(10));
        Trained trained = Trainer.fit(net, training, DATA, Trainer.start(net, training), 1, watcher);
        assertThat(trained.end()).isEqualTo(End.CANCELLED);
        assertThat(trained.history()).isEqualTo(seen);
        assertThat(trained.kept()).isBetween(1, 3);
    }

    @Test
    void plateausLowerTheRate() {
        Descent descent =
                training(12).descent().schedule(new Schedule.Plateau(1, 0.5)).optimizer(Optimizer.sgd(0.5));
        Trained trained = fit(Ring.net(16), training(12).descent(descent));
        double lowest = Double.POSITIVE_INFINITY;
        double rate = 0.5;
        for (Epoch epoch : trained.history()) {
            assertThat(epoch.rate()).isEqualTo(rate);
            rate *= epoch.validation() < lowest ? 1 : 0.5;
            lowest = Math.min(lowest, epoch.validation());
        }
        assertThat(rate).isLessThan(0.5);
    }

    @Test
    void averagesKeepZeros() {
        for (Averaging averaging : new Averaging[] {new Averaging.Exponential(0.99), new Averaging.Epochs(0.5)}) {
            Training training = training(20)
                    .with(new Regularizer.Penalised(Where.weights(), Penalty.lasso(), 3e-3))
                    .ending(Ending.PLAIN.averaging(averaging));
            Trained last = fit(Ring.net(16), training.ending(Ending.PLAIN));
            Trained average = fit(Ring.net(16), training);
            assertThat(average.theta()).isNotEqualTo(last.theta());
            for (int i = 0; i < last.theta().length; i++) {
                assertThat(average.theta()[i] == 0).isEqualTo(last.theta()[i] == 0);
            }
        }
    }

    @Test
    void schedules() {
        assertThat(new Schedule.Cosine(0).factor(0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(new Schedule.Cosine(0.1).factor(0.05)).isCloseTo(0.5, within(0.01));
        assertThat(new Schedule.OneCycle().factor(0)).isCloseTo(0.04, within(1e-12));
        assertThat(new Schedule.OneCycle().factor(0.3)).isCloseTo(1, within(1e-12));
        assertThat(new Schedule.OneCycle().factor(0.99999)).isLessThan(1e-3);
    }

    @Test
    void imagesAreLearnt() {
        // Which half of a noisy image is brighter.
        Noise noise = Noise.of(3);
        float[] x = new float[300 * 64];
        float[] y = new float[300 * 3];
        for (int i = 0; i < 300; i++) {
            int kind = i % 3;
            y[i * 3 + kind] = 1;
            for (int j = 0; j < 64; j++) {
                boolean bright = kind == 0 ? j < 32 : kind == 1 ? j % 8 < 4 : (j / 8 + j % 8) % 2 == 0;
                x[i * 64 + j] = (bright ? 0.5f : -0.5f) + (float) noise.normal(i * 64 + j);
            }
        }
        FloatRows rows = new FloatRows(new Shape(8, 8, 1), x, y, new float[0]);
        Net net = Net.input(8, 8, 1)
                .then(Conv2d.of(8, 3).withoutBias())
                .batchNorm()
                .relu()
                .maxPool(2)
                .conv(8, 3)
                .relu()
                .globalPool()
                .output(3);
        Training training = Training.of(ClassLoss.of(3), Descent.of(15, 32).optimizer(Optimizer.adam(0.01)));
        Trained trained = Trainer.fit(net, training, rows);
        assertThat(trained.history().get(14).loss()).isLessThan(0.3);
        try (Workers workers = new Workers(1)) {
            assertThat(Trainer.loss(net, trained.theta(), training.loss(), rows, workers))
                    .as("running statistics are those of the rows")
                    .isLessThan(0.4);
        }
    }

    @Test
    void penaltiesThatCannotBeCombinedAreRefused() {
        Regularizer groups = new Regularizer.Penalised(Where.units(), new GroupPenalty(Groups.bySource(), 1, 0), 1);
        Regularizer lasso = new Regularizer.Penalised(Where.weights(), Penalty.lasso(), 1);
        assertThatThrownBy(() -> fit(Ring.net(4), training(1).with(groups).with(lasso)))
                .hasMessageStartingWith("an elastic net and another penalty act on dense1.weight");
        assertThatThrownBy(() -> fit(Ring.net(4), training(1).with(groups).with(groups)))
                .hasMessageStartingWith("two penalties act on dense1.weight");
        Regularizer nowhere = new Regularizer.Penalised(Where.weights("conv*"), Penalty.lasso(), 1);
        assertThatThrownBy(() -> fit(Ring.net(4), training(1).with(nowhere)))
                .hasMessage("no layer `conv*` has what is to be penalised; there are dense1, dense2, dense3");
    }
}
