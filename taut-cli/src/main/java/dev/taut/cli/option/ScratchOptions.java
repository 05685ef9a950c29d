package dev.taut.cli.option;

import dev.taut.lesson.FromScratch;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What the lesson {@code l2-from-scratch} may be told. */
public final class ScratchOptions {
    @Option(names = "--lambda", paramLabel = "λ", description = "strength of the penalty")
    private String lambda = "";

    @Option(names = "--learning-rate", paramLabel = "R", description = "length of a step of gradient descent")
    private String learningRate = "";

    @Option(names = "--epochs", paramLabel = "N", description = "steps of gradient descent")
    private String epochs = "";

    @Option(names = "--penalty", paramLabel = "NAME", description = "l2, l1 or enet")
    private String penalty = "";

    /** Whether anything was said. */
    public boolean given() {
        return !(lambda + learningRate + epochs + penalty).isEmpty();
    }

    /** The lesson as told; what was not said is as {@link FromScratch#standard}. */
    public FromScratch lesson() {
        FromScratch standard = FromScratch.standard();
        String kind = penalty.isEmpty() ? "l2" : Usage.choice("--penalty", penalty, List.of("l2", "l1", "enet"));
        return new FromScratch(
                FromScratch.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                lambda.isEmpty() ? standard.lambda() : number("--lambda", lambda, 0),
                learningRate.isEmpty()
                        ? standard.learningRate()
                        : number("--learning-rate", learningRate, Double.MIN_NORMAL),
                epochs.isEmpty() ? standard.epochs() : Usage.whole("--epochs", epochs, 1));
    }

    private static double number(String flag, String text, double least) {
        return Usage.number(flag, text, least, Double.POSITIVE_INFINITY);
    }
}
