package dev.taut.cli.option;

import dev.taut.neural.Learning;
import dev.taut.neural.train.Averaging;
import dev.taut.neural.train.Descent;
import dev.taut.neural.train.Ending;
import dev.taut.neural.train.Optimizer;
import dev.taut.neural.train.Schedule;
import java.util.List;
import picocli.CommandLine.Option;

/** How a net learns; what is not said is the default of its kind. */
public final class TrainOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "passes over the rows (tables 100, images 10)")
    private String epochs = "";

    @Option(names = "--batch", paramLabel = "N", description = "rows per step (tables 64, images 128)")
    private String batch = "";

    @Option(names = "--rate", paramLabel = "R", description = "learning rate (0.003)")
    private String rate = "";

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            defaultValue = "adam",
            description = "adam, or sgd with momentum 0.9")
    private String optimizer = "adam";

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "cosine",
            description = "of the learning rate: cosine, onecycle, plateau, constant")
    private String schedule = "cosine";

    @Option(names = "--clip", paramLabel = "NORM", description = "no gradient longer than this")
    private String clip = "";

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "training rows that early stopping looks at (tables 0.15, images 0)")
    private String validation = "";

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "epochs without progress before stopping (10; 0: never)")
    private String patience = "";

    @Option(
            names = "--average",
            paramLabel = "HOW",
            defaultValue = "none",
            description = "keep average weights: none, ema or swa")
    private String average = "none";

    @Option(
            names = "--identify",
            paramLabel = "N",
            defaultValue = "0",
            description = "epochs of little noise at the end: what is nearly zero becomes zero")
    private String identify = "0";

    @Option(
            names = "--refit",
            paramLabel = "N",
            defaultValue = "0",
            description = "epochs without penalty after that, zeros kept")
    private String refit = "0";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "the one source of randomness")
    private String seed = "42";

    @Option(names = "--threads", paramLabel = "N", description = "threads; they never change a result")
    private String threads = "";

    public long seed() {
        return Usage.seed("--seed", seed);
    }

    /** What was said put into what is usual. */
    public Learning learning(Learning usual) {
        Learning learning = usual.descent(descent(usual.descent()))
                .seed(seed())
                .threads(
                        threads.isEmpty()
                                ? Runtime.getRuntime().availableProcessors()
                                : Usage.whole("--threads", threads, 1));
        if (!validation.isEmpty()) {
            learning = learning.validation(NetOptions.share("--validation", validation));
        }
        Ending ending = learning.ending()
                .averaging(averaging())
                .identify(Usage.whole("--identify", identify, 0))
                .refit(Usage.whole("--refit", refit, 0));
        if (!patience.isEmpty()) {
            ending = ending.patience(Usage.whole("--patience", patience, 0));
        }
        return learning.ending(ending);
    }

    private Averaging averaging() {
        return switch (Usage.choice("--average", average, List.of("none", "ema", "swa"))) {
            case "ema" -> new Averaging.Exponential(0.999);
            case "swa" -> new Averaging.Epochs(0.75);
            default -> new Averaging.None();
        };
    }

    private Descent descent(Descent usual) {
        double step = rate.isEmpty() ? usual.optimizer().rate() : Usage.number("--rate", rate, Double.MIN_VALUE, 1e9);
        Descent descent = usual.optimizer(
                        Usage.choice("--optimizer", optimizer, List.of("adam", "sgd"))
                                        .equals("sgd")
                                ? Optimizer.sgd(step)
                                : Optimizer.adam(step))
                .schedule(
                        switch (Usage.choice(
                                "--schedule", schedule, List.of("cosine", "onecycle", "plateau", "constant"))) {
                            case "onecycle" -> new Schedule.OneCycle();
                            case "plateau" -> new Schedule.Plateau(3, 0.3);
                            case "constant" -> new Schedule.Constant();
                            default -> new Schedule.Cosine(0.05);
                        });
        descent = epochs.isEmpty() ? descent : descent.epochs(Usage.whole("--epochs", epochs, 1));
        descent = batch.isEmpty() ? descent : descent.batch(Usage.whole("--batch", batch, 1));
        return clip.isEmpty() ? descent : descent.clip(Usage.number("--clip", clip, Double.MIN_VALUE, 1e300));
    }
}
