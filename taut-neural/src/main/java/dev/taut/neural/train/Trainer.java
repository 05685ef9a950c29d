package dev.taut.neural.train;

import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.loss.BatchLoss;
import dev.taut.neural.net.Net;
import dev.taut.neural.net.Predictor;
import dev.taut.neural.net.Rows;
import dev.taut.neural.net.Shards;
import dev.taut.neural.net.Workers;
import dev.taut.neural.penalty.Regularization;
import dev.taut.neural.penalty.Sparsity;
import dev.taut.neural.penalty.Update;
import java.util.List;
import java.util.Optional;

/** Trains nets: equal specifications and rows give equal bytes, on any number of threads and however often interrupted. */
public final class Trainer {
    private final Net net;
    private final Training training;
    private final Rows rows;
    private final Optional<Rows> validation;
    private final Watcher watcher;
    private final Workers workers;
    private final Layout layout;
    private final List<Stage> stages;
    private final Averager averager;
    /** The parameters at the beginning of the last epoch that began with a finite loss. */
    private final float[] safe;

    private Trainer(
            Net net, Training training, Rows rows, Optional<Rows> validation, Watcher watcher, Workers workers) {
        this.net = net;
        this.training = training;
        this.rows = rows;
        this.validation = validation;
        this.watcher = watcher;
        this.workers = workers;
        layout = net.layout();
        stages = training.stages();
        averager = new Averager(training.ending().averaging());
        safe = new float[layout.size()];
    }

    /** From the net's own initial parameters, on one thread. */
    public static Trained fit(Net net, Training training, Rows rows) {
        return fit(net, training, new Data(rows, Optional.empty()), start(net, training), 1, Watcher.SILENT);
    }

    /**
     * What is learnt from and what is judged by.
     *
     * @param validation rows that are never learnt from: what patience looks at
     */
    public record Data(Rows rows, Optional<Rows> validation) {}

    /** The state before the first epoch. */
    public static TrainingState start(Net net, Training training) {
        return new TrainingState(net.initial(training.seed()));
    }

    /** The state before the first epoch, from these parameters. */
    public static TrainingState start(float[] theta) {
        return new TrainingState(theta);
    }

    /**
     * Trains from this state on; the state moves along.
     *
     * @param threads ≥ 1; they change nothing but the time it takes
     */
    public static Trained fit(
            Net net, Training training, Data data, TrainingState state, int threads, Watcher watcher) {
        if (data.rows().rows() == 0) {
            throw new IllegalArgumentException("there are no rows to learn from");
        }
        boolean judges = training.ending().patience() > 0 || training.descent().schedule() instanceof Schedule.Plateau;
        if (judges && data.validation().isEmpty()) {
            throw new IllegalArgumentException("to stop early, or to see a plateau, validation rows are needed");
        }
        try (Workers workers = new Workers(threads)) {
            return new Trainer(net, training, data.rows(), data.validation(), watcher, workers).run(state);
        }
    }

    private Trained run(TrainingState state) {
        System.arraycopy(state.parameters.theta(), 0, safe, 0, safe.length);
        End end = End.EPOCHS;
        for (; state.stage < stages.size(); state.stage++, state.epoch = 0) {
            Stage stage = stages.get(state.stage);
            if (state.epoch == 0) {
                state.enter(stage);
            }
            end = stage(stage, state);
            if (end == End.DIVERGED || end == End.CANCELLED) {
                break;
            }
        }
        int kept = state.hasBest ? state.bestEpoch : state.epochs();
        return new Trained(net, state.kept().clone(), state.history, end, kept);
    }

    private End stage(Stage stage, TrainingState state) {
        Descent descent = stage.descent();
        int batch = Math.min(descent.batch(), rows.rows());
        Shards shards = new Shards(net, training.loss(), rows, training.mixing(), batch, workers);
        Regularization regularization = stage.kind() == Stage.Kind.REFIT
                ? Regularization.refitting(layout, training.regularizers())
                : Regularization.of(layout, training.regularizers());
        while (state.epoch < descent.epochs()) {
            if (isStopped(stage, state)) {
                return End.EARLY;
            }
            End end = new Round(stage, state, shards, regularization, batch).epoch();
            if (end == End.DIVERGED) {
                System.arraycopy(safe, 0, state.parameters.theta(), 0, safe.length);
                state.averaged = 0;
            }
            if (end != End.EPOCHS) {
                return end;
            }
            judge(stage, state);
        }
        return End.EPOCHS;
    }

    private boolean isStopped(Stage stage, TrainingState state) {
        int patience = training.ending().patience();
        return patience > 0 && stage.kind() == Stage.Kind.TRAIN && state.waited >= patience;
    }

    /** Compares an epoch with those before it. */
    private void judge(Stage stage, TrainingState state) {
        Epoch epoch = state.history.get(state.history.size() - 1);
        boolean better = epoch.validation() < state.lowest;
        state.waited = better ? 0 : state.waited + 1;
        state.flat = better ? 0 : state.flat + 1;
        if (better) {
            state.lowest = epoch.validation();
        }
        if (better && training.ending().patience() > 0 && stage.kind() != Stage.Kind.IDENTIFY) {
            System.arraycopy(state.current(), 0, state.best, 0, state.best.length);
            state.bestEpoch = epoch.number();
            state.hasBest = true;
        }
        if (stage.descent().schedule() instanceof Schedule.Plateau plateau && state.flat >= plateau.patience()) {
            state.factor *= plateau.factor();
            state.flat = 0;
        }
        watcher.epoch(epoch, state);
    }

    /** The mean loss of these rows, for what is kept so far; NaN without rows. */
    private double validated(TrainingState state) {
        if (validation.isEmpty()) {
            return Double.NaN;
        }
        return loss(net, state.current(), training.loss(), validation.get(), workers);
    }

    /** The weighted mean loss of a net on rows, without noise. */
    public static double loss(Net net, float[] theta, BatchLoss loss, Rows rows, Workers workers) {
        float[] eta = Predictor.eta(net, theta, rows, workers);
        float[] y = new float[rows.rows() * loss.targets()];
        float[] weights = new float[rows.rows()];
        double total = 0;
        for (int i = 0; i < rows.rows(); i++) {
            rows.target(i, y, i * loss.targets());
            weights[i] = rows.weight(i);
            total += weights[i];
        }
        return loss.value(eta, y, weights, rows.rows(), new float[eta.length]) / total;
    }

    /** One epoch. */
    private final class Round {
        private final Stage stage;
        private final TrainingState state;
        private final Shards shards;
        private final Regularization regularization;
        private final int batch;
        private double rate;

        Round(Stage stage, TrainingState state, Shards shards, Regularization regularization, int batch) {
            this.stage = stage;
            this.state = state;
            this.shards = shards;
            this.regularization = regularization;
            this.batch = batch;
        }

        End epoch() {
            Noise noise = Noise.of(training.seed());
            int n = rows.rows();
            int[] order = noise.child("order").child(state.epochs()).permutation(n);
            int steps = (n + batch - 1) / batch;
            double sum = 0;
            regularization.refresh(state.parameters.theta());
            for (int step = 0; step < steps; step++) {
                int from = step * batch;
                int to = Math.min(n, from + batch);
                double value = shards.gradient(
                        state.parameters.theta(),
                        order,
                        from,
                        to,
                        noise.child("step").child(state.steps),
                        state.parameters.gradient());
                if (!Double.isFinite(value)) {
                    return End.DIVERGED;
                }
                if (step == 0) {
                    System.arraycopy(state.parameters.theta(), 0, safe, 0, safe.length);
                }
                sum += value * (to - from);
                move((state.epoch + (double) step / steps) / stage.descent().epochs());
                watcher.step(step + 1, steps);
                if (watcher.cancelled()) {
                    return End.CANCELLED;
                }
            }
            state.epoch++;
            averager.epoch(state, (double) state.epoch / stage.descent().epochs());
            state.history.add(new Epoch(
                    state.epochs() + 1,
                    stage.kind().word(),
                    rate,
                    sum / n,
                    regularization.value(state.parameters.theta()),
                    validated(state),
                    Sparsity.of(layout, state.parameters.theta()).zeros()));
            return End.EPOCHS;
        }

        private void move(double progress) {
            Descent descent = stage.descent();
            rate = descent.optimizer().rate()
                    * state.factor
                    * descent.schedule().factor(progress);
            state.steps++;
            state.since++;
            Update update = descent.optimizer().update(rate, state.since, scale(descent.clip()));
            workers.run(
                    regularization.pieces(), (worker, piece) -> regularization.step(piece, update, state.parameters));
            regularization.project(update, state.parameters);
            averager.step(state);
        }

        /** What brings the gradient to the longest length that is allowed; 1 if it is shorter. */
        private double scale(double clip) {
            if (clip == Double.POSITIVE_INFINITY) {
                return 1;
            }
            double square = 0;
            for (float g : state.parameters.gradient()) {
                square += (double) g * g;
            }
            return square > clip * clip ? clip / Math.sqrt(square) : 1;
        }
    }
}
