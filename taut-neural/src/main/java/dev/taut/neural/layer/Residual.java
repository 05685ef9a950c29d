package dev.taut.neural.layer;

import dev.taut.kernel.Floats;
import java.util.List;

/**
 * y = shortcut(x) + body(x) (He et al. 2016). With a survival below 1 the body of a row is left out at random in training and else
 * divided by the survival (stochastic depth: Huang et al. 2016).
 *
 * @param body     what is added
 * @param shortcut what brings x to the shape of the body's output; empty for x itself
 * @param survival how likely the body counts for a row, in (0, 1]
 */
public record Residual(List<Layer> body, List<Layer> shortcut, double survival) implements Layer {
    public Residual {
        body = List.copyOf(body);
        shortcut = List.copyOf(shortcut);
        if (!(survival > 0 && survival <= 1)) {
            throw new IllegalArgumentException("survival lies in (0, 1], not " + survival);
        }
    }

    /** x + body(x). */
    public static Residual of(Layer... body) {
        return new Residual(List.of(body), List.of(), 1);
    }

    /** shortcut(x) + body(x). */
    public Residual shortcut(Layer... layers) {
        return new Residual(body, List.of(layers), survival);
    }

    public Residual survival(double probability) {
        return new Residual(body, shortcut, probability);
    }

    @Override
    public String layerName() {
        return "residual of " + body.size() + " layers";
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        Chain inner = Chain.of(body, input, layout, rows);
        Chain beside = Chain.of(shortcut, input, layout, rows);
        if (!inner.output().equals(beside.output())) {
            throw new IllegalArgumentException("the body of a residual layer makes " + inner.output()
                    + " and its shortcut " + beside.output() + ": they must be alike");
        }
        return new At(this, input, inner, beside, layout.stream(), rows);
    }

    private static final class At extends Op {
        private final Residual spec;
        private final int inputs;
        private final Chain body;
        private final Chain beside;
        private final int stream;
        /** Whether body and shortcut would write into each other's input. */
        private final boolean copies;

        private final float[] x;
        private final float[] y;
        private final float[] inner;
        private final float[] dx;
        private final float[] factors;

        At(Residual spec, Shape input, Chain body, Chain beside, int stream, int rows) {
            super(body.output());
            this.spec = spec;
            inputs = input.size();
            this.body = body;
            this.beside = beside;
            this.stream = stream;
            copies = body.overwrites() || !spec.shortcut.isEmpty() && beside.overwrites();
            x = new float[copies ? rows * inputs : 0];
            y = new float[rows * output().size()];
            inner = new float[rows * output().size()];
            dx = new float[rows * inputs];
            factors = new float[rows];
        }

        @Override
        public float[] forward(Pass pass, float[] given) {
            int size = output().size();
            float[] into = given;
            if (copies) {
                System.arraycopy(given, 0, x, 0, pass.rows() * inputs);
                into = x;
            }
            float[] added = body.forward(pass, into);
            float[] kept = beside.forward(pass, given);
            Noise noise = pass.noise().child(stream);
            boolean drops = pass.training() && spec.survival < 1;
            System.arraycopy(kept, 0, y, 0, pass.rows() * size);
            for (int i = 0; i < pass.rows(); i++) {
                boolean dropped = drops && noise.uniform(pass.first() + i) >= spec.survival;
                factors[i] = dropped ? 0f : drops ? (float) (1 / spec.survival) : 1f;
                Floats.axpy(factors[i], added, i * size, y, i * size, size);
            }
            return y;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            int size = output().size();
            for (int i = 0; i < pass.rows(); i++) {
                for (int j = i * size; j < (i + 1) * size; j++) {
                    inner[j] = factors[i] * dy[j];
                }
            }
            float[] first = body.backward(pass, inner, wanted);
            float[] second = beside.backward(pass, dy, wanted);
            if (wanted) {
                System.arraycopy(second, 0, dx, 0, pass.rows() * inputs);
                Floats.axpy(1f, first, 0, dx, 0, pass.rows() * inputs);
            }
            return dx;
        }

        @Override
        public boolean overwrites() {
            return beside.overwrites() && !spec.shortcut.isEmpty();
        }
    }
}
