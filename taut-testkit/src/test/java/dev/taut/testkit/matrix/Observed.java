package dev.taut.testkit.matrix;

import dev.taut.loss.Target;
import dev.taut.testkit.Draw;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What was observed in each row.
 *
 * @param y       numbers, or class codes, or times; one block of rows per response
 * @param events  whether the event came; empty but for survival
 * @param starts  when rows came under observation; empty if from the beginning
 * @param strata  empty for one
 * @param outputs linear predictors of a row
 */
record Observed(Kind kind, double[] y, boolean[] events, double[] starts, int[] strata, int outputs) {
    private static final boolean[] NO_EVENTS = {};
    private static final double[] FROM_THE_BEGINNING = {};
    private static final int[] ONE_STRATUM = {};

    /** Kinds of targets. */
    enum Kind {
        NUMBERS,
        SECOND_CLASS_OR_NOT,
        COUNTS,
        AMOUNTS,
        AMOUNTS_OR_NOTHING,
        THREE_CLASSES,
        CLASSES_IN_ORDER,
        TWO_RESPONSES,
        SURVIVAL,
        SURVIVAL_WITH_LATE_ENTRIES_AND_STRATA
    }

    /** Plausible targets for rows with these signals; every class comes, and not at the same time as it is left out. */
    static Observed drawn(Kind kind, double[] signal, Draw draw) {
        int n = signal.length;
        double[] noisy = IntStream.range(0, n)
                .mapToDouble(i -> signal[i] + draw.normal())
                .toArray();
        return switch (kind) {
            case NUMBERS -> numbers(kind, noisy);
            case SECOND_CLASS_OR_NOT -> numbers(kind, each(n, i -> i < 2 ? i : noisy[i] > 0 ? 1 : 0));
            case COUNTS -> numbers(kind, each(n, i -> Math.floor(Math.exp(Math.min(noisy[i], 2)))));
            case AMOUNTS -> numbers(kind, each(n, i -> Math.exp(noisy[i] / 2)));
            case AMOUNTS_OR_NOTHING -> numbers(kind, each(n, i -> noisy[i] < -0.5 ? 0 : Math.exp(noisy[i] / 2)));
            case THREE_CLASSES, CLASSES_IN_ORDER ->
                new Observed(
                        kind,
                        each(n, i -> i < 2 || i == 3 ? Math.min(i, 2) : noisy[i] < -0.5 ? 0 : noisy[i] < 0.6 ? 1 : 2),
                        NO_EVENTS,
                        FROM_THE_BEGINNING,
                        ONE_STRATUM,
                        kind == Kind.THREE_CLASSES ? 3 : 1);
            case TWO_RESPONSES ->
                new Observed(
                        kind,
                        each(2 * n, i -> i < n ? noisy[i] : draw.normal() - signal[i - n] / 2),
                        NO_EVENTS,
                        FROM_THE_BEGINNING,
                        ONE_STRATUM,
                        2);
            case SURVIVAL, SURVIVAL_WITH_LATE_ENTRIES_AND_STRATA -> survival(kind, noisy, draw);
        };
    }

    private static Observed numbers(Kind kind, double[] y) {
        return new Observed(kind, y, NO_EVENTS, FROM_THE_BEGINNING, ONE_STRATUM, 1);
    }

    /** Times on a coarse grid, so that some are tied. */
    private static Observed survival(Kind kind, double[] noisy, Draw draw) {
        int n = noisy.length;
        boolean late = kind != Kind.SURVIVAL;
        double[] stops = each(n, i -> 1 + Math.floor(6 * Math.exp(-noisy[i] / 2)));
        boolean[] events = new boolean[n];
        for (int i = 0; i < n; i++) {
            events[i] = i < 2 || draw.uniform() < 0.7;
        }
        double[] starts = late ? each(n, i -> i % 3 == 0 ? stops[i] / 2 : 0) : FROM_THE_BEGINNING;
        int[] strata = late ? IntStream.range(0, n).map(i -> i % 2).toArray() : ONE_STRATUM;
        return new Observed(kind, stops, events, starts, strata, 1);
    }

    private static double[] each(int n, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }

    int rows() {
        return kind == Kind.TWO_RESPONSES ? y.length / outputs : y.length;
    }

    Target target() {
        int n = rows();
        return switch (kind) {
            case THREE_CLASSES, CLASSES_IN_ORDER ->
                Target.classes(3, Arrays.stream(y).mapToInt(v -> (int) v).toArray());
            case TWO_RESPONSES -> Target.responses(Arrays.copyOf(y, n), Arrays.copyOfRange(y, n, 2 * n));
            case SURVIVAL, SURVIVAL_WITH_LATE_ENTRIES_AND_STRATA -> new Target.Survival(starts, y, events, strata);
            default -> Target.of(y);
        };
    }

    /** These rows, as often as named. */
    Observed rows(int... which) {
        int n = rows();
        boolean[] eventsThen = new boolean[events.length == 0 ? 0 : which.length];
        for (int i = 0; i < eventsThen.length; i++) {
            eventsThen[i] = events[which[i]];
        }
        return new Observed(
                kind,
                IntStream.range(0, y.length / n)
                        .flatMap(k -> Arrays.stream(which).map(i -> k * n + i))
                        .mapToDouble(i -> y[i])
                        .toArray(),
                eventsThen,
                starts.length == 0
                        ? starts
                        : Arrays.stream(which).mapToDouble(i -> starts[i]).toArray(),
                strata.length == 0
                        ? strata
                        : Arrays.stream(which).map(i -> strata[i]).toArray(),
                outputs);
    }
}
