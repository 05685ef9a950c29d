package dev.taut.penalty;

import dev.taut.design.Basis;
import java.util.List;

/**
 * Differences of neighbouring coefficients within runs of columns: from the k-th entry of a run on θⱼ is the k-th difference
 * (Δᵏβ)ⱼ = (Δᵏ⁻¹β)ⱼ − (Δᵏ⁻¹β)ⱼ₋₁, the i-th entry before is its i-th difference. Columns in no run stay as they are.
 *
 * @param size  p
 * @param runs  first column, and the one after the last
 * @param order k ≥ 1
 */
record Differences(int size, List<Run> runs, int order) implements Basis {
    /** Columns from … to − 1. */
    record Run(int from, int to) {}

    @Override
    public void forward(double[] beta) {
        for (int d = 0; d < order; d++) {
            for (Run run : runs) {
                for (int j = run.to - 1; j > run.from + d; j--) {
                    beta[j] -= beta[j - 1];
                }
            }
        }
    }

    @Override
    public void inverse(double[] theta) {
        for (int d = order - 1; d >= 0; d--) {
            for (Run run : runs) {
                for (int j = run.from + d + 1; j < run.to; j++) {
                    theta[j] += theta[j - 1];
                }
            }
        }
    }

    @Override
    public void forwardTransposed(double[] g) {
        for (int d = order - 1; d >= 0; d--) {
            for (Run run : runs) {
                for (int j = run.from + d + 1; j < run.to; j++) {
                    g[j - 1] -= g[j];
                }
            }
        }
    }

    @Override
    public void inverseTransposed(double[] g) {
        for (int d = 0; d < order; d++) {
            for (Run run : runs) {
                for (int j = run.to - 2; j >= run.from + d; j--) {
                    g[j] += g[j + 1];
                }
            }
        }
    }
}
