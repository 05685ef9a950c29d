package dev.taut.metric;

import dev.taut.run.Holdout.RocPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A curve with fewer points and the same look: the point that spans the smallest triangle with its neighbours goes first,
 * again and again (Visvalingam and Whyatt 1993).
 */
final class Thinning {
    private final List<RocPoint> curve;
    private final int[] before;
    private final int[] after;
    private final double[] area;

    private Thinning(List<RocPoint> curve) {
        this.curve = curve;
        int n = curve.size();
        before = new int[n];
        after = new int[n];
        area = new double[n];
        for (int i = 0; i < n; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
        }
    }

    /** At most {@code most} ≥ 2 of the points, the two ends among them; O(n log n). */
    static List<RocPoint> of(List<RocPoint> curve, int most) {
        return curve.size() <= most ? curve : new Thinning(curve).keep(most);
    }

    /** A point and the area that it had when it was put into the queue. */
    private record Candidate(double area, int point) {}

    private List<RocPoint> keep(int most) {
        PriorityQueue<Candidate> smallest =
                new PriorityQueue<>(Comparator.comparingDouble(Candidate::area).thenComparingInt(Candidate::point));
        int last = curve.size() - 1;
        for (int i = 1; i < last; i++) {
            smallest.add(measured(i));
        }
        for (int left = curve.size(); left > most; ) {
            Candidate candidate = smallest.remove();
            int i = candidate.point();
            if (candidate.area() != area[i]) {
                // A neighbour went meanwhile: the point stands in the queue once more with its area of now.
                continue;
            }
            area[i] = Double.NaN;
            after[before[i]] = after[i];
            before[after[i]] = before[i];
            left--;
            for (int neighbour : new int[] {before[i], after[i]}) {
                if (neighbour > 0 && neighbour < last) {
                    smallest.add(measured(neighbour));
                }
            }
        }
        List<RocPoint> kept = new ArrayList<>();
        for (int i = 0; i <= last; i = after[i]) {
            kept.add(curve.get(i));
        }
        return kept;
    }

    private Candidate measured(int i) {
        RocPoint a = curve.get(before[i]);
        RocPoint b = curve.get(i);
        RocPoint c = curve.get(after[i]);
        area[i] =
                Math.abs((b.falsePositiveRate() - a.falsePositiveRate()) * (c.truePositiveRate() - a.truePositiveRate())
                                - (c.falsePositiveRate() - a.falsePositiveRate())
                                        * (b.truePositiveRate() - a.truePositiveRate()))
                        / 2;
        return new Candidate(area[i], i);
    }
}
