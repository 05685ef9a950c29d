package dev.taut.neural.image;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.net.Rows;
import java.util.List;

/**
 * Images altered at random whenever they are read, one change after another.
 *
 * @param images  as they are
 * @param changes in their order
 */
public record AugmentedRows(Rows images, List<Augmentation> changes) implements Rows {
    public AugmentedRows {
        changes = List.copyOf(changes);
    }

    @Override
    public int rows() {
        return images.rows();
    }

    @Override
    public Shape shape() {
        return images.shape();
    }

    @Override
    public void input(int row, Noise noise, float[] out, int at) {
        images.input(row, noise, out, at);
        float[] scratch = new float[shape().size()];
        for (int k = 0; k < changes.size(); k++) {
            changes.get(k).apply(shape(), out, at, noise.child(k), scratch);
        }
    }

    @Override
    public void target(int row, float[] out, int at) {
        images.target(row, out, at);
    }

    @Override
    public float weight(int row) {
        return images.weight(row);
    }
}
