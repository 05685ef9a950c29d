package dev.taut.solver;

import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/**
 * Where a coefficient at zero stays at zero: as long as −c, c its correlation, lies in [below, above] = ∂gⱼ(0). There
 * gⱼ* is zero too, so that such a coordinate adds nothing to a gap.
 */
record Limits(double[] below, double[] above) {
    static Limits of(SeparableProx prox) {
        int p = prox.columns();
        double[] below = new double[p];
        double[] above = new double[p];
        int asked = prox.isUniform() ? Math.min(1, p) : p;
        for (int j = 0; j < asked; j++) {
            below[j] = prox.lower(j) >= 0 ? Double.NEGATIVE_INFINITY : prox.slope(j, 0, -1);
            above[j] = prox.upper(j) <= 0 ? Double.POSITIVE_INFINITY : prox.slope(j, 0, 1);
        }
        if (asked < p) {
            Arrays.fill(below, below[0]);
            Arrays.fill(above, above[0]);
        }
        return new Limits(below, above);
    }
}
