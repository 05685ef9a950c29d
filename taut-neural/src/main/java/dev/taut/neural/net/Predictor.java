package dev.taut.neural.net;

import dev.taut.neural.layer.Chain;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Pass;

/** What a net with its parameters answers for rows, without noise; the same on any number of threads. */
public final class Predictor {
    private static final int STRETCH = 64;

    private Predictor() {}

    /** Rows × outputs. */
    public static float[] eta(Net net, float[] theta, Rows rows, Workers workers) {
        int outputs = net.output().size();
        int size = net.input().size();
        float[] eta = new float[Math.multiplyExact(rows.rows(), outputs)];
        Chain[] chains = new Chain[workers.threads()];
        float[][] inputs = new float[chains.length][STRETCH * size];
        for (int k = 0; k < chains.length; k++) {
            chains[k] = Chain.of(net.layers(), net.input(), new Layout(), STRETCH);
        }
        workers.run((rows.rows() + STRETCH - 1) / STRETCH, (worker, piece) -> {
            int from = piece * STRETCH;
            int count = Math.min(STRETCH, rows.rows() - from);
            for (int i = 0; i < count; i++) {
                rows.input(from + i, new Noise(0), inputs[worker], i * size);
            }
            float[] y = chains[worker].forward(Pass.prediction(theta, count), inputs[worker]);
            System.arraycopy(y, 0, eta, from * outputs, count * outputs);
        });
        return eta;
    }
}
