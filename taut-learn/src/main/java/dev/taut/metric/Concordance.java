package dev.taut.metric;

import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Harrell's C in O(n log n): from the last time to the first, the rows still under observation lie in a tree by the rank of their
 * hazard, and every event asks how much weight lies below and beside it. A row censored at the time of an event outlives it; two
 * events at one time cannot be ordered.
 */
final class Concordance {
    private final Target.Survival target;
    private final double[] weights;
    private final int[] rank;
    private final double[] tree;
    private final double[] at;
    private double inside;
    private double concordant;
    private double known;

    private Concordance(Target.Survival target, Scored scored) {
        this.target = target;
        this.weights = scored.weights();
        double[] hazards = scored.mean();
        double[] distinct = Arrays.stream(hazards).sorted().distinct().toArray();
        this.rank = Arrays.stream(hazards)
                .mapToInt(h -> Arrays.binarySearch(distinct, h))
                .toArray();
        this.tree = new double[distinct.length + 1];
        this.at = new double[distinct.length];
    }

    static double of(Target.Survival target, Scored scored) {
        Concordance concordance = new Concordance(target, scored);
        IntStream.range(0, target.rows()).map(target::stratum).distinct().forEach(concordance::addStratum);
        return concordance.known > 0 ? concordance.concordant / concordance.known : Double.NaN;
    }

    private void addStratum(int stratum) {
        double[] stops = target.stops();
        boolean[] events = target.events();
        int[] rows = IntStream.range(0, stops.length)
                .filter(i -> target.stratum(i) == stratum && weights[i] > 0)
                .boxed()
                .sorted((a, b) -> stops[a] != stops[b]
                        ? Double.compare(stops[b], stops[a])
                        : Boolean.compare(events[a], events[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] byStart = Arrays.stream(rows)
                .boxed()
                .sorted((a, b) -> Double.compare(target.start(b), target.start(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = 0;
        for (int from = 0; from < rows.length; ) {
            double time = stops[rows[from]];
            for (; left < byStart.length && target.start(byStart[left]) >= time; left++) {
                put(byStart[left], -1);
            }
            int to = from;
            for (; to < rows.length && stops[rows[to]] == time && !events[rows[to]]; to++) {
                put(rows[to], 1);
            }
            int first = to;
            for (; to < rows.length && stops[rows[to]] == time; to++) {
                count(rows[to]);
            }
            for (int k = first; k < to; k++) {
                put(rows[k], 1);
            }
            from = to;
        }
        for (; left < byStart.length; left++) {
            put(byStart[left], -1);
        }
    }

    private void put(int row, int sign) {
        double weight = sign * weights[row];
        inside += weight;
        at[rank[row]] += weight;
        for (int node = rank[row] + 1; node < tree.length; node += node & -node) {
            tree[node] += weight;
        }
    }

    private void count(int row) {
        double below = 0;
        for (int node = rank[row]; node > 0; node -= node & -node) {
            below += tree[node];
        }
        concordant += weights[row] * (below + at[rank[row]] / 2);
        known += weights[row] * inside;
    }
}
