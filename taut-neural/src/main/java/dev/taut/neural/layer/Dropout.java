package dev.taut.neural.layer;

/**
 * In training, sets numbers to zero at random and divides the others by the share that is kept, so that means stay (Srivastava
 * et al. 2014); in prediction, nothing.
 *
 * @param rate    how likely a number is dropped, in [0, 1)
 * @param spatial whether the channels of an image are dropped as a whole (Tompson et al. 2015)
 */
public record Dropout(double rate, boolean spatial) implements Layer {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a dropout rate lies in [0, 1), not " + rate);
        }
    }

    /** Every number for itself. */
    public static Dropout of(double rate) {
        return new Dropout(rate, false);
    }

    /** Channels as a whole. */
    public static Dropout spatial(double rate) {
        return new Dropout(rate, true);
    }

    @Override
    public String layerName() {
        return (spatial ? "spatial dropout " : "dropout ") + rate;
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        return new At(this, input, layout.stream(), rows);
    }

    private static final class At extends Op {
        private final Dropout spec;
        private final int stream;
        private final float[] factors;

        At(Dropout spec, Shape shape, int stream, int rows) {
            super(shape);
            this.spec = spec;
            this.stream = stream;
            factors = new float[rows * shape.size()];
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            if (!pass.training()) {
                return x;
            }
            Noise noise = pass.noise().child(stream);
            float kept = (float) (1 / (1 - spec.rate));
            int size = output().size();
            int channels = output().channels();
            for (int i = 0; i < pass.rows() * size; i++) {
                // A channel of an image is decided by its number in its first pixel.
                int decides = spec.spatial ? i / size * size + i % channels : i;
                long position = (long) pass.first() * size + decides;
                factors[i] = decides < i ? factors[decides] : noise.uniform(position) < spec.rate ? 0f : kept;
                x[i] *= factors[i];
            }
            return x;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            for (int i = 0; i < pass.rows() * output().size(); i++) {
                dy[i] *= factors[i];
            }
            return dy;
        }

        @Override
        public boolean overwrites() {
            return true;
        }
    }
}
