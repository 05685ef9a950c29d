package dev.taut.neural;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.neural.image.Augmentation;
import dev.taut.neural.image.AugmentedRows;
import dev.taut.neural.layer.Activation;
import dev.taut.neural.layer.BatchNorm;
import dev.taut.neural.layer.Conv2d;
import dev.taut.neural.layer.Layer;
import dev.taut.neural.layer.Residual;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.model.Inputs;
import dev.taut.neural.model.Pixels;
import dev.taut.neural.net.FloatRows;
import dev.taut.neural.net.Mixing;
import dev.taut.neural.net.Net;
import dev.taut.neural.net.Rows;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.penalty.Where;
import dev.taut.neural.train.Descent;
import dev.taut.neural.train.Ending;
import dev.taut.neural.train.Optimizer;
import java.util.List;

/**
 * A convolutional net for images, whose pixels are the feature columns of a table: row by row, the channels of a pixel side by side.
 * Immutable; {@code fit} never changes it.
 *
 * <p>By default: Adam at 0.003 with a cosine and a warm-up, weight decay 0.01, batches of 128 images, 10 epochs, no validation rows.
 *
 * @param shape    of an image
 * @param preset   which layers
 * @param dropout  before the last layer, in [0, 1)
 * @param changes  of images, drawn anew in every epoch; default none
 * @param learning how it learns
 */
public record Cnn(Shape shape, Preset preset, double dropout, List<Augmentation> changes, Learning learning)
        implements NetLearner {
    /** Which layers. */
    public enum Preset {
        /** Two convolutions of 16 and 32 filters with batch norm, each pooled, and 64 neurons: 106,010 parameters for 28×28×1 and ten classes. */
        SMALL,
        /** Three residual blocks of 16, 32 and 64 filters, pooled in between, and a global pool: 78,426 parameters for the same. */
        RESIDUAL
    }

    public Cnn {
        changes = List.copyOf(changes);
    }

    /** The small preset, and all else by default. */
    public static Cnn of(Shape shape) {
        Learning learning = new Learning(
                Descent.of(10, 128).optimizer(Optimizer.adam(3e-3)),
                List.of(new Regularizer.Decay(Where.weights(), 0.01)),
                Mixing.NONE,
                0,
                Ending.PLAIN,
                0,
                0,
                1);
        return new Cnn(shape, Preset.SMALL, 0.3, List.of(), learning);
    }

    public Cnn preset(Preset chosen) {
        return new Cnn(shape, chosen, dropout, changes, learning);
    }

    public Cnn dropout(double rate) {
        return new Cnn(shape, preset, rate, changes, learning);
    }

    public Cnn changes(List<Augmentation> chosen) {
        return new Cnn(shape, preset, dropout, chosen, learning);
    }

    public Cnn learning(Learning chosen) {
        return new Cnn(shape, preset, dropout, changes, chosen);
    }

    @Override
    public Inputs inputs(Dataset training) {
        List<String> columns = training.features().stream().map(Column::name).toList();
        return Pixels.inputs(columns, shape, training.table());
    }

    @Override
    public Rows altered(FloatRows rows) {
        return changes.isEmpty() ? rows : new AugmentedRows(rows, changes);
    }

    @Override
    public Net net(Shape input, int outputs) {
        Net net = new Net(input, List.of());
        return switch (preset) {
            case SMALL -> {
                net = convolution(convolution(net, 16).maxPool(2), 32).maxPool(2);
                yield dropped(net.dense(64).relu()).output(outputs);
            }
            case RESIDUAL -> {
                net = convolution(net, 16).then(block(16)).relu().maxPool(2);
                net = net.then(widening(32)).relu().maxPool(2);
                net = net.then(widening(64)).relu().globalPool();
                yield dropped(net).output(outputs);
            }
        };
    }

    private Net dropped(Net net) {
        return dropout > 0 ? net.dropout(dropout) : net;
    }

    private static Net convolution(Net net, int filters) {
        return net.then(Conv2d.of(filters, 3).withoutBias()).batchNorm().relu();
    }

    private static Residual block(int filters) {
        return Residual.of(
                Conv2d.of(filters, 3).withoutBias(),
                new BatchNorm(),
                Activation.RELU,
                Conv2d.of(filters, 3).withoutBias(),
                new BatchNorm());
    }

    private static Layer widening(int filters) {
        return block(filters).shortcut(Conv2d.of(filters, 1).withoutBias(), new BatchNorm());
    }
}
