package dev.taut.neural.layer;

/**
 * In training, adds normal noise to every number; in prediction, nothing. On the inputs of a linear model with squared loss it
 * is, on average, a ridge penalty (Bishop 1995).
 *
 * @param deviation of the noise, ≥ 0
 */
public record GaussianNoise(double deviation) implements Layer {
    public GaussianNoise {
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("noise needs a finite deviation ≥ 0, not " + deviation);
        }
    }

    @Override
    public String layerName() {
        return "gaussian noise " + deviation;
    }

    @Override
    public Op op(Shape input, Layout layout, int rows) {
        return new At(deviation, input, layout.stream());
    }

    private static final class At extends Op {
        private final double deviation;
        private final int stream;

        At(double deviation, Shape shape, int stream) {
            super(shape);
            this.deviation = deviation;
            this.stream = stream;
        }

        @Override
        public float[] forward(Pass pass, float[] x) {
            if (pass.training()) {
                Noise noise = pass.noise().child(stream);
                long first = (long) pass.first() * output().size();
                for (int i = 0; i < pass.rows() * output().size(); i++) {
                    x[i] += (float) (deviation * noise.normal(first + i));
                }
            }
            return x;
        }

        @Override
        public float[] backward(Pass pass, float[] dy, boolean wanted) {
            return dy;
        }

        @Override
        public boolean overwrites() {
            return true;
        }
    }
}
