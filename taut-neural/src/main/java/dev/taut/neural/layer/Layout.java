package dev.taut.neural.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the parameters of every layer lie in the one vector of all of them. Layers ask for slots one after another when they
 * are made, so that the same layers get the same slots in every copy.
 */
public final class Layout {
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int size;
    private int streams;

    /** A name for the next layer of this kind: {@code conv1}, {@code conv2} … */
    public String name(String kind) {
        return kind + counts.merge(kind, 1, Integer::sum);
    }

    /** The next block of parameters. */
    public Slot slot(String layer, Part part, String name, int rows, int columns, Init init) {
        return slot(layer, part, name, rows, columns, rows, init);
    }

    /** The next block of parameters, several rows of which look at one input. */
    Slot slot(String layer, Part part, String name, int rows, int columns, int channels, Init init) {
        Slot slot = new Slot(layer, part, layer + "." + name, size, rows, columns, channels, init);
        size = Math.addExact(size, Math.multiplyExact(rows, columns));
        slots.add(slot);
        return slot;
    }

    /** A number that no other layer draws its random numbers under. */
    public int stream() {
        return streams++;
    }

    public List<Slot> slots() {
        return List.copyOf(slots);
    }

    /** How many parameters there are. */
    public int size() {
        return size;
    }

    /** The parameters before training. */
    public float[] initial(Noise noise) {
        float[] theta = new float[size];
        for (Slot slot : slots) {
            slot.init().fill(theta, slot, noise.child(slot.name()));
        }
        return theta;
    }
}
