package dev.taut.neural;

import dev.taut.Learner;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.fold.HoldoutPlan;
import dev.taut.fold.Holdouts;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.model.Inputs;
import dev.taut.neural.model.NetModel;
import dev.taut.neural.model.Outputs;
import dev.taut.neural.net.FloatRows;
import dev.taut.neural.net.Net;
import dev.taut.neural.net.Rows;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.train.End;
import dev.taut.neural.train.Schedule;
import dev.taut.neural.train.Trained;
import dev.taut.neural.train.Trainer;
import dev.taut.neural.train.Training;
import dev.taut.neural.train.TrainingState;
import dev.taut.neural.train.Watcher;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A specification of a net that learns from a dataset. */
public sealed interface NetLearner extends Learner<NetModel> permits Mlp, Cnn {
    /** How it learns. */
    Learning learning();

    /** How rows become numbers, as seen in these training rows alone. */
    Inputs inputs(Dataset training);

    /** The layers, for rows of this shape and so many outputs. */
    Net net(Shape input, int outputs);

    /** The rows as they are learnt from, with what is altered at random. */
    default Rows altered(FloatRows rows) {
        return rows;
    }

    @Override
    default NetModel fit(Dataset data) {
        return prepare(data).fit(Watcher.SILENT).model();
    }

    /**
     * Everything up to the first epoch: rows divided, inputs and outputs decided, the net made.
     *
     * @throws Refused if the data cannot be used
     */
    default Prepared prepare(Dataset data) {
        Targets targets = Targets.of(data);
        refuse(data);
        Learning how = learning();
        HoldoutPlan plan = Holdouts.split(data, how.validation(), how.seed());
        Dataset training = plan.exists() ? data.rows(plan.split().train()) : data;
        Inputs inputs = inputs(training);
        Outputs outputs = Outputs.of(targets, targets.encode(training), how.smoothing());
        Net net = net(inputs.shape(), outputs.batchLoss().outputs());
        Rows rows = altered(rows(training, inputs, outputs));
        Optional<Rows> judges =
                plan.exists() ? Optional.of(rows(data.rows(plan.split().test()), inputs, outputs)) : Optional.empty();
        return new Prepared(
                data,
                inputs,
                outputs,
                net,
                training(outputs, plan.exists()),
                how.threads(),
                new Trainer.Data(rows, judges),
                plan.findings());
    }

    private Training training(Outputs outputs, boolean judged) {
        Learning how = learning();
        boolean plateau = how.descent().schedule() instanceof Schedule.Plateau;
        return Training.of(
                        outputs.batchLoss(),
                        judged || !plateau ? how.descent() : how.descent().schedule(new Schedule.Cosine(0.05)))
                .regularizers(how.regularizers())
                .mixing(how.mixing())
                .ending(judged ? how.ending() : how.ending().patience(0))
                .seed(how.seed());
    }

    private static FloatRows rows(Dataset data, Inputs inputs, Outputs outputs) {
        double[] weights = Targets.weights(data);
        float[] each = new float[weights.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = (float) weights[i];
        }
        float[] x = inputs.encode(data.table(), MissingColumns.REFUSE).x();
        return new FloatRows(inputs.shape(), x, outputs.encode(outputs.targets().encode(data)), each);
    }

    private static void refuse(Dataset data) {
        if (data.task() == Task.SURVIVAL) {
            throw new Refused(Finding.of(
                            Code.USAGE,
                            data.targetName(),
                            "nets predict numbers, counts and classes, not times until an event")
                    .help("taut fit DATA --target TIME --event EVENT"));
        }
        for (Role role : List.of(Role.OFFSET, Role.EXPOSURE)) {
            data.find(role).ifPresent(column -> {
                throw new Refused(Finding.of(
                        Code.USAGE, column.name(), "nets know no " + role.name().toLowerCase(java.util.Locale.ROOT)));
            });
        }
    }

    /**
     * A net before its first epoch.
     *
     * @param data     all rows
     * @param inputs   how rows become numbers
     * @param outputs  how answers become predictions
     * @param net      layers
     * @param training how it learns
     * @param threads  that it may use
     * @param rows     what it learns from and what it is judged by
     * @param findings notes on how rows were divided
     */
    record Prepared(
            Dataset data,
            Inputs inputs,
            Outputs outputs,
            Net net,
            Training training,
            int threads,
            Trainer.Data rows,
            List<Finding> findings) {
        /** What must be the same to go on with a training: a text that names it all. */
        public String fingerprint() {
            return net + "; " + training + "; " + rows.rows().rows() + " rows of "
                    + data.table().source();
        }

        /** Trains from the beginning. */
        public NetFit fit(Watcher watcher) {
            return fit(Trainer.start(net, training), watcher);
        }

        /** Trains from a state on. */
        public NetFit fit(TrainingState state, Watcher watcher) {
            Trained trained = Trainer.fit(net, training, rows, state, threads, watcher);
            int judges = rows.validation().map(Rows::rows).orElse(0);
            NetModel model = new NetModel(
                    inputs,
                    outputs,
                    net,
                    trained.theta(),
                    new NetModel.Origin(
                            data.table().source().name(),
                            data.table().source().sha256(),
                            rows.rows().rows(),
                            judges,
                            trained.kept(),
                            trained.end().name().toLowerCase(java.util.Locale.ROOT),
                            training.seed(),
                            training.regularizers().stream()
                                    .map(Regularizer::describe)
                                    .toList()));
            List<Finding> all = new ArrayList<>(findings);
            if (trained.end() == End.DIVERGED) {
                all.add(diverged());
            }
            return new NetFit(model, trained, all);
        }

        private Finding diverged() {
            double rate = training.descent().optimizer().rate();
            return Finding.of(
                            Code.DIVERGED,
                            outputs.targets().column(),
                            "training diverged: the loss is no longer a number")
                    .because("the parameters are those of the last epoch that began well")
                    .help("--rate " + rate / 10, "--clip 1");
        }
    }
}
