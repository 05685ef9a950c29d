package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.metric.MeanMetric;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;
import java.util.Set;

/**
 * What cross-validation minimises: a mean of row losses (squared error, log-loss, Poisson deviance), shown on a
 * friendlier scale where there is one (the root of the mean squared error).
 */
public record TuningMetric(MeanMetric metric) {
    /** The metrics that are means of the loss itself; the others are means of twice the loss. */
    private static final Set<String> LOSSES = Set.of(
            "log-loss",
            "huber-loss",
            "pinball-loss",
            "svr-loss",
            "squared-svr-loss",
            "hinge-loss",
            "squared-hinge-loss");

    public static TuningMetric of(Task task) {
        return new TuningMetric(Metrics.tuning(task));
    }

    /** What a specification is tuned by on a dataset: its loss decides where it can, else the task. */
    public static TuningMetric of(Linear spec, Dataset data) {
        Dataset typed = spec.typed(data);
        return new TuningMetric(
                (MeanMetric) Metrics.of(typed.task(), spec.loss(typed).name()).get(0));
    }

    public String name() {
        return metric.name();
    }

    /** The mean row loss. */
    public double base(Target target, double[] means, double[] weights) {
        Scored scored = new Scored(target, means, weights);
        return scored.average(metric.losses(scored));
    }

    /** From the mean row loss to the value shown. */
    public double shown(double base) {
        return metric.finish(base);
    }

    /** The standard error on the scale shown (delta method; only the root of RMSE bends it). */
    public double shownError(double base, double error) {
        return name().equals("rmse") && base > 0 ? error / (2 * Math.sqrt(base)) : error;
    }

    /** Whether the metric is this loss above its least value, but for a factor: what {@link #fromDatafit} takes for granted. */
    public boolean measures(Loss loss) {
        String own = switch (Losses.family(loss.name())) {
            case "squared" -> "rmse";
            case "logistic", "probit", "cloglog", "multinomial" -> "log-loss";
            case "poisson", "negbin", "gamma", "tweedie" -> "deviance";
            case "cox", "cox-efron" -> "partial-deviance";
            case "huber" -> "huber-loss";
            case "quantile" -> "pinball-loss";
            case "svr" -> "svr-loss";
            case "squared_svr" -> "squared-svr-loss";
            case "hinge" -> "hinge-loss";
            case "squared_hinge" -> "squared-hinge-loss";
            default -> "";
        };
        return name().equals(own);
    }

    /** The mean row loss on the rows of a fit, from the objective above saturation that its certificate knows. */
    public double fromDatafit(double aboveSaturation) {
        return LOSSES.contains(name()) ? aboveSaturation : 2 * aboveSaturation;
    }
}
