package dev.taut.neural.penalty;

import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Part;
import dev.taut.neural.layer.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a net is exactly zero, layer by layer.
 *
 * @param layers those with weights, from input to output
 */
public record Sparsity(List<OfLayer> layers) {
    public Sparsity {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param layer   for example {@code conv1}
     * @param weights how many there are
     * @param zeros   how many of them are exactly zero
     * @param small   how many are not larger than 10⁻³, zeros included
     * @param units   neurons or filters
     * @param dead    units of which every weight is zero
     * @param inputs  distinct inputs
     * @param unused  inputs at which every weight is zero
     */
    public record OfLayer(
            String layer, int weights, int zeros, int small, int units, int dead, int inputs, int unused) {}

    /** Of these parameters. */
    public static Sparsity of(Layout layout, float[] theta) {
        List<OfLayer> layers = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            if (slot.part() == Part.WEIGHT) {
                layers.add(of(slot, theta));
            }
        }
        return new Sparsity(layers);
    }

    private static OfLayer of(Slot slot, float[] theta) {
        boolean[] alive = new boolean[slot.columns()];
        boolean[] used = new boolean[slot.channels()];
        int zeros = 0;
        int small = 0;
        for (int i = 0; i < slot.size(); i++) {
            float w = theta[slot.from() + i];
            zeros += w == 0 ? 1 : 0;
            small += Math.abs(w) <= 1e-3f ? 1 : 0;
            if (w != 0) {
                alive[i % slot.columns()] = true;
                used[i / slot.columns() % slot.channels()] = true;
            }
        }
        return new OfLayer(
                slot.layer(),
                slot.size(),
                zeros,
                small,
                slot.columns(),
                missing(alive),
                slot.channels(),
                missing(used));
    }

    private static int missing(boolean[] present) {
        int count = 0;
        for (boolean one : present) {
            count += one ? 0 : 1;
        }
        return count;
    }

    /** The share of all weights that is exactly zero. */
    public double zeros() {
        int weights = layers.stream().mapToInt(OfLayer::weights).sum();
        return weights == 0
                ? 0
                : (double) layers.stream().mapToInt(OfLayer::zeros).sum() / weights;
    }
}
