package dev.taut.neural.train;

import dev.taut.neural.loss.BatchLoss;
import dev.taut.neural.net.Mixing;
import dev.taut.neural.penalty.Regularizer;
import java.util.ArrayList;
import java.util.List;

/**
 * minimise (1/W) Σ wᵢ ℓ(yᵢ, net(xᵢ)) + Σ λ · penalty(parameters): how a net is trained. Immutable.
 *
 * @param loss         ℓ
 * @param descent      optimiser, schedule, epochs, batch
 * @param regularizers penalties, decays and bounds; default none
 * @param mixing       of rows; default none
 * @param ending       what decides which parameters are kept
 * @param seed         of everything random
 */
public record Training(
        BatchLoss loss, Descent descent, List<Regularizer> regularizers, Mixing mixing, Ending ending, long seed) {
    public Training {
        regularizers = List.copyOf(regularizers);
    }

    public static Training of(BatchLoss loss, Descent descent) {
        return new Training(loss, descent, List.of(), Mixing.NONE, Ending.PLAIN, 0);
    }

    public Training descent(Descent chosen) {
        return new Training(loss, chosen, regularizers, mixing, ending, seed);
    }

    /** With one regularizer more. */
    public Training with(Regularizer regularizer) {
        List<Regularizer> more = new ArrayList<>(regularizers);
        more.add(regularizer);
        return regularizers(more);
    }

    public Training regularizers(List<Regularizer> chosen) {
        return new Training(loss, descent, chosen, mixing, ending, seed);
    }

    public Training mixing(Mixing chosen) {
        return new Training(loss, descent, regularizers, chosen, ending, seed);
    }

    public Training ending(Ending chosen) {
        return new Training(loss, descent, regularizers, mixing, chosen, seed);
    }

    public Training seed(long chosen) {
        return new Training(loss, descent, regularizers, mixing, ending, chosen);
    }

    /** What is done one after another. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(Stage.Kind.TRAIN, descent));
        if (ending.identify() > 0) {
            Optimizer calm = descent.optimizer().calm();
            stages.add(new Stage(
                    Stage.Kind.IDENTIFY,
                    descent.epochs(ending.identify())
                            .schedule(new Schedule.Cosine(0))
                            .optimizer(calm)));
        }
        if (ending.refit() > 0) {
            stages.add(
                    new Stage(Stage.Kind.REFIT, descent.epochs(ending.refit()).schedule(new Schedule.Cosine(0.05))));
        }
        return stages;
    }
}
