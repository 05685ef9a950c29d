package dev.taut.neural.train;

/**
 * What decides which parameters a training ends with.
 *
 * @param averaging over the way; default none
 * @param patience  epochs without a lower validation loss after which training stops, with the parameters of the lowest one; 0
 *                  never stops and keeps the last
 * @param identify  epochs at the end with {@linkplain Optimizer#calm little noise}, in which weights that noise alone lifts off zero
 *                  become zero
 * @param refit     epochs after that without penalties, in which zeros stay zero and the shrinkage of all else is undone
 */
public record Ending(Averaging averaging, int patience, int identify, int refit) {
    /** All epochs, and the last parameters. */
    public static final Ending PLAIN = new Ending(new Averaging.None(), 0, 0, 0);

    public Ending {
        if (patience < 0 || identify < 0 || refit < 0) {
            throw new IllegalArgumentException("patience and epochs must be ≥ 0");
        }
    }

    public Ending averaging(Averaging chosen) {
        return new Ending(chosen, patience, identify, refit);
    }

    public Ending patience(int epochs) {
        return new Ending(averaging, epochs, identify, refit);
    }

    public Ending identify(int epochs) {
        return new Ending(averaging, patience, epochs, refit);
    }

    public Ending refit(int epochs) {
        return new Ending(averaging, patience, identify, epochs);
    }
}
