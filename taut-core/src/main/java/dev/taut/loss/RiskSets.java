package dev.taut.loss;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who is at risk when: rows and the event times they see. Event times are distinct within a stratum, ordered by stratum
 * and time; a row is at risk at those in (start, stop], censored or not. Rows of weight 0 are nowhere.
 *
 * <p>Without late entries the risk sets of a stratum are nested, and sums over them cumulative; else {@link RiskTree} sums.
 */
final class RiskSets {
    private final double[] times;
    private final int[] strata;
    private final int[] from;
    private final int[] to;
    private final int[] death;
    private final Optional<RiskTree> tree;

    private RiskSets(double[] times, int[] strata, int[] from, int[] to, int[] death, boolean nested) {
        this.times = times;
        this.strata = strata;
        this.from = from;
        this.to = to;
        this.death = death;
        this.tree = nested ? Optional.empty() : Optional.of(new RiskTree(times.length, from, to));
    }

    static RiskSets of(Target.Survival target, double[] weights) {
        boolean[] events = target.events();
        double[] stops = target.stops();
        int n = stops.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> target.stratum(a) != target.stratum(b)
                        ? Integer.compare(target.stratum(a), target.stratum(b))
                        : Double.compare(stops[a], stops[b]));
        double[] times = new double[n];
        int[] strata = new int[n];
        int[] death = new int[n];
        int count = 0;
        for (int i : order) {
            death[i] = -1;
            if (events[i] && weights[i] > 0) {
                int stratum = target.stratum(i);
                if (count == 0 || strata[count - 1] != stratum || times[count - 1] != stops[i]) {
                    times[count] = stops[i];
                    strata[count++] = stratum;
                }
                death[i] = count - 1;
            }
        }
        times = Arrays.copyOf(times, count);
        strata = Arrays.copyOf(strata, count);
        return ranged(target, weights, times, strata, death);
    }

    private static RiskSets ranged(
            Target.Survival target, double[] weights, double[] times, int[] strata, int[] death) {
        int n = death.length;
        int[] from = new int[n];
        int[] to = new int[n];
        double[] stops = target.stops();
        boolean nested = true;
        for (int i = 0; i < n; i++) {
            int first = lowest(strata, target.stratum(i));
            int end = lowest(strata, target.stratum(i) + 1);
            from[i] = after(times, first, end, target.start(i));
            to[i] = weights[i] > 0 ? Math.max(from[i], after(times, first, end, stops[i])) : from[i];
            nested &= from[i] == to[i] || from[i] == first;
        }
        return new RiskSets(times, strata, from, to, death, nested);
    }

    /** The first position whose stratum is this one or later. */
    private static int lowest(int[] strata, int stratum) {
        int low = 0;
        int high = strata.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (strata[middle] < stratum) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first position in [first, end) whose time is later; {@code end} if none is. */
    private static int after(double[] times, int first, int end, double time) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Distinct event times over all strata. */
    int count() {
        return times.length;
    }

    int rows() {
        return death.length;
    }

    double time(int event) {
        return times[event];
    }

    int stratum(int event) {
        return strata[event];
    }

    /** Whether an event time is the first of its stratum. */
    boolean isFirst(int event) {
        return event == 0 || strata[event] != strata[event - 1];
    }

    /** The event time at which the event of a row came; −1 without one. */
    int death(int row) {
        return death[row];
    }

    /** The last event time that a row sees; −1 if it sees none. */
    int last(int row) {
        return to[row] > from[row] ? to[row] - 1 : -1;
    }

    /** Whether nobody enters late. */
    boolean nested() {
        return tree.isEmpty();
    }

    /** out[t] = Σ v over the rows at risk at event time t. */
    void sum(double[] v, double[] out) {
        if (tree.isPresent()) {
            tree.get().sum(v, out);
            return;
        }
        Arrays.fill(out, 0);
        for (int i = 0; i < v.length; i++) {
            if (to[i] > from[i]) {
                out[to[i] - 1] += v[i];
            }
        }
        for (int t = out.length - 2; t >= 0; t--) {
            out[t] += strata[t] == strata[t + 1] ? out[t + 1] : 0;
        }
    }

    /** out[i] = Σ z over the event times that row i sees. */
    void spread(double[] z, double[] out) {
        if (tree.isPresent()) {
            tree.get().spread(z, out);
            return;
        }
        double[] cumulative = z.clone();
        for (int t = 1; t < z.length; t++) {
            cumulative[t] += strata[t] == strata[t - 1] ? cumulative[t - 1] : 0;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = to[i] > from[i] ? cumulative[to[i] - 1] : 0;
        }
    }
}
