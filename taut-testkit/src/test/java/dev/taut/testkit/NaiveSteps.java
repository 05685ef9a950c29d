package dev.taut.testkit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Proximal steps as a textbook writes them: argmin ½‖b − u‖² + t·h(b), slowly, sharing nothing with the library. */
final class NaiveSteps {
    private NaiveSteps() {}

    /** h = w·‖b‖₂ on each group (disjoint index lists). */
    static double[] groups(double[] u, double t, int[][] groups, double[] weights) {
        double[] b = u.clone();
        for (int g = 0; g < groups.length; g++) {
            double norm = Math.sqrt(
                    Arrays.stream(groups[g]).mapToDouble(j -> u[j] * u[j]).sum());
            for (int j : groups[g]) {
                b[j] = norm <= t * weights[g] ? 0 : u[j] - t * weights[g] * u[j] / norm;
            }
        }
        return b;
    }

    static double[] soft(double[] u, double t) {
        return Arrays.stream(u)
                .map(x -> Math.signum(x) * Math.max(Math.abs(x) - t, 0))
                .toArray();
    }

    /** SLOPE by the minimax formula of decreasing regression: max over b ≥ k of min over a ≤ k of the mean of a … b. */
    static double[] sorted(double[] u, double t, double[] weights) {
        int q = u.length;
        Integer[] order = IntStream.range(0, q).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -Math.abs(u[i])));
        double[] z = new double[q];
        for (int k = 0; k < q; k++) {
            z[k] = Math.abs(u[order[k]]) - t * weights[k];
        }
        double[] b = new double[q];
        for (int k = 0; k < q; k++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int to = k; to < q; to++) {
                double least = Double.POSITIVE_INFINITY;
                for (int from = 0; from <= k; from++) {
                    least = Math.min(
                            least, Arrays.stream(z, from, to + 1).average().orElseThrow());
                }
                best = Math.max(best, least);
            }
            b[order[k]] = Math.signum(u[order[k]]) * Math.max(best, 0);
        }
        return b;
    }

    /** h = ½bᵀMb: (I + tM)b = u by elimination. */
    static double[] quadratic(double[] u, double t, double[][] matrix) {
        int p = u.length;
        double[][] a = new double[p][p + 1];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                a[i][j] = t * matrix[i][j] + (i == j ? 1 : 0);
            }
            a[i][p] = u[i];
        }
        for (int k = 0; k < p; k++) {
            for (int i = 0; i < p; i++) {
                double share = i == k ? 0 : a[i][k] / a[k][k];
                for (int j = k; share != 0 && j <= p; j++) {
                    a[i][j] -= share * a[k][j];
                }
            }
        }
        return IntStream.range(0, p).mapToDouble(i -> a[i][p] / a[i][i]).toArray();
    }

    /** Total variation by coordinate ascent on its dual, a box. */
    static double[] variation(double[] u, double t) {
        double[] v = new double[u.length + 1];
        for (int round = 0; round < 100_000; round++) {
            double moved = 0;
            for (int i = 1; i < u.length; i++) {
                double left = u[i - 1] + v[i] - v[i - 1];
                double right = u[i] + v[i + 1] - v[i];
                double next = Math.max(-t, Math.min(t, v[i] + (right - left) / 2));
                moved = Math.max(moved, Math.abs(next - v[i]));
                v[i] = next;
            }
            if (moved <= 1e-16) {
                break;
            }
        }
        double[] b = new double[u.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = u[i] + v[i + 1] - v[i];
        }
        return b;
    }
}
