package dev.taut.neural.layer;

import dev.taut.kernel.Floats;

/**
 * y = x·W + b, every unit from all numbers of a row.
 *
 * @param units ≥ 1
 * @param init  of the weights; biases are zero
 */
public record Dense(int units, Init init) implements Layer {
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("a dense layer needs at least one unit, not " + units);
        }
    }

    /** Weights for what a rectifier follows. */
    public static Dense of(int units) {
        return new Dense(units, Init.HE);
    }

    @Override
    public String layerName() {
        return "dense " + units;
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        String name = layout.name("dense");
        return new At(
                layout.slot(name, Part.WEIGHT, "weight", input.size(), units, input.channels(), init),
                layout.slot(name, Part.BIAS, "bias", 1, units, Init.ZERO),
                rows);
    }

    private static final class At extends Op {
        private static final float[] ONE = {1};

        private final Slot weight;
        private final Slot bias;
        private final int inputs;
        private final int units;
        private final float[] y;
        private final float[] dx;
        private final float[] turned;
        private final float[] product;
        private float[] x = new float[0];

        At(Slot weight, Slot bias, int rows) {
            super(Shape.flat(weight.columns()));
            this.weight = weight;
            this.bias = bias;
            inputs = weight.rows();
            units = weight.columns();
            y = new float[rows * units];
            dx = new float[rows * inputs];
            turned = new float[rows * units];
            product = new float[rows * inputs];
        }

        @Override
        public float[] forward(Pass pass, float[] input) {
            x = input;
            int rows = pass.rows();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(pass.theta(), bias.from(), y, i * units, units);
            }
            Floats.multiply(rows, units, inputs, x, 0, inputs, 1, pass.theta(), weight.from(), y, 0);
            return y;
        }

        /** The transpose of dx is W·dyᵀ: of the three matrices W is the one that would be dear to transpose. */
        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            int rows = pass.rows();
            float[] gradient = pass.gradient();
            Floats.multiply(inputs, units, rows, x, 0, 1, inputs, dy, 0, gradient, weight.from());
            Floats.multiply(1, units, rows, ONE, 0, 0, 0, dy, 0, gradient, bias.from());
            if (wanted) {
                Floats.transpose(dy, 0, rows, units, turned);
                java.util.Arrays.fill(product, 0, inputs * rows, 0f);
                Floats.multiply(inputs, rows, units, pass.theta(), weight.from(), units, 1, turned, 0, product, 0);
                Floats.transpose(product, 0, inputs, rows, dx);
            }
            return dx;
        }
    }
}
