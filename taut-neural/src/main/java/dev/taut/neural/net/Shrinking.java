package dev.taut.neural.net;

import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.BatchNorm;
import dev.taut.neural.layer.Chain;
import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Dense;
import dev.taut.neural.layer.Dropout;
import dev.taut.neural.layer.GaussianNoise;
import dev.taut.neural.layer.GlobalPool;
import dev.taut.neural.layer.Layer;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Padding;
import dev.taut.neural.layer.Pass;
import dev.taut.neural.layer.Pool;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.layer.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A smaller net with the same answers: without neurons and filters that answer the same for every row, or at which nobody looks.
 * Answers are equal but for the rounding of constants that move into the next layer's biases; where there are none, every number
 * that is left is computed from the same numbers in the same order.
 */
public final class Shrinking {
    private final Shape input;
    private final List<Layer> layers;
    /** The parameters of every layer, slot by slot. */
    private final List<List<Matrix>> matrices = new ArrayList<>();

    private Shrinking(Net net, float[] theta) {
        input = net.input();
        layers = new ArrayList<>(net.layers());
        Layout layout = new Layout();
        Shape shape = input;
        int seen = 0;
        for (Layer layer : layers) {
            shape = layer.op(shape, layout, 1).output();
            List<Matrix> own = new ArrayList<>();
            for (Slot slot : layout.slots().subList(seen, layout.slots().size())) {
                own.add(new Matrix(slot.rows(), slot.columns(), Arrays.copyOfRange(theta, slot.from(), slot.to())));
            }
            seen = layout.slots().size();
            matrices.add(own);
        }
    }

    /** A net and its parameters. */
    public record Shrunk(Net net, float[] theta) {}

    /** The net without what does nothing. Inside residual layers, and before layer norms, nothing is removed. */
    public static Shrunk of(Net net, float[] theta) {
        Shrinking shrinking = new Shrinking(net, theta);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = 0; k < shrinking.layers.size(); k++) {
                changed |= shrinking.isWeighted(k) && shrinking.shrink(k);
            }
        }
        return shrinking.result();
    }

    private boolean isWeighted(int k) {
        return layers.get(k) instanceof Dense || layers.get(k) instanceof Conv2d;
    }

    /** The next layer with weights, if everything in between treats channels one by one; −1 if not, or if there is none. */
    private int next(int k) {
        for (int j = k + 1; j < layers.size(); j++) {
            if (isWeighted(j)) {
                return j;
            }
            Layer layer = layers.get(j);
            boolean channelwise = isElementwise(layer) || layer instanceof Pool || layer instanceof GlobalPool;
            if (!channelwise) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isElementwise(Layer layer) {
        return layer instanceof Activation
                || layer instanceof BatchNorm
                || layer instanceof Dropout
                || layer instanceof GaussianNoise;
    }

    /** Removes units of layer k; whether there were any to remove. At least one stays. */
    private boolean shrink(int k) {
        int next = next(k);
        if (next < 0) {
            return false;
        }
        Matrix weights = matrices.get(k).get(0);
        Matrix readers = matrices.get(next).get(0);
        float[] constants = constants(k, next);
        boolean[] kept = new boolean[weights.columns()];
        for (int unit = 0; unit < kept.length; unit++) {
            boolean silent = weights.isZero(unit) && (constants[unit] == 0 || absorbs(next));
            kept[unit] = !silent && !readers.ignores(unit, kept.length);
        }
        if (Matrix.count(kept) == 0) {
            kept[0] = true;
        }
        if (Matrix.count(kept) == kept.length) {
            return false;
        }
        absorb(constants, kept, weights, next);
        remove(k, next, kept);
        return true;
    }

    /** What units without weights answer after all that lies between the two layers. */
    private float[] constants(int k, int next) {
        int units = matrices.get(k).get(0).columns();
        float[] values = hasBias(k) ? matrices.get(k).get(1).values().clone() : new float[units];
        List<Layer> between = layers.subList(k + 1, next).stream()
                .filter(Shrinking::isElementwise)
                .toList();
        Chain chain = Chain.of(between, Shape.flat(units), new Layout(), 1);
        List<float[]> parts = new ArrayList<>();
        matrices.subList(k + 1, next).forEach(own -> own.forEach(m -> parts.add(m.values())));
        return chain.forward(Pass.prediction(joined(parts), 1), values);
    }

    private boolean hasBias(int k) {
        return matrices.get(k).size() > 1;
    }

    /** Whether a constant that enters the layer adds the same to every place: not beside zeros at the edge of an image. */
    private boolean absorbs(int k) {
        boolean everywhere =
                !(layers.get(k) instanceof Conv2d conv) || conv.padding() == Padding.VALID || conv.size() == 1;
        return everywhere && hasBias(k);
    }

    private void absorb(float[] constants, boolean[] kept, Matrix weights, int next) {
        Matrix readers = matrices.get(next).get(0);
        for (int unit = 0; unit < kept.length; unit++) {
            if (kept[unit] || !weights.isZero(unit) || constants[unit] == 0) {
                continue;
            }
            float[] bias = matrices.get(next).get(1).values();
            for (int column = 0; column < readers.columns(); column++) {
                double sum = 0;
                for (int row = unit; row < readers.rows(); row += kept.length) {
                    sum += (double) constants[unit] * readers.get(row, column);
                }
                bias[column] += (float) sum;
            }
        }
    }

    private void remove(int k, int next, boolean[] kept) {
        for (int j = k; j < next; j++) {
            matrices.get(j).replaceAll(matrix -> matrix.columns(kept));
        }
        List<Matrix> readers = matrices.get(next);
        readers.set(0, readers.get(0).inputs(kept));
        int units = Matrix.count(kept);
        layers.set(
                k,
                layers.get(k) instanceof Conv2d conv
                        ? new Conv2d(units, conv.size(), conv.stride(), conv.padding(), conv.bias())
                        : new Dense(units, ((Dense) layers.get(k)).init()));
    }

    private Shrunk result() {
        List<float[]> parts = new ArrayList<>();
        matrices.forEach(own -> own.forEach(m -> parts.add(m.values())));
        return new Shrunk(new Net(input, layers), joined(parts));
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
