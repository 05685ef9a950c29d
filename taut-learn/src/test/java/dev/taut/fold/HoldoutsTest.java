package dev.taut.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutsTest {
    @ParameterizedTest
    @CsvSource({"100, 0.2, 20", "97, 0.2, 19", "23, 0.2, 5", "40, 0.25, 10", "1000, 0.5, 500"})
    void rowsAtRandom(int rows, double fraction, int held) {
        HoldoutPlan plan = Holdouts.split(FoldsTest.numbers(rows), fraction, 1);
        assertThat(plan.scheme()).isEqualTo("random");
        assertThat(plan.split().test()).hasSize(held);
        covers(rows, plan.split());
        assertThat(Holdouts.split(FoldsTest.numbers(rows), fraction, 1)).isEqualTo(plan);
        assertThat(Holdouts.split(FoldsTest.numbers(rows), fraction, 2)).isNotEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void classesKeepTheirShares(int seed) {
        Seeds.Draws draws = Seeds.of(seed).stream("shape");
        int classes = 2 + draws.below(3);
        int[] codes = IntStream.range(0, 60 + draws.below(200))
                .map(i -> i < 2 * classes ? i % classes : draws.below(1 + draws.below(classes)))
                .toArray();
        HoldoutPlan plan = Holdouts.split(FoldsTest.classes(codes), 0.2, seed);
        assertThat(plan.scheme()).isEqualTo("stratified");
        covers(codes.length, plan.split());
        for (int k = 0; k < classes; k++) {
            int code = k;
            long all = IntStream.of(codes).filter(c -> c == code).count();
            long held = IntStream.of(plan.split().test())
                    .filter(row -> codes[row] == code)
                    .count();
            assertThat(held).isBetween(1L, all - 1).isBetween((long) (0.2 * all - 1), (long) (0.2 * all + 1.99));
        }
    }

    @Test
    void aClassOfOneRowIsLearntFrom() {
        int[] codes = IntStream.range(0, 60).map(i -> i == 30 ? 2 : i % 2).toArray();
        HoldoutPlan plan = Holdouts.split(FoldsTest.classes(codes), 0.2, 1);
        assertThat(plan.split().test()).hasSize(12).doesNotContain(30);
        assertThat(notes(plan))
                .isEqualTo("note[T0405]: the holdout says nothing about class \"k2\": its only row is learnt from");
    }

    @Test
    void groupsGoTogether() {
        int[] group = IntStream.range(0, 100).map(i -> i * i % 17).toArray();
        Dataset data = FoldsTest.grouped(group).with(Role.GROUP, "group");
        HoldoutPlan plan = Holdouts.split(data, 0.3, 5);
        assertThat(plan.scheme()).isEqualTo("grouped");
        covers(100, plan.split());
        assertThat(plan.split().test().length).isBetween(25, 35);
        assertThat(IntStream.of(plan.split().test()).map(row -> group[row]).distinct())
                .doesNotContainAnyElementsOf(IntStream.of(plan.split().train())
                        .map(row -> group[row])
                        .distinct()
                        .boxed()
                        .toList());
    }

    @Test
    void groupsAreDrawnAgainUntilBothClassesAreHeldOut() {
        // Ten groups, two of them positive: most draws of two groups hold out negatives only.
        int[] group = IntStream.range(0, 100).map(i -> i / 10).toArray();
        Dataset data = Dataset.of(
                        Table.of(
                                FoldsTest.text(
                                        "class",
                                        IntStream.of(group)
                                                .map(g -> g < 2 ? 1 : 0)
                                                .toArray()),
                                FoldsTest.text("group", group)),
                        "class")
                .with(Role.GROUP, "group");
        for (int seed = 0; seed < 20; seed++) {
            HoldoutPlan plan = Holdouts.split(data, 0.3, seed);
            if (plan.exists()) {
                assertThat(IntStream.of(plan.split().test())
                                .map(row -> group[row] < 2 ? 1 : 0)
                                .distinct())
                        .containsExactlyInAnyOrder(0, 1);
            }
        }
        assertThat(IntStream.range(0, 20)
                        .filter(seed -> Holdouts.split(data, 0.3, seed).exists())
                        .count())
                .isGreaterThanOrEqualTo(19);
    }

    @Test
    void theLatestRowsIfTimeMatters() {
        int[] time = Seeds.of(3).stream("time").permutation(50);
        HoldoutPlan plan = Holdouts.split(FoldsTest.timed(time).with(Role.TIME, "time"), 0.2, 1);
        assertThat(plan.scheme()).isEqualTo("latest rows");
        assertThat(IntStream.of(plan.split().test()).map(row -> time[row]).sorted())
                .containsExactly(40, 41, 42, 43, 44, 45, 46, 47, 48, 49);
        int[] ties = IntStream.range(0, 50).map(i -> i < 37 ? 1 : 2).toArray();
        assertThat(Holdouts.split(FoldsTest.timed(ties).with(Role.TIME, "time"), 0.2, 1)
                        .split()
                        .test())
                .containsExactly(IntStream.range(37, 50).toArray());
    }

    @ParameterizedTest
    @CsvSource({"train, test", "TRAIN, Test", "1, 0", "true, FALSE", "yes, no"})
    void aSplitColumnDecidesAlone(String training, String held) {
        Column split = TextColumn.of("part", List.of(training, held, training, held, training));
        HoldoutPlan plan = Holdouts.split(with(split), 0, 1);
        assertThat(plan.scheme()).isEqualTo("split column");
        assertThat(plan.split()).isEqualTo(Split.of(5, row -> row % 2 == 1));
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void aSplitColumnMustSpeakClearly() {
        assertThat(refusal(with(TextColumn.of("part", List.of("train", "dev", "", "test", "train")))))
                .isEqualTo("""
                        error[T0207]: split column `part` does not say which rows train
                          its values: train, dev, (missing), test
                          in every row it must be train or test, true or false, 1 or 0""");
        assertThat(refusal(with(NumericColumn.of("part", 1, 1, 1, 1, 1))))
                .isEqualTo("error[T0207]: split column `part` puts every row into training");
        assertThat(refusal(with(NumericColumn.of("part", 0, 0, 0, 0, 0))))
                .isEqualTo("error[T0207]: split column `part` puts every row into the held-out part");
    }

    @Test
    void aSplitColumnMayLeaveClassesUnlearnt() {
        Dataset two = Dataset.of(
                        Table.of(FoldsTest.text("class", 0, 0, 0, 1), NumericColumn.of("part", 1, 1, 0, 0)), "class")
                .with(Role.SPLIT, "part");
        assertThat(refusal(two)).isEqualTo("""
                        error[T0205]: target `class` has a single value in all 2 training rows
                          the other values are in the held-out rows only: is the split column the right one?""");
        Dataset three = Dataset.of(
                        Table.of(FoldsTest.text("class", 0, 1, 0, 2), NumericColumn.of("part", 1, 1, 0, 0)), "class")
                .with(Role.SPLIT, "part");
        assertThat(notes(Holdouts.split(three, 0.2, 1)))
                .isEqualTo("warning[T0206]: class \"k2\" is in the held-out rows only: it cannot be learnt");
    }

    @Test
    void noHoldoutIfNoneIsWanted() {
        HoldoutPlan plan = Holdouts.split(FoldsTest.numbers(50), 0, 1);
        assertThat(plan.exists()).isFalse();
        assertThat(plan.scheme()).isEqualTo("none");
        assertThat(plan.findings()).isEmpty();
        assertThat(plan.split()).isEqualTo(Split.of(50, row -> false));
        assertThatThrownBy(() -> Holdouts.split(FoldsTest.numbers(50), 1, 1))
                .hasMessage("a holdout of 1.0 of the rows: it must be in [0, 1)");
    }

    @Test
    void noHoldoutFromTooFewRows() {
        assertNone(
                Holdouts.split(FoldsTest.numbers(20), 0.2, 1),
                "4 rows of 20 would be held out; at least 5 on either side are needed");
        assertNone(
                Holdouts.split(FoldsTest.numbers(20), 0.8, 1),
                "16 rows of 20 would be held out; at least 5 on either side are needed");
        Dataset large =
                FoldsTest.grouped(IntStream.range(0, 40).map(i -> i / 20).toArray());
        assertNone(
                Holdouts.split(large.with(Role.GROUP, "group"), 0.2, 1),
                "every group of rows is more than twice as large as it should be");
        Dataset sameDay = FoldsTest.timed(new int[40]).with(Role.TIME, "time");
        assertNone(
                Holdouts.split(sameDay, 0.2, 1),
                "0 rows of 40 would be held out; at least 5 on either side are needed");
    }

    @Test
    void noHoldoutThatLacksAClass() {
        int[] codes = IntStream.range(0, 50).map(i -> i == 7 ? 1 : 0).toArray();
        assertNone(Holdouts.split(FoldsTest.classes(codes), 0.2, 1), "class \"k1\" would not be in it");
        Dataset early = Dataset.of(
                        Table.of(
                                FoldsTest.text(
                                        "class",
                                        IntStream.range(0, 50)
                                                .map(i -> i < 20 ? 1 : 0)
                                                .toArray()),
                                NumericColumn.of(
                                        "day",
                                        IntStream.range(0, 50).asDoubleStream().toArray())),
                        "class")
                .with(Role.TIME, "day");
        assertNone(Holdouts.split(early, 0.2, 1), "class \"k1\" would not be in it");
        Dataset late = Dataset.of(
                        Table.of(
                                FoldsTest.text(
                                        "class",
                                        IntStream.range(0, 50)
                                                .map(i -> i < 45 ? i % 2 : i % 3)
                                                .toArray()),
                                NumericColumn.of(
                                        "day",
                                        IntStream.range(0, 50).asDoubleStream().toArray())),
                        "class")
                .with(Role.TIME, "day");
        assertNone(Holdouts.split(late, 0.2, 1), "class \"k2\" would only be in it");
    }

    private static void assertNone(HoldoutPlan plan, String why) {
        assertThat(plan.exists()).isFalse();
        assertThat(plan.split().train()).isNotEmpty();
        assertThat(notes(plan))
                .isEqualTo("note[T0405]: no holdout was set aside: " + why
                        + "\n  the figures of cross-validation are the only ones");
    }

    private static Dataset with(Column split) {
        return Dataset.of(Table.of(NumericColumn.of("y", 1, 2, 3, 4, 5), split), "y")
                .with(Role.SPLIT, split.name());
    }

    private static void covers(int rows, Split split) {
        assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    }

    private static String refusal(Dataset data) {
        return catchThrowableOfType(Refused.class, () -> Holdouts.split(data, 0.2, 1))
                .getMessage();
    }

    private static String notes(HoldoutPlan plan) {
        return plan.findings().stream().map(Finding::text).collect(Collectors.joining("\n"));
    }
}
