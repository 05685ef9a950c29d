package dev.taut.neural.net;

import dev.taut.neural.layer.Noise;

/** Draws from the symmetric Beta distribution. */
final class Beta {
    private static final int TRIES = 1000;

    private Beta() {}

    /** A number from Beta(alpha, alpha), by Jöhnk's method for alpha ≤ 1 and as a ratio of gammas above. */
    static double draw(double alpha, Noise noise) {
        if (alpha == 1) {
            return noise.uniform(0);
        }
        if (alpha > 1) {
            double one = gamma(alpha, noise.child("one"));
            return one / (one + gamma(alpha, noise.child("other")));
        }
        for (int i = 0; i < TRIES; i++) {
            double u = StrictMath.pow(noise.uniform(2L * i), 1 / alpha);
            double v = StrictMath.pow(noise.uniform(2L * i + 1), 1 / alpha);
            if (u + v > 0 && u + v <= 1) {
                return u / (u + v);
            }
        }
        return noise.uniform(-1) < 0.5 ? 0 : 1;
    }

    /** Marsaglia and Tsang 2000, for a shape of at least 1. */
    private static double gamma(double shape, Noise noise) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        for (int i = 0; i < TRIES; i++) {
            double z = noise.normal(2L * i);
            double v = StrictMath.pow(1 + c * z, 3);
            double u = noise.uniform(2L * i + 1);
            if (v > 0 && StrictMath.log(Math.max(u, 1e-30)) < z * z / 2 + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
        return d;
    }
}
