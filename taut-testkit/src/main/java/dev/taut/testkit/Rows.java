package dev.taut.testkit;

import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows taken out of vectors, targets and columns, in any order and number. */
final class Rows {
    private Rows() {}

    static double[] of(double[] values, int... rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    static double[][] of(double[][] columns, int... rows) {
        return Arrays.stream(columns).map(column -> of(column, rows)).toArray(double[][]::new);
    }

    static Target of(Target target, int... rows) {
        if (target instanceof Target.Classes classes) {
            int[] codes = classes.codes();
            return Target.classes(
                    classes.count(), Arrays.stream(rows).map(i -> codes[i]).toArray());
        }
        if (target instanceof Target.Responses responses) {
            return new Target.Responses(ofBlocks(responses.values(), target.rows(), rows), responses.count());
        }
        if (target instanceof Target.Survival survival) {
            int[] strata = survival.strata();
            boolean[] events = survival.events();
            boolean[] taken = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                taken[i] = events[rows[i]];
            }
            return new Target.Survival(
                    survival.starts().length == 0 ? new double[0] : of(survival.starts(), rows),
                    of(survival.stops(), rows),
                    taken,
                    strata.length == 0
                            ? strata
                            : Arrays.stream(rows).map(i -> strata[i]).toArray());
        }
        return Target.of(of(target.numbers(), rows));
    }

    /** The same rows out of each of several blocks of n values. */
    static double[] ofBlocks(double[] values, int n, int... rows) {
        int blocks = n == 0 ? 0 : values.length / n;
        return IntStream.range(0, blocks)
                .boxed()
                .flatMapToDouble(k -> Arrays.stream(rows).mapToDouble(i -> values[k * n + i]))
                .toArray();
    }

    /** 0 … n−1, and then {@code again} once more. */
    static int[] allAnd(int n, int... again) {
        return IntStream.concat(IntStream.range(0, n), Arrays.stream(again)).toArray();
    }
}
