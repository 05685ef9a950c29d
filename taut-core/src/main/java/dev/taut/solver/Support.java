package dev.taut.solver;

import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/**
 * The coordinates of a quadratic model that are free to move: intercepts, those off their kinks and bounds, and those
 * that {@linkplain #enter enter} from one of them. Each is on a side, which says which slope of the penalty holds.
 */
final class Support {
    private static final int MAX_STEPS = 1000;

    private final CurvatureModel model;
    private final SeparableProx prox;
    private final int blocks;
    private final double scale;
    private final double[] b;
    private final double[] r;
    /** +1 or −1 for members, 0 for all others. */
    private final int[] side;

    private int size;
    /** Coordinates that entered and were not sent back since {@link #settle} was last called. */
    private int entrants;

    /**
     * @param b coefficients at the model's positions; moved in place
     * @param r residual correlations; those of members are kept up to date
     */
    Support(CurvatureModel model, SeparableProx prox, int blocks, double scale, double[] b, double[] r) {
        this.model = model;
        this.prox = prox;
        this.blocks = blocks;
        this.scale = scale;
        this.b = b;
        this.r = r;
        this.side = new int[b.length];
        read();
    }

    int size() {
        return size;
    }

    boolean has(int at) {
        return side[at] != 0;
    }

    /** Starts anew with the coordinates that are off their kinks and bounds. */
    void read() {
        size = 0;
        for (int i = 0; i < b.length; i++) {
            side[i] = rests(i) ? 0 : b[i] < 0 ? -1 : 1;
            size += Math.abs(side[i]);
        }
    }

    /** A coordinate that rests, but is drawn to one side by its residual correlation. */
    void enter(int at) {
        int j = column(at);
        boolean up = b[at] < prox.upper(j) && r[at] > prox.slope(j, b[at], 1);
        side[at] = up ? 1 : -1;
        size++;
        entrants++;
    }

    private boolean isIntercept(int at) {
        return model.coordinate(at) >= blocks;
    }

    private int column(int at) {
        return model.coordinate(at) % prox.columns();
    }

    private boolean hasKink(int j) {
        return prox.slope(j, 0, 1) != prox.slope(j, 0, -1);
    }

    /** Whether a coordinate sits on its kink or on a bound. */
    private boolean rests(int at) {
        if (isIntercept(at)) {
            return false;
        }
        int j = column(at);
        return (b[at] == 0 && hasKink(j)) || b[at] <= prox.lower(j) || b[at] >= prox.upper(j);
    }

    private void leave(int at) {
        side[at] = 0;
        size--;
    }

    /**
     * Newton steps until one can be taken in full: then no member violates its condition. Answers whether any of those
     * that had entered was let in.
     */
    boolean settle() {
        for (int step = 0; step < MAX_STEPS; step++) {
            int[] members = members();
            if (members.length == 0 || step(members)) {
                break;
            }
        }
        boolean letIn = entrants > 0;
        entrants = 0;
        return letIn;
    }

    private int[] members() {
        int[] members = new int[size];
        int count = 0;
        for (int i = 0; i < side.length; i++) {
            if (side[i] != 0) {
                members[count++] = i;
            }
        }
        return members;
    }

    /** One Newton step with exact line search; answers whether it met neither a kink nor a bound. */
    private boolean step(int[] members) {
        int k = members.length;
        double[] bends = new double[k];
        double[] slopes = new double[k];
        double[] pull = new double[k];
        double[] delta = new double[k];
        double[] shift = new double[k];
        for (int a = 0; a < k; a++) {
            int i = members[a];
            if (!isIntercept(i)) {
                bends[a] = prox.bend(column(i), b[i]);
                slopes[a] = prox.slope(column(i), b[i], side[i]);
            }
            shift[a] = bends[a] / scale;
            pull[a] = r[i] - slopes[a];
            delta[a] = pull[a] / scale;
        }
        model.solve(members, shift, delta);
        if (sendBack(members, delta)) {
            return false;
        }
        LineSearch search = new LineSearch(members, delta, bends, pull);
        double length = search.length;
        for (int a = 0; a < k; a++) {
            int i = members[a];
            // sH·delta = pull − D·delta by construction of the step, so that r follows without a product.
            r[i] -= length * (pull[a] - bends[a] * delta[a]);
            boolean stops = search.stops(a);
            b[i] = stops ? search.rest(a) : b[i] + length * delta[a];
            if (stops) {
                leave(i);
            } else if (!isIntercept(i) && b[i] != 0) {
                side[i] = b[i] < 0 ? -1 : 1;
            }
        }
        return !search.met();
    }

    /** Members that would leave their kink or bound on the wrong side rest again; answers whether there were any. */
    private boolean sendBack(int[] members, double[] delta) {
        boolean any = false;
        for (int a = 0; a < members.length; a++) {
            int i = members[a];
            if (delta[a] * side[i] <= 0 && rests(i)) {
                leave(i);
                entrants--;
                any = true;
            }
        }
        return any;
    }

    /**
     * The minimum of the model along a direction, from t = 0 to 1. The derivative grows along it, by a jump wherever a
     * member meets its kink; a bound ends the way.
     */
    private final class LineSearch {
        private final int[] members;
        private final double[] delta;
        /** When a member meets its kink at zero, and its bound; +∞ for never. */
        private final double[] kink;

        private final double[] wall;
        /** −derivative of the quadratic part at 0, and its curvature. */
        private double force;

        private double bending;
        private double end = 1;
        private final boolean met;
        final double length;

        LineSearch(int[] members, double[] delta, double[] bends, double[] pull) {
            this.members = members;
            this.delta = delta;
            this.kink = new double[members.length];
            this.wall = new double[members.length];
            double[] breaks = new double[members.length];
            int count = 0;
            for (int a = 0; a < members.length; a++) {
                force += r[members[a]] * delta[a];
                bending += (pull[a] - bends[a] * delta[a]) * delta[a];
                meet(a);
                end = Math.min(end, wall[a]);
                if (kink[a] < 1) {
                    breaks[count++] = kink[a];
                }
            }
            this.met = count > 0 || end < 1;
            this.length = met ? search(breaks, count) : 1;
        }

        private void meet(int a) {
            int i = members[a];
            kink[a] = Double.POSITIVE_INFINITY;
            wall[a] = Double.POSITIVE_INFINITY;
            if (!isIntercept(i) && delta[a] != 0) {
                boolean towardsZero = b[i] != 0 && (b[i] < 0) == (delta[a] > 0);
                if (towardsZero && hasKink(column(i))) {
                    kink[a] = -b[i] / delta[a];
                }
                wall[a] = (bound(a) - b[i]) / delta[a];
            }
        }

        private double bound(int a) {
            int j = column(members[a]);
            return delta[a] > 0 ? prox.upper(j) : prox.lower(j);
        }

        /** Whether the way met a kink or a bound. */
        boolean met() {
            return met;
        }

        /** Whether a member comes to rest at the end of the way. */
        boolean stops(int a) {
            return met && (kink[a] == length || wall[a] == length);
        }

        /** Where it does. */
        double rest(int a) {
            return kink[a] == length ? 0 : bound(a);
        }

        /** The place where the derivative changes its sign, among the breaks by bisection, between two by a secant. */
        private double search(double[] breaks, int count) {
            Arrays.sort(breaks, 0, count);
            int within = 0;
            while (within < count && breaks[within] < end) {
                within++;
            }
            // The derivative is negative behind break number low, and not behind number high, if there is one.
            int low = -1;
            int high = within;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (derivative(breaks[middle], 1) < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double from = low < 0 ? 0 : breaks[low];
            double to = high == within ? end : breaks[high];
            double atTo = derivative(to, -1);
            if (atTo <= 0) {
                return to;
            }
            double atFrom = derivative(from, 1);
            return atFrom >= 0 ? from : from + (to - from) * (atFrom / (atFrom - atTo));
        }

        /** The derivative right behind t (+1) or right before it (−1). */
        private double derivative(double t, int behind) {
            double sum = bending * t - force;
            for (int a = 0; a < members.length; a++) {
                int i = members[a];
                if (!isIntercept(i) && delta[a] != 0) {
                    int direction = delta[a] > 0 ? 1 : -1;
                    double value = t == kink[a] ? 0 : b[i] + t * delta[a];
                    sum += delta[a] * prox.slope(column(i), value, behind * direction);
                }
            }
            return sum;
        }
    }
}
