package dev.taut.neural.layer;

import java.util.ArrayList;
import java.util.List;

/** Layers one after another. */
public final class Chain extends Op {
    private final List<Op> ops;

    private Chain(Shape output, List<Op> ops) {
        super(output);
        this.ops = ops;
    }

    /** The layers at work, the first on rows of this shape. */
    public static Chain of(List<Layer> layers, Shape input, Layout layout, int rows) {
        List<Op> ops = new ArrayList<>();
        Shape shape = input;
        for (Layer layer : layers) {
            Op op = layer.op(shape, layout, rows);
            ops.add(op);
            shape = op.output();
        }
        return new Chain(shape, List.copyOf(ops));
    }

    @Override
    public float[] forward(Pass pass, float[] x) {
        float[] y = x;
        for (Op op : ops) {
            y = op.forward(pass, y);
        }
        return y;
    }

    @Override
    public float[] backward(Pass pass, float[] dy, boolean wanted) {
        float[] gradient = dy;
        for (int k = ops.size() - 1; k >= 0; k--) {
            gradient = ops.get(k).backward(pass, gradient, wanted || k > 0);
        }
        return gradient;
    }

    @Override
    public boolean overwrites() {
        return ops.isEmpty() || ops.get(0).overwrites();
    }
}
