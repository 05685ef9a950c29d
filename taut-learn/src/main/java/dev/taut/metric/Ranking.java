package dev.taut.metric;

import dev.taut.run.Holdout.RocPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows from the largest score to the smallest, rows of one score together.
 *
 * @param positive weight of the second class at each distinct score and above; starts at 0
 * @param negative weight of the first class at each distinct score and above; starts at 0
 */
record Ranking(double[] positive, double[] negative) {

    /** Sorts once: O(n log n). */
    static Ranking of(Scored scored) {
        int[] actual = scored.classes().codes();
        double[] score = scored.mean();
        // A row of no weight would be a step of no length, at which no corner can be seen.
        int[] order = IntStream.range(0, actual.length)
                .filter(i -> scored.weights()[i] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(score[b], score[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] positive = new double[order.length + 1];
        double[] negative = new double[order.length + 1];
        int end = 0;
        for (int i = 0; i < order.length; i++) {
            // == also where compare() separates −0.0 from 0.0, which are one score.
            if (i == 0 || score[order[i]] != score[order[i - 1]]) {
                end++;
                positive[end] = positive[end - 1];
                negative[end] = negative[end - 1];
            }
            (actual[order[i]] == 1 ? positive : negative)[end] += scored.weights()[order[i]];
        }
        return new Ranking(Arrays.copyOf(positive, end + 1), Arrays.copyOf(negative, end + 1));
    }

    /**
     * Area under the ROC curve by trapezia, which is the share of pairs of the two classes in the right order, a tie being
     * half a pair (Mann and Whitney); NaN if a class has no weight.
     */
    double area() {
        double pairs = 0;
        for (int i = 1; i < positive.length; i++) {
            pairs += (negative[i] - negative[i - 1]) * (positive[i] + positive[i - 1]) / 2;
        }
        return pairs / (last(positive) * last(negative));
    }

    /** The corners of the ROC curve from (0, 0) to (1, 1), thinned to at most {@code most} ≥ 2; none if a class is lacking. */
    List<RocPoint> curve(int most) {
        if (!(last(positive) > 0 && last(negative) > 0)) {
            return List.of();
        }
        List<RocPoint> corners = new ArrayList<>();
        for (int i = 0; i < positive.length; i++) {
            if (i == 0 || i == positive.length - 1 || isCorner(i)) {
                corners.add(new RocPoint(negative[i] / last(negative), positive[i] / last(positive)));
            }
        }
        return Thinning.of(corners, most);
    }

    /** Whether the curve turns at a score; only then the point is needed to draw it. */
    private boolean isCorner(int i) {
        double before = (positive[i] - positive[i - 1]) * (negative[i + 1] - negative[i]);
        double after = (positive[i + 1] - positive[i]) * (negative[i] - negative[i - 1]);
        return before != after;
    }

    private static double last(double[] sums) {
        return sums[sums.length - 1];
    }
}
