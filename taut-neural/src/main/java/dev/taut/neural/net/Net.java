package dev.taut.neural.net;

import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.BatchNorm;
import dev.taut.neural.layer.Chain;
import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Dense;
import dev.taut.neural.layer.Dropout;
import dev.taut.neural.layer.GlobalPool;
import dev.taut.neural.layer.Init;
import dev.taut.neural.layer.Layer;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Pool;
import dev.taut.neural.layer.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after another: the specification of a net, immutable and printable.
 *
 * @param input  the shape of a row
 * @param layers from input to output
 */
public record Net(Shape input, List<Layer> layers) {
    public Net {
        layers = List.copyOf(layers);
    }

    /** A net of rows of numbers. */
    public static Net input(int numbers) {
        return new Net(Shape.flat(numbers), List.of());
    }

    /** A net of images. */
    public static Net input(int height, int width, int channels) {
        return new Net(new Shape(height, width, channels), List.of());
    }

    /** The same with one layer more. */
    public Net then(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Net(input, more);
    }

    public Net dense(int units) {
        return then(Dense.of(units));
    }

    /** The last layer: dense, with weights for outputs that no rectifier follows. */
    public Net output(int units) {
        return then(new Dense(units, Init.LECUN));
    }

    public Net conv(int filters, int size) {
        return then(Conv2d.of(filters, size));
    }

    public Net relu() {
        return then(Activation.RELU);
    }

    public Net maxPool(int size) {
        return then(Pool.max(size));
    }

    public Net globalPool() {
        return then(new GlobalPool());
    }

    public Net batchNorm() {
        return then(new BatchNorm());
    }

    public Net dropout(double rate) {
        return then(Dropout.of(rate));
    }

    /** Where the parameters lie. */
    public Layout layout() {
        Layout layout = new Layout();
        Chain.of(layers, input, layout, 1);
        return layout;
    }

    /** How many parameters there are, running statistics included. */
    public int parameters() {
        return layout().size();
    }

    /** The shape of what the net answers for a row. */
    public Shape output() {
        return Chain.of(layers, input, new Layout(), 1).output();
    }

    /** The parameters before training. */
    public float[] initial(long seed) {
        return layout().initial(Noise.of(seed).child("parameters"));
    }
}
