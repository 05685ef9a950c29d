package dev.taut.cli.option;

import dev.taut.neural.Learning;
import dev.taut.neural.net.Mixing;
import dev.taut.neural.net.Net;
import dev.taut.neural.penalty.Regularization;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.penalty.Where;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What keeps the weights of a net small, or rows apart from what they were. */
public final class WeightOptions {
    @Option(
            names = "--penalty",
            paramLabel = "NAME",
            defaultValue = "none",
            description = "as for lines: lasso, ridge, enet:R, group, sparsegroup:W, mcp …")
    private String penalty = "none";

    @Option(names = "--lambda", paramLabel = "L", defaultValue = "1e-4", description = "how strongly")
    private String lambda = "1e-4";

    @Option(
            names = "--groups",
            paramLabel = "BY",
            defaultValue = "units",
            description = "what group penalties keep or remove: units (neurons, filters) or inputs")
    private String groups = "units";

    @Option(
            names = "--decay",
            paramLabel = "D",
            description = "weight decay apart from the gradient, as in AdamW (0.01)")
    private String decay = "";

    @Option(names = "--max-norm", paramLabel = "B", description = "no unit's weights longer than this")
    private String maxNorm = "";

    @Option(names = "--smoothing", paramLabel = "S", defaultValue = "0", description = "label smoothing")
    private String smoothing = "0";

    @Option(names = "--mixup", paramLabel = "A", description = "mix rows and targets by shares from Beta(A, A)")
    private String mixup = "";

    @Option(names = "--cutmix", paramLabel = "A", description = "the same with rectangles of images")
    private String cutmix = "";

    /** What was said put into what is usual. */
    public Learning learning(Learning usual) {
        List<Regularizer> all = new ArrayList<>(decay.isEmpty() ? usual.regularizers() : List.of());
        if (!decay.isEmpty() && number("--decay", decay) > 0) {
            all.add(new Regularizer.Decay(Where.weights(), number("--decay", decay)));
        }
        if (!penalty.equals("none")) {
            all.add(penalised());
        }
        if (!maxNorm.isEmpty()) {
            double bound = Usage.number("--max-norm", maxNorm, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
            all.add(new Regularizer.MaxNorm(Where.weights(), bound));
        }
        return usual.regularizers(all)
                .smoothing(NetOptions.share("--smoothing", smoothing))
                .mixing(mixing());
    }

    /** A penalty without a proximal step is refused here, before anything is read. */
    private Regularizer penalised() {
        Regularizer regularizer =
                new Regularizer.Penalised(where(), Penalties.named(penalty), number("--lambda", lambda));
        try {
            Regularization.of(Net.input(2).dense(2).output(1).layout(), List.of(regularizer));
        } catch (IllegalArgumentException e) {
            throw Usage.refuse(
                    "--penalty", "`--penalty " + penalty + "`: " + e.getMessage(), "for example --penalty lasso");
        }
        return regularizer;
    }

    private static double number(String flag, String text) {
        return Usage.number(flag, text, 0, Double.POSITIVE_INFINITY);
    }

    /** Groups of the hidden layers' units, or of what looks at the inputs of the first layer. */
    private Where where() {
        String by = Usage.choice("--groups", groups, List.of("units", "inputs"));
        if (!penalty.contains("group")) {
            return Where.weights();
        }
        return by.equals("units") ? Where.units() : Where.inputs("*1");
    }

    private Mixing mixing() {
        if (!mixup.isEmpty() && !cutmix.isEmpty()) {
            throw Usage.refuse(
                    "--mixup",
                    "`--mixup` and `--cutmix` are two ways to mix a row: one at a time",
                    "--mixup, or --cutmix");
        }
        if (!cutmix.isEmpty()) {
            return Mixing.cutmix(Usage.number("--cutmix", cutmix, 1e-3, 1e3));
        }
        return mixup.isEmpty() ? Mixing.NONE : Mixing.mixup(Usage.number("--mixup", mixup, 1e-3, 1e3));
    }
}
