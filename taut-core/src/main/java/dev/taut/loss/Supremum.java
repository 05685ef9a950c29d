package dev.taut.loss;

/**
 * sup over η of uη − f(η), for a smooth convex f of one number: the conjugate of a loss that has no formula for it.
 *
 * <p>Newton steps inside a bracket find η up to rounding; the answer adds how much higher the supremum can lie at most,
 * by the tangent there and a place on its other side. So it is never too small, and a duality gap never either.
 */
final class Supremum {
    private static final int STEPS = 200;
    private static final double FARTHEST = 1e12;
    /** What a further step could still add, as a share of the terms of the answer. */
    private static final double NOTHING = 1e-18;

    /** f and its derivatives. */
    interface Curve {
        double value(double eta);

        double slope(double eta);

        double bend(double eta);
    }

    private final double u;
    private final Curve f;
    private double low;
    private double high;
    private double eta;
    /** How much higher than at η the supremum lies at most. */
    private double above;

    private Supremum(double u, Curve f, double start) {
        this.u = u;
        this.f = f;
        this.eta = start;
    }

    /** The supremum; +∞ if it lies beyond ±1e12. */
    static double of(double u, Curve f, double start) {
        Supremum supremum = new Supremum(u, f, start).found();
        return u * supremum.eta - f.value(supremum.eta) + supremum.above;
    }

    /** Where f is least. */
    static double leastOf(Curve f, double start) {
        return new Supremum(0, f, start).found().eta;
    }

    private double climb(double at) {
        return u - f.slope(at);
    }

    private Supremum found() {
        if (!bracketed()) {
            above = Double.POSITIVE_INFINITY;
            return this;
        }
        for (int step = 0; step < STEPS; step++) {
            double climb = climb(eta);
            if (climb == 0) {
                return this;
            }
            low = climb > 0 ? eta : low;
            high = climb < 0 ? eta : high;
            double move = climb / f.bend(eta);
            boolean inside = eta + move > low && eta + move < high;
            if (inside && settled(climb, move) || high - low <= Math.ulp(eta)) {
                return this;
            }
            // Every fourth step halves the bracket, whatever Newton promises.
            double next = inside && step % 4 < 3 ? eta + move : low + (high - low) / 2;
            if (next == low || next == high) {
                break;
            }
            eta = next;
        }
        above = Math.abs(climb(eta)) * (high - low);
        return this;
    }

    /** Whether twice the Newton step lies beyond the supremum, and the tangent promises nothing until there. */
    private boolean settled(double climb, double move) {
        above = 2 * climb * move;
        return above <= NOTHING * (Math.abs(u * eta) + Math.abs(f.value(eta))) && climb(eta + 2 * move) * climb <= 0;
    }

    /** Widens the bracket from the start until the supremum lies in it. */
    private boolean bracketed() {
        double climb = climb(eta);
        low = eta;
        high = eta;
        for (double reach = 1; climb(high) > 0; reach *= 2) {
            if (!(reach < FARTHEST)) {
                return false;
            }
            low = high;
            high = eta + reach;
        }
        for (double reach = 1; climb < 0 && climb(low) < 0; reach *= 2) {
            if (!(reach < FARTHEST)) {
                return false;
            }
            high = low;
            low = eta - reach;
        }
        return true;
    }
}
