package dev.taut.data;

import java.util.Arrays;

/**
 * Guesses the task from the target: text or two distinct values are classes, everything else is a number. Counts are
 * never guessed: whole numbers are as often scores, ages or prices.
 */
final class TaskGuess {
    private TaskGuess() {}

    static Task of(Column target, boolean categorical) {
        long distinct = distinct(target);
        if (target instanceof NumericColumn && !categorical) {
            return distinct == 2 ? Task.BINARY : Task.REGRESSION;
        }
        return distinct > 2 ? Task.MULTICLASS : Task.BINARY;
    }

    private static long distinct(Column target) {
        if (target instanceof NumericColumn numbers) {
            return Arrays.stream(numbers.values())
                    .filter(v -> !Double.isNaN(v))
                    .distinct()
                    .limit(3)
                    .count();
        }
        return java.util.stream.IntStream.range(0, target.size())
                .filter(i -> !target.isMissing(i))
                .mapToObj(target::text)
                .distinct()
                .limit(3)
                .count();
    }
}
