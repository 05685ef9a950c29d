package dev.taut.neural.train;

import dev.taut.neural.net.Net;
import java.util.List;

/**
 * A net and the parameters that training ended with.
 *
 * @param history every epoch
 * @param end     why there were no more
 * @param kept    the epoch that the parameters are from; 0 for those before training
 */
public record Trained(Net net, float[] theta, List<Epoch> history, End end, int kept) {
    public Trained {
        history = List.copyOf(history);
    }
}
