package dev.taut.knockoff;

import dev.taut.fold.Seeds;

/** Standard normal numbers, the same on every machine (Marsaglia's polar method with strict functions). */
final class Normals {
    private final Seeds.Draws draws;
    private double spare = Double.NaN;

    Normals(Seeds.Draws draws) {
        this.draws = draws;
    }

    double next() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double u = 2 * draws.uniform() - 1;
            double v = 2 * draws.uniform() - 1;
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
                spare = v * factor;
                return u * factor;
            }
        }
    }

    double[] next(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = next();
        }
        return values;
    }
}
