package dev.taut.testkit;

import java.util.Arrays;

/**
 * Accelerated proximal gradient with backtracking and restarts (Beck and Teboulle 2009; O'Donoghue and Candès 2015) on
 * an {@link Exercise}, sharing no line with the engine: slow, and right for well-scaled problems.
 */
final class SlowSolver {
    private static final int MOST_STEPS = 100_000;
    private static final double EXACT = 1e-12;

    private final Exercise exercise;
    private double[] x;
    private double step = 1;

    private SlowSolver(Exercise exercise) {
        this.exercise = exercise;
        this.x = new double[exercise.outputs() * (1 + exercise.p())];
    }

    /** Intercepts, then coefficients, of the minimum. */
    static double[] solve(Exercise exercise) {
        return new SlowSolver(exercise).descend();
    }

    /** The least objective. */
    static double minimum(Exercise exercise) {
        double[] x = solve(exercise);
        return exercise.objective(intercepts(exercise, x), beta(exercise, x));
    }

    static double[] intercepts(Exercise exercise, double[] x) {
        return Arrays.copyOf(x, exercise.outputs());
    }

    static double[] beta(Exercise exercise, double[] x) {
        return Arrays.copyOfRange(x, exercise.outputs(), x.length);
    }

    private double[] descend() {
        double[] ahead = x;
        double momentum = 1;
        for (int count = 0; count < MOST_STEPS; count++) {
            double[] next = proximalStep(ahead);
            double moved = distance(next, ahead) / step;
            double[] before = x;
            x = next;
            if (moved <= EXACT) {
                return x;
            }
            if (upHill(ahead, next, before)) {
                momentum = 1;
                ahead = x;
                continue;
            }
            double faster = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            ahead = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                ahead[i] = x[i] + (momentum - 1) / faster * (x[i] - before[i]);
            }
            momentum = faster;
        }
        throw new IllegalStateException("the slow solver needs more than " + MOST_STEPS + " steps");
    }

    private static boolean upHill(double[] ahead, double[] next, double[] before) {
        double product = 0;
        for (int i = 0; i < next.length; i++) {
            product += (ahead[i] - next[i]) * (next[i] - before[i]);
        }
        return product > 0;
    }

    /** One proximal gradient step, shortened until the quadratic upper bound holds. */
    private double[] proximalStep(double[] from) {
        double[] gradient = exercise.gradient(intercepts(exercise, from), beta(exercise, from));
        double smooth = smooth(from);
        step *= 1.05;
        while (true) {
            double[] next = new double[from.length];
            double bound = smooth;
            for (int i = 0; i < from.length; i++) {
                double moved = from[i] - step * gradient[i];
                next[i] = i >= exercise.outputs()
                        ? exercise.shrunk((i - exercise.outputs()) % exercise.p(), moved, step)
                        : exercise.intercept() ? moved : 0;
                double d = next[i] - from[i];
                bound += gradient[i] * d + d * d / (2 * step);
            }
            if (smooth(next) <= bound + 1e-15 * (1 + Math.abs(bound))) {
                return next;
            }
            step /= 2;
        }
    }

    private double smooth(double[] at) {
        return exercise.at(0, exercise.l1Ratio()).objective(intercepts(exercise, at), beta(exercise, at));
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
