package dev.taut.path;

import dev.taut.path.Resamples.Sample;

/** One pass over X and the samples whose moments it computes, in blocks of rows that they have in common. */
final class Pass {
    /** Matrices of blocks, half as large as full ones, that a pass may keep whatever the size of X. */
    private static final int MOST_BLOCKS = 24;

    private final Moments moments;
    private final RowBlocks rows;
    private boolean alone;
    private int samples;
    private int waiting;
    private double[][][] blocks = new double[0][][];

    Pass(Moments moments) {
        int n = moments.response().length;
        int p = moments.problem().design().columns();
        // Matrices of blocks may take as much memory as a quarter of X.
        this.rows = new RowBlocks(n, Math.max(MOST_BLOCKS, n / (2 * p)));
        this.moments = moments;
    }

    /**
     * Adds a sample, unless it splits the rows into too many blocks; answers whether it was added. The first one always
     * is, if need be alone.
     */
    boolean add(Sample sample) {
        if (alone || !rows.add(sample.counts(), sample.judging())) {
            alone = samples == 0;
            if (!alone) {
                return false;
            }
        }
        samples++;
        waiting++;
        return true;
    }

    /** Whether Gram matrices are shared at all. */
    boolean isShared() {
        return samples > 1;
    }

    int samples() {
        return samples;
    }

    int blocks() {
        return rows.blocks();
    }

    /** The moments of sample number {@code k}: of the rows it counts, and of those it is judged by. */
    WeightedMoments[] moments(int k) {
        double[][][] computed = computed();
        WeightedMoments counted = moments.sum(computed, rows.counts(2 * k));
        WeightedMoments judging = moments.sum(computed, rows.counts(2 * k + 1));
        taken();
        return new WeightedMoments[] {counted, judging};
    }

    /** The first thread that comes computes them, the others wait. */
    private synchronized double[][][] computed() {
        if (blocks.length == 0) {
            blocks = moments.of(rows.blockOf(), rows.blocks());
        }
        return blocks;
    }

    /** All samples will be asked for so many times more. */
    synchronized void expect(int times) {
        waiting += times * samples;
    }

    private synchronized void taken() {
        waiting--;
        if (waiting <= 0) {
            blocks = new double[0][][];
        }
    }
}
