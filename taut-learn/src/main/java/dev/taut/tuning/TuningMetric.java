package dev.taut.tuning;

import dev.taut.data.Task;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.metric.MeanMetric;
import dev.taut.metric.Metrics;
import dev.taut.metric.Scored;

/**
 * What cross-validation minimises: a mean of row losses (squared error, log-loss, Poisson deviance), shown on a
 * friendlier scale where there is one (the root of the mean squared error).
 */
public record TuningMetric(Task task, MeanMetric metric) {
    public static TuningMetric of(Task task) {
        return new TuningMetric(task, (MeanMetric) Metrics.forTask(task).get(0));
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
        return task == Task.REGRESSION && base > 0 ? error / (2 * Math.sqrt(base)) : error;
    }

    /** Whether the metric is this loss above its least value, but for a factor: what {@link #fromDatafit} takes for granted. */
    boolean measures(Loss loss) {
        return loss.equals(
                switch (task) {
                    case REGRESSION -> Losses.squared();
                    case BINARY -> Losses.logistic();
                    case MULTICLASS -> Losses.multinomial();
                    case COUNT -> Losses.poisson();
                });
    }

    /** The mean row loss on the rows of a fit, from the objective above saturation that its certificate knows. */
    public double fromDatafit(double aboveSaturation) {
        return task == Task.REGRESSION || task == Task.COUNT ? 2 * aboveSaturation : aboveSaturation;
    }
}
