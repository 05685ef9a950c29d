package dev.taut.penalty;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * h(b) = Σₖ weightₖ·|b|₍ₖ₎ with |b|₍₁₎ ≥ |b|₍₂₎ ≥ … and weights that never rise: SLOPE (Bogdan, van den Berg, Sabatti,
 * Su and Candès 2015), OSCAR with weights on a line (Bondell and Reich 2008).
 *
 * @param weights falling or equal, ≥ 0, the first positive
 */
record SortedNorm(double[] weights) implements Gauge {
    @Override
    public double value(double[] b) {
        int[] order = order(b);
        double sum = 0;
        for (int k = 0; k < order.length; k++) {
            sum += weights[k] * Math.abs(b[order[k]]);
        }
        return sum;
    }

    /** Indices by falling |u|. */
    private static int[] order(double[] u) {
        return IntStream.range(0, u.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(u[i])))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Isotonic regression of |u|₍ₖ₎ − t·weightₖ by pooling, cut at zero (Bogdan et al. 2015, algorithm 4). */
    @Override
    public void step(double[] u, double t, double[] out) {
        int[] order = order(u);
        int q = order.length;
        double[] mean = new double[q];
        int[] from = new int[q];
        int pools = 0;
        for (int k = 0; k < q; k++) {
            mean[pools] = Math.abs(u[order[k]]) - t * weights[k];
            from[pools++] = k;
            while (pools > 1 && mean[pools - 1] >= mean[pools - 2]) {
                int mine = k + 1 - from[pools - 1];
                int theirs = from[pools - 1] - from[pools - 2];
                mean[pools - 2] = (mean[pools - 2] * theirs + mean[pools - 1] * mine) / (mine + theirs);
                pools--;
            }
        }
        for (int pool = 0; pool < pools; pool++) {
            int end = pool + 1 < pools ? from[pool + 1] : q;
            for (int k = from[pool]; k < end; k++) {
                out[order[k]] = mean[pool] > 0 ? Math.copySign(mean[pool], u[order[k]]) : 0;
            }
        }
    }

    /** maxₖ Σ_{i≤k} |u|₍ᵢ₎ / Σ_{i≤k} weightᵢ. */
    @Override
    public double polar(double[] u) {
        int[] order = order(u);
        double above = 0;
        double below = 0;
        double largest = 0;
        for (int k = 0; k < order.length; k++) {
            above += Math.abs(u[order[k]]);
            below += weights[k];
            largest = Math.max(largest, above / below);
        }
        return largest;
    }

    /** Coefficients of one magnitude move together. */
    @Override
    public Piece piece(double[] b) {
        int[] order = order(b);
        int[] part = new int[b.length];
        int[] sign = new int[b.length];
        double[] slope = new double[b.length];
        int parts = 0;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            boolean joins = k > 0 && Math.abs(b[i]) == Math.abs(b[order[k - 1]]);
            parts += b[i] == 0 || joins ? 0 : 1;
            part[i] = b[i] == 0 ? -1 : parts - 1;
            sign[i] = b[i] < 0 ? -1 : 1;
            slope[i] = b[i] == 0 ? 0 : sign[i] * weights[k];
        }
        return new Piece(parts, part, sign, slope, 0, 0);
    }

    /** Until two magnitudes meet, or one meets zero. */
    @Override
    public double reach(double[] b, double[] d) {
        int[] order = order(b);
        double reach = 1;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            double fall = -Math.signum(b[i]) * d[i];
            double next = k + 1 < order.length ? Math.abs(b[order[k + 1]]) : 0;
            double nextFall = k + 1 < order.length ? -Math.signum(b[order[k + 1]]) * d[order[k + 1]] : 0;
            double distance = Math.abs(b[i]) - next;
            if (b[i] != 0 && distance > 0 && fall > nextFall) {
                reach = Math.min(reach, distance / (fall - nextFall));
            }
        }
        return reach;
    }
}
