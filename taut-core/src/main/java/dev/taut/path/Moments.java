package dev.taut.path;

import dev.taut.design.BlockGrams;
import dev.taut.design.ConcatenatedDesign;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * Second moments of Z = [(X − m)/s, y − ȳ, 1] with the means m, ȳ and standard deviations s of all rows, summed over
 * blocks of rows; from them come those of any weighting that counts the rows of a block alike.
 *
 * <p>The moments of a weighting are a sum of those of its blocks, never a difference, and about means that are near its
 * own, so that next to nothing cancels. Where something does, {@link WeightedMoments#lost} tells.
 */
final class Moments {
    private final PathProblem problem;
    /** y − offset; 0 in rows of weight 0. */
    private final double[] y;

    private final double mean;
    private final Standardization base;
    private final Design z;

    Moments(PathProblem problem) {
        this.problem = problem;
        this.y = GramReduction.response(problem);
        double[] weights = problem.datafit().weights();
        this.mean = Vectors.dot(weights, y);
        this.base = Standardization.of(problem.design(), weights, true, true);
        int n = y.length;
        double[] centred = y.clone();
        Vectors.add(-mean, centred, 0, n);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        this.z = ConcatenatedDesign.of(
                n, List.of(StandardizedDesign.of(problem.design(), base), DenseDesign.ofColumns(n, centred, ones)));
    }

    PathProblem problem() {
        return problem;
    }

    /** y − offset, not to be changed; 0 in rows of weight 0. */
    double[] response() {
        return y;
    }

    /** ȳ. */
    double mean() {
        return mean;
    }

    /** m of a column. */
    double center(int column) {
        return base.centers()[column];
    }

    /** s of a column, 1 for one that is the same in all rows and so zero in Z. */
    double unit(int column) {
        double scale = base.scales()[column];
        return Double.isInfinite(scale) ? 1 : scale;
    }

    /** ZᵀWZ of each block as a lower triangle, from one pass over X. */
    double[][][] of(int[] blockOf, int blocks) {
        return BlockGrams.of(z, problem.datafit().weights(), blockOf, blocks);
    }

    /** Σ counts[b] · blocks[b], divided by the weight of all its rows. */
    WeightedMoments sum(double[][][] blocks, double[] counts) {
        int size = z.columns();
        double weight = 0;
        for (int b = 0; b < blocks.length; b++) {
            weight += counts[b] * blocks[b][size - 1][size - 1];
        }
        double[][] sum = new double[size][];
        for (int i = 0; i < size; i++) {
            sum[i] = new double[i + 1];
            for (int b = 0; b < blocks.length; b++) {
                if (counts[b] > 0) {
                    Vectors.shiftedAxpy(counts[b] / weight, blocks[b][i], 0, sum[i], 0, i + 1);
                }
            }
        }
        return new WeightedMoments(this, sum);
    }
}
