package dev.taut.penalty;

/**
 * One block of a {@link BlockProx}: g_B(b) = h(b) + l2/2·‖b‖².
 *
 * @param coordinates which coefficients, ascending unless the gauge has an order of its own
 * @param gauge       h
 * @param l2          ≥ 0
 */
public record Block(int[] coordinates, Gauge gauge, double l2) {
    public int size() {
        return coordinates.length;
    }

    /** The values of this block. */
    public double[] of(double[] all) {
        double[] b = new double[coordinates.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = all[coordinates[i]];
        }
        return b;
    }

    /** g_B(b). */
    public double value(double[] b) {
        return gauge.value(b) + l2 / 2 * square(b);
    }

    /** argmin over x of ½·curvature·‖x − u‖² + g_B(x). */
    public double[] step(double[] u, double curvature) {
        double[] out = new double[u.length];
        double scale = curvature / (curvature + l2);
        for (int i = 0; i < u.length; i++) {
            out[i] = u[i] * scale;
        }
        gauge.step(out, 1 / (curvature + l2), out);
        return out;
    }

    /**
     * How far b is from optimal for this gradient, in units of the gradient: curvature·‖b − step(b − gradient/curvature)‖,
     * which is zero exactly at a solution, and at b = 0 the distance of −gradient from ∂g_B(0).
     */
    public double violation(double[] b, double[] gradient, double curvature) {
        double[] u = new double[b.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = b[i] - gradient[i] / curvature;
        }
        double[] next = step(u, curvature);
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += (b[i] - next[i]) * (b[i] - next[i]);
        }
        return curvature * Math.sqrt(sum);
    }

    /** The share by which u must shrink for g_B* to be finite: 1 if it need not. */
    public double shrink(double[] u) {
        double polar = l2 > 0 ? 0 : gauge.polar(u);
        return polar > 1 ? 1 / polar : 1;
    }

    /** g_B*(u) = sup ⟨u, b⟩ − g_B(b); for l2 = 0 that is zero, u being in its domain. */
    public double conjugate(double[] u) {
        if (l2 == 0) {
            return 0;
        }
        double[] b = new double[u.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = u[i] / l2;
        }
        gauge.step(b, 1 / l2, b);
        double product = 0;
        for (int i = 0; i < b.length; i++) {
            product += u[i] * b[i];
        }
        return Math.max(0, product - value(b));
    }

    private static double square(double[] b) {
        double sum = 0;
        for (double x : b) {
            sum += x * x;
        }
        return sum;
    }
}
