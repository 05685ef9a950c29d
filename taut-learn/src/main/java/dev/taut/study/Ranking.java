package dev.taut.study;

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
        int[] order = IntStream.range(0, actual.length)
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

    /** The corners of the ROC curve from (0, 0) to (1, 1), thinned to at most {@code most}; none if a class is lacking. */
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
        return thinned(corners, most);
    }

    /** Whether the curve turns at a score; only then the point is needed to draw it. */
    private boolean isCorner(int i) {
        double before = (positive[i] - positive[i - 1]) * (negative[i + 1] - negative[i]);
        double after = (positive[i + 1] - positive[i]) * (negative[i] - negative[i - 1]);
        return before != after;
    }

    /** Points spread evenly along the curve, whose length fpr + tpr is 2: what is left out lies within 2/(most − 2). */
    private static List<RocPoint> thinned(List<RocPoint> corners, int most) {
        if (corners.size() <= most) {
            return corners;
        }
        List<RocPoint> kept = new ArrayList<>();
        double step = 2.0 / (most - 2);
        double next = 0;
        for (RocPoint corner : corners.subList(0, corners.size() - 1)) {
            double length = corner.falsePositiveRate() + corner.truePositiveRate();
            if (length >= next) {
                kept.add(corner);
                next = (Math.floor(length / step) + 1) * step;
            }
        }
        kept.add(corners.get(corners.size() - 1));
        return kept;
    }

    private static double last(double[] sums) {
        return sums[sums.length - 1];
    }
}
