package dev.taut.neural.model;

import dev.taut.data.Task;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.neural.loss.BatchLoss;
import dev.taut.neural.loss.ClassLoss;
import dev.taut.neural.loss.NumberLoss;
import dev.taut.recipe.Targets;

/**
 * How targets become numbers of a net, and its answers predictions. With squared and Huber's loss the target is centred and divided by
 * its deviation in training, so that learning rates and λ mean the same whatever its units.
 *
 * @param targets   the target column, the task, the classes
 * @param loss      as {@link Losses#named} reads it
 * @param smoothing of labels
 * @param center    of a number
 * @param scale     of a number
 */
public record Outputs(Targets targets, String loss, double smoothing, double center, double scale) {
    /** For these training rows, with the loss that suits the task. */
    public static Outputs of(Targets targets, Target training, double smoothing) {
        return switch (targets.task()) {
            case BINARY -> new Outputs(targets, "logistic", smoothing, 0, 1);
            case MULTICLASS -> new Outputs(targets, "multinomial", smoothing, 0, 1);
            case COUNT -> new Outputs(targets, "poisson", 0, 0, 1);
            case REGRESSION -> {
                Spread spread = Spread.of(training.numbers());
                yield new Outputs(
                        targets, "squared", 0, spread.mean(), spread.deviation() > 0 ? spread.deviation() : 1);
            }
            case SURVIVAL ->
                throw new IllegalArgumentException(
                        "nets predict numbers, counts and classes, not times until an event");
        };
    }

    /** The loss of a batch. */
    public BatchLoss batchLoss() {
        if (targets.task().isClassification()) {
            return new ClassLoss(targets.classes().size(), smoothing);
        }
        return new NumberLoss((SmoothLoss) Losses.named(loss));
    }

    /** Rows × numbers of a target. */
    public float[] encode(Target target) {
        int width = batchLoss().targets();
        if (target instanceof Target.Classes classes) {
            int[] codes = classes.codes();
            float[] y = new float[codes.length * width];
            for (int i = 0; i < codes.length; i++) {
                if (width > 1) {
                    y[i * width + codes[i]] = 1;
                } else {
                    y[i] = codes[i];
                }
            }
            return y;
        }
        double[] numbers = target.numbers();
        float[] y = new float[numbers.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) ((numbers[i] - center) / scale);
        }
        return y;
    }

    /** Predictions, one block of rows per output. */
    double[] means(float[] eta, int rows) {
        double[] means = batchLoss().means(eta, rows);
        for (int i = 0; targets.task() == Task.REGRESSION && i < means.length; i++) {
            means[i] = center + scale * means[i];
        }
        return means;
    }
}
