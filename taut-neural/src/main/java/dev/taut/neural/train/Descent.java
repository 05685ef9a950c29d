package dev.taut.neural.train;

/**
 * How parameters move.
 *
 * @param optimizer default Adam with 10⁻³
 * @param schedule  default cosine with a warm-up of 5 %
 * @param epochs    passes over the rows, ≥ 0
 * @param batch     rows per step, ≥ 1
 * @param clip      the longest gradient, in the Euclidean norm of all of it; +∞ for any
 */
public record Descent(Optimizer optimizer, Schedule schedule, int epochs, int batch, double clip) {
    public Descent {
        if (epochs < 0 || batch < 1) {
            throw new IllegalArgumentException(
                    "epochs ≥ 0 and a batch ≥ 1 are needed, not " + epochs + " and " + batch);
        }
        if (!(clip > 0)) {
            throw new IllegalArgumentException("gradients are clipped at a positive norm, not at " + clip);
        }
    }

    /** With Adam, a cosine and a warm-up. */
    public static Descent of(int epochs, int batch) {
        return new Descent(Optimizer.adam(1e-3), new Schedule.Cosine(0.05), epochs, batch, Double.POSITIVE_INFINITY);
    }

    public Descent optimizer(Optimizer chosen) {
        return new Descent(chosen, schedule, epochs, batch, clip);
    }

    public Descent schedule(Schedule chosen) {
        return new Descent(optimizer, chosen, epochs, batch, clip);
    }

    public Descent epochs(int count) {
        return new Descent(optimizer, schedule, count, batch, clip);
    }

    public Descent batch(int rows) {
        return new Descent(optimizer, schedule, epochs, rows, clip);
    }

    public Descent clip(double norm) {
        return new Descent(optimizer, schedule, epochs, batch, norm);
    }
}
