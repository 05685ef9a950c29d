package dev.taut.cli.call;

import dev.taut.cli.output.NetFolder;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.kernel.Kernels;
import dev.taut.neural.NetFit;
import dev.taut.neural.NetLearner;
import dev.taut.neural.file.BrokenFile;
import dev.taut.neural.file.Checkpoint;
import dev.taut.neural.train.Epoch;
import dev.taut.neural.train.Trainer;
import dev.taut.neural.train.TrainingState;
import dev.taut.neural.train.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The training of a net as a user watches it: epochs whose number doubles are told, others show in the progress line; after each a
 * checkpoint is written, and an interruption ends it with the parameters so far.
 *
 * @param call   what asked for it
 * @param folder where checkpoints go
 * @param resume whether to go on from the one that is there
 */
public record NetWork(Call call, Optional<NetFolder> folder, boolean resume) {
    /** Trains. */
    public NetFit train(NetLearner.Prepared prepared) {
        TrainingState state = start(prepared);
        if (state.epochs() > 0) {
            call.console().say("  going on after epoch " + state.epochs());
        }
        call.console().progress().begin("Training");
        long begun = System.nanoTime();
        NetFit fit = prepared.fit(state, new Told(prepared));
        call.console().progress().clear();
        call.console()
                .narrate(
                        "Trained",
                        fit.trained().history().size() + " epochs, "
                                + prepared.net().parameters() + " parameters, " + Kernels.chosen(),
                        (System.nanoTime() - begun) / 1e9);
        return fit;
    }

    private TrainingState start(NetLearner.Prepared prepared) {
        Optional<Path> checkpoint = folder.map(NetFolder::checkpoint).filter(Files::exists);
        if (!resume || checkpoint.isEmpty()) {
            return Trainer.start(prepared.net(), prepared.training());
        }
        try {
            return Checkpoint.read(checkpoint.get(), prepared.fingerprint());
        } catch (BrokenFile | IOException e) {
            throw new Refused(Finding.of(
                            Code.MODEL_UNREADABLE,
                            "--resume",
                            "training cannot go on from the checkpoint in this folder")
                    .because(String.valueOf(e.getMessage()))
                    .help("leave out --resume to begin again"));
        }
    }

    private final class Told implements Watcher {
        private final NetLearner.Prepared prepared;

        Told(NetLearner.Prepared prepared) {
            this.prepared = prepared;
        }

        private int epochs() {
            var training = prepared.training();
            return training.descent().epochs()
                    + training.ending().identify()
                    + training.ending().refit();
        }

        @Override
        public void epoch(Epoch epoch, TrainingState state) {
            if (Integer.bitCount(epoch.number()) == 1 || epoch.number() == epochs()) {
                String judged = Double.isNaN(epoch.validation()) ? "" : ", validation " + four(epoch.validation());
                call.console().say("  epoch " + epoch.number() + ": loss " + four(epoch.loss()) + judged);
            }
            call.console().progress().step(epoch.number(), epochs(), "epochs");
            folder.ifPresent(f -> {
                try {
                    Checkpoint.write(f.checkpoint(), state, prepared.fingerprint());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private static String four(double value) {
            return String.format(java.util.Locale.ROOT, "%.4f", value);
        }

        @Override
        public boolean cancelled() {
            return call.host().interruption().wanted();
        }
    }
}
