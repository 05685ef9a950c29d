package dev.taut.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows grouped so that each of several weightings counts all rows of a block equally often: K folds are K blocks.
 *
 * <p>Rows that no weighting counts are in no block.
 */
final class RowBlocks {
    private static final int NONE = -1;
    /** Sums over blocks that may be taken, whatever a pass costs. */
    private static final int FEW_SUMS = 1200;

    private final int most;
    private int[] blockOf;
    /** Per weighting, how often it counts the rows of each block. */
    private List<double[]> counts = List.of();

    private int blocks = 1;

    /**
     * @param rows n, all of them in one block as long as there is no weighting
     * @param most blocks there may be
     */
    RowBlocks(int rows, int most) {
        this.most = most;
        this.blockOf = new int[rows];
    }

    int blocks() {
        return blocks;
    }

    /** How often weighting number {@code k} counts the rows of each block. */
    double[] counts(int k) {
        return counts.get(k);
    }

    /** The block of each row, −1 for rows that no weighting counts. */
    int[] blockOf() {
        boolean[] counted = new boolean[blocks];
        for (double[] count : counts) {
            for (int b = 0; b < blocks; b++) {
                counted[b] |= count[b] > 0;
            }
        }
        return Arrays.stream(blockOf).map(b -> counted[b] ? b : NONE).toArray();
    }

    /**
     * Adds weightings, unless they would split the rows into too many blocks; answers whether they were added.
     *
     * @param weightings how often each counts each row, ≥ 0
     */
    boolean add(double[]... weightings) {
        int[] blockOfBefore = blockOf;
        List<double[]> countsBefore = counts;
        int blocksBefore = blocks;
        for (double[] multiples : weightings) {
            if (!split(multiples)) {
                blockOf = blockOfBefore;
                counts = countsBefore;
                blocks = blocksBefore;
                return false;
            }
        }
        return true;
    }

    private boolean split(double[] multiples) {
        int limit = Math.min(most, Math.max(FEW_SUMS, blockOf.length / 2) / (counts.size() + 1));
        int[] refined = blockOf.clone();
        int[] parent = new int[Math.max(limit, blocks)];
        Arrays.setAll(parent, b -> b);
        double[] count = new double[parent.length];
        Arrays.fill(count, Double.NaN);
        int size = blocks;
        for (int i = 0; i < refined.length; i++) {
            int block = part(parent, count, size, blockOf[i], multiples[i]);
            if (block >= limit) {
                return false;
            }
            count[block] = multiples[i];
            parent[block] = blockOf[i];
            size = Math.max(size, block + 1);
            refined[i] = block;
        }
        accept(refined, Arrays.copyOf(parent, size), Arrays.copyOf(count, size));
        return true;
    }

    /** The part of a block with this count: the block itself for the count met first, else a new one behind all. */
    private static int part(int[] parent, double[] count, int size, int block, double multiple) {
        if (Double.isNaN(count[block]) || count[block] == multiple) {
            return block;
        }
        for (int b = 0; b < size; b++) {
            if (parent[b] == block && count[b] == multiple) {
                return b;
            }
        }
        return size;
    }

    private void accept(int[] refined, int[] parent, double[] count) {
        List<double[]> all = new ArrayList<>();
        for (double[] before : counts) {
            double[] after = new double[parent.length];
            Arrays.setAll(after, b -> before[parent[b]]);
            all.add(after);
        }
        all.add(count);
        counts = all;
        blockOf = refined;
        blocks = parent.length;
    }
}
