package dev.taut.design;

import java.util.Arrays;
import java.util.stream.IntStream;

/** XᵀWX of several blocks of rows, each by itself, from one pass over X. */
public final class BlockGrams {
    private static final int RUN = 64;

    private BlockGrams() {}

    /**
     * The lower triangle of each block: [block][i][j] for j ≤ i.
     *
     * @param weights ≥ 0, one per row
     * @param blockOf the block of each row, below {@code blocks}; negative for a row that is in none
     */
    public static double[][][] of(Design design, double[] weights, int[] blockOf, int blocks) {
        RowBuffer[] buffers = new RowBuffer[blocks];
        Arrays.setAll(buffers, b -> new RowBuffer(design.columns(), RUN));
        double[] discarded = new double[design.columns()];
        int[] columns = IntStream.range(0, design.columns()).toArray();
        double[] centers = new double[columns.length];
        double[] root = Arrays.stream(weights).map(Math::sqrt).toArray();
        double[][] rows = new double[RUN][];
        for (int from = 0; from < design.rows(); from += RUN) {
            int length = Math.min(RUN, design.rows() - from);
            for (int i = 0; i < length; i++) {
                int block = blockOf[from + i];
                rows[i] = block < 0 ? discarded : buffers[block].next();
            }
            RowRun.read(design, columns, centers, root, from, length, rows);
            for (RowBuffer buffer : buffers) {
                buffer.add();
            }
        }
        double[][][] lower = new double[blocks][][];
        Arrays.setAll(lower, b -> buffers[b].finish());
        return lower;
    }
}
