package dev.taut.neural;

import dev.taut.neural.net.Mixing;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.train.Descent;
import dev.taut.neural.train.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * How a net learns, whatever it looks like. Immutable.
 *
 * @param descent      optimiser, schedule, epochs, batch
 * @param regularizers penalties, decays and bounds
 * @param mixing       of rows
 * @param smoothing    of labels, in [0, 1)
 * @param ending       what decides which parameters are kept
 * @param validation   share of the rows that patience looks at and that are not learnt from, in [0, 1)
 * @param seed         of everything random
 * @param threads      ≥ 1; they change no byte
 */
public record Learning(
        Descent descent,
        List<Regularizer> regularizers,
        Mixing mixing,
        double smoothing,
        Ending ending,
        double validation,
        long seed,
        int threads) {
    public Learning {
        regularizers = List.copyOf(regularizers);
        if (!(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException("the share of validation rows lies in [0, 1), not " + validation);
        }
    }

    public Learning descent(Descent chosen) {
        return new Learning(chosen, regularizers, mixing, smoothing, ending, validation, seed, threads);
    }

    /** With one regularizer more. */
    public Learning with(Regularizer regularizer) {
        List<Regularizer> more = new ArrayList<>(regularizers);
        more.add(regularizer);
        return regularizers(more);
    }

    public Learning regularizers(List<Regularizer> chosen) {
        return new Learning(descent, chosen, mixing, smoothing, ending, validation, seed, threads);
    }

    public Learning mixing(Mixing chosen) {
        return new Learning(descent, regularizers, chosen, smoothing, ending, validation, seed, threads);
    }

    public Learning smoothing(double share) {
        return new Learning(descent, regularizers, mixing, share, ending, validation, seed, threads);
    }

    public Learning ending(Ending chosen) {
        return new Learning(descent, regularizers, mixing, smoothing, chosen, validation, seed, threads);
    }

    public Learning validation(double share) {
        return new Learning(descent, regularizers, mixing, smoothing, ending, share, seed, threads);
    }

    public Learning seed(long chosen) {
        return new Learning(descent, regularizers, mixing, smoothing, ending, validation, chosen, threads);
    }

    public Learning threads(int count) {
        return new Learning(descent, regularizers, mixing, smoothing, ending, validation, seed, count);
    }
}
