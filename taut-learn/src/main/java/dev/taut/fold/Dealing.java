package dev.taut.fold;

import java.util.Arrays;
import java.util.Comparator;

/** Deals rows into folds: each method answers the fold 0 … folds−1 of every row. */
final class Dealing {
    private Dealing() {}

    /** Shuffled rows dealt in turn: sizes differ by at most one. */
    static int[] random(int rows, int folds, Seeds.Draws draws) {
        return stratified(new int[rows], 1, folds, draws);
    }

    /**
     * Class after class is shuffled and dealt in turn, the next class going on where the last one ended: neither the
     * sizes of the folds nor those of a class within them differ by more than one.
     */
    static int[] stratified(int[] classes, int count, int folds, Seeds.Draws draws) {
        int[] order = draws.permutation(classes.length);
        int[] fold = new int[classes.length];
        int next = 0;
        for (int[] rows : byClass(order, classes, count)) {
            for (int row : rows) {
                fold[row] = next;
                next = (next + 1) % folds;
            }
        }
        return fold;
    }

    /** The rows of each class, in the given order. */
    static int[][] byClass(int[] order, int[] classes, int count) {
        int[] sizes = new int[count];
        for (int row : order) {
            sizes[classes[row]]++;
        }
        int[][] rows = new int[count][];
        for (int k = 0; k < count; k++) {
            rows[k] = new int[sizes[k]];
        }
        int[] filled = new int[count];
        for (int row : order) {
            int k = classes[row];
            rows[k][filled[k]++] = row;
        }
        return rows;
    }

    /**
     * Groups from large to small, each into the fold with the fewest rows so far. Groups of one power of two count as
     * equally large and are shuffled, so that repeats differ although all sizes may be different. The largest fold
     * exceeds the smallest by at most the largest group.
     */
    static int[] grouped(Keys groups, int folds, Seeds.Draws draws) {
        int[] sizes = groups.sizes();
        int[] rowsOf = new int[folds];
        int[] foldOf = new int[groups.count()];
        for (int group : largestFirst(sizes, draws)) {
            int smallest = 0;
            for (int f = 1; f < folds; f++) {
                if (rowsOf[f] < rowsOf[smallest]) {
                    smallest = f;
                }
            }
            foldOf[group] = smallest;
            rowsOf[smallest] += sizes[group];
        }
        return Arrays.stream(groups.codes()).map(code -> foldOf[code]).toArray();
    }

    private static int[] largestFirst(int[] sizes, Seeds.Draws draws) {
        return Arrays.stream(draws.permutation(sizes.length))
                .boxed()
                .sorted(Comparator.comparingInt(group -> Integer.numberOfLeadingZeros(sizes[group])))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
