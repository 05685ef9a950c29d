package dev.taut.fold;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Rows to learn from and rows to test on, as ascending row indices that count from 0. No row is in both; rows in neither
 * are possible (the future, in time-ordered folds).
 */
public record Split(int[] train, int[] test) {
    public Split {
        train = ascending(train.clone());
        test = ascending(test.clone());
    }

    /** The rows 0 … rows−1, tested where {@code held} says so and learnt from elsewhere. */
    static Split of(int rows, IntPredicate held) {
        int[] train = new int[rows];
        int[] test = new int[rows];
        int tested = 0;
        for (int i = 0; i < rows; i++) {
            if (held.test(i)) {
                test[tested++] = i;
            } else {
                train[i - tested] = i;
            }
        }
        return new Split(Arrays.copyOf(train, rows - tested), Arrays.copyOf(test, tested));
    }

    private static int[] ascending(int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (rows[i] <= rows[i - 1]) {
                throw new IllegalArgumentException(
                        "row indices must ascend, but " + rows[i] + " follows " + rows[i - 1]);
            }
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split split && Arrays.equals(train, split.train) && Arrays.equals(test, split.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return "Split[train=" + Arrays.toString(train) + ", test=" + Arrays.toString(test) + "]";
    }
}
