package dev.taut.penalty;

/** φ(t) for t = |b| ≥ 0 and λ = 1: rises from 0 with slope 1, ever less steeply, until it is flat. */
public sealed interface Concave {
    /** The name with its parameter, for example {@code mcp 3.0}. */
    String name();

    double value(double t);

    /** φ′(t), in [0, 1]. */
    double slope(double t);

    /** φ″(t) ≤ 0 for t &gt; 0. */
    double bend(double t);

    /**
     * Minimax concave penalty (Zhang 2010): φ′(t) = max(0, 1 − t/γ).
     *
     * @param gamma &gt; 1; default 3
     */
    record Mcp(double gamma) implements Concave {
        public Mcp {
            if (!(gamma > 1) || Double.isInfinite(gamma)) {
                throw new IllegalArgumentException("gamma of mcp must be a finite number > 1, not " + gamma);
            }
        }

        @Override
        public String name() {
            return "mcp " + gamma;
        }

        @Override
        public double value(double t) {
            return t < gamma ? t - t * t / (2 * gamma) : gamma / 2;
        }

        @Override
        public double slope(double t) {
            return Math.max(0, 1 - t / gamma);
        }

        @Override
        public double bend(double t) {
            return t < gamma ? -1 / gamma : 0;
        }
    }

    /**
     * Smoothly clipped absolute deviation (Fan and Li 2001): φ′(t) = 1 up to 1, then max(0, (a − t)/(a − 1)).
     *
     * @param a &gt; 2; default 3.7
     */
    record Scad(double a) implements Concave {
        public Scad {
            if (!(a > 2) || Double.isInfinite(a)) {
                throw new IllegalArgumentException("a of scad must be a finite number > 2, not " + a);
            }
        }

        @Override
        public String name() {
            return "scad " + a;
        }

        @Override
        public double value(double t) {
            if (t <= 1) {
                return t;
            }
            return t < a ? (2 * a * t - t * t - 1) / (2 * (a - 1)) : (a + 1) / 2;
        }

        @Override
        public double slope(double t) {
            return t <= 1 ? 1 : Math.max(0, (a - t) / (a - 1));
        }

        @Override
        public double bend(double t) {
            return t <= 1 || t >= a ? 0 : -1 / (a - 1);
        }
    }
}
