package dev.taut.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every plan of folds promises, over random shapes. */
class FoldsTest {
    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomFoldsHoldEveryRowOnceARepeat(int seed) {
        Seeds.Draws draws = Seeds.of(seed).stream("shape");
        int folds = 2 + draws.below(9);
        int rows = folds + 1 + draws.below(60);
        Folds spec = Folds.of(folds).repeats(1 + draws.below(3)).seed(seed);
        FoldPlan plan = spec.plan(numbers(rows));
        assertThat(plan.scheme()).isEqualTo("random");
        assertThat(plan.folds()).isEqualTo(folds);
        assertThat(plan.repeats()).isEqualTo(spec.repeats());
        assertThat(plan.findings()).isEmpty();
        plan.splits().forEach(repeat -> partition(rows, repeat));
        plan.splits().forEach(repeat -> evenly(repeat, row -> 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stratifiedFoldsShareEveryClassEvenly(int seed) {
        Seeds.Draws draws = Seeds.of(seed).stream("shape");
        int folds = 2 + draws.below(7);
        int classes = 2 + draws.below(3);
        int[] codes = IntStream.range(0, folds * classes + draws.below(200))
                .map(i -> i < folds * classes ? i % classes : draws.below(1 + draws.below(classes)))
                .toArray();
        draws.shuffle(codes);
        FoldPlan plan = Folds.of(folds).repeats(2).seed(seed).plan(classes(codes));
        assertThat(plan.scheme()).isEqualTo(codes.length == folds ? "leave-one-out" : "stratified");
        assertThat(plan.folds()).isEqualTo(folds);
        assertThat(plan.findings()).isEmpty();
        for (List<Split> repeat : plan.splits()) {
            partition(codes.length, repeat);
            evenly(repeat, row -> 0);
            for (int k = 0; k < classes; k++) {
                int wanted = k;
                evenly(repeat, row -> codes[row] == wanted ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void groupsStayTogether(int seed) {
        Seeds.Draws draws = Seeds.of(seed).stream("shape");
        int folds = 2 + draws.below(4);
        int groups = folds + 1 + draws.below(20);
        int[] group = IntStream.range(0, groups + draws.below(200))
                .map(i -> i < groups ? i : draws.below(1 + draws.below(groups)))
                .toArray();
        draws.shuffle(group);
        FoldPlan plan = Folds.of(folds).repeats(2).seed(seed).grouped("group").plan(grouped(group));
        assertThat(plan.scheme()).isEqualTo("grouped");
        for (List<Split> repeat : plan.splits()) {
            partition(group.length, repeat);
            for (Split split : repeat) {
                assertThat(IntStream.of(split.test()).map(row -> group[row]).distinct())
                        .doesNotContainAnyElementsOf(IntStream.of(split.train())
                                .map(row -> group[row])
                                .distinct()
                                .boxed()
                                .toList());
            }
            int[] sizes = sizes(repeat);
            int largest = Arrays.stream(counts(group)).max().orElseThrow();
            assertThat(max(sizes) - min(sizes)).isLessThanOrEqualTo(largest);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void timeOnlyMovesForward(int seed) {
        Seeds.Draws draws = Seeds.of(seed).stream("shape");
        int folds = 2 + draws.below(5);
        int times = folds + 1 + draws.below(30);
        int[] time = IntStream.range(0, times + draws.below(100))
                .map(i -> i < times ? i : draws.below(times))
                .toArray();
        draws.shuffle(time);
        FoldPlan plan = Folds.of(folds).seed(seed).timeOrdered("time").plan(timed(time));
        assertThat(plan.scheme()).isEqualTo("time-ordered");
        assertThat(plan.folds()).isEqualTo(folds);
        List<Split> splits = plan.splits().get(0);
        int before = 0;
        for (Split split : splits) {
            assertThat(split.train()).hasSizeGreaterThan(before);
            assertThat(split.test()).isNotEmpty();
            assertThat(IntStream.of(split.train()).map(row -> time[row]).max().orElseThrow())
                    .isLessThan(IntStream.of(split.test())
                            .map(row -> time[row])
                            .min()
                            .orElseThrow());
            assertThat(IntStream.of(split.train())
                                    .map(row -> time[row])
                                    .distinct()
                                    .count()
                            + IntStream.of(split.test())
                                    .map(row -> time[row])
                                    .distinct()
                                    .count())
                    .as("no time is skipped")
                    .isEqualTo(IntStream.of(split.test())
                                    .map(row -> time[row])
                                    .max()
                                    .orElseThrow()
                            + 1);
            before = split.train().length;
        }
        Split last = splits.get(folds - 1);
        assertThat(last.train().length + last.test().length).isEqualTo(time.length);
    }

    @Test
    void blocksOfTimeAreAboutEquallyLarge() {
        int[] time = Seeds.of(1).stream("time").permutation(100);
        List<Split> splits = Folds.of(4).timeOrdered("time").splits(timed(time)).get(0);
        assertThat(splits).extracting(s -> s.train().length).containsExactly(20, 40, 60, 80);
        assertThat(splits).extracting(s -> s.test().length).containsExactly(20, 20, 20, 20);
    }

    @Test
    void datesOrderRowsAsNumbersDo() {
        long[] seconds = {30, 10, 20, 10, 50, 40};
        Dataset dates =
                Dataset.of(Table.of(NumericColumn.of("y", 1, 5, 3, 2, 6, 4), DateColumn.of("day", seconds)), "y");
        Dataset numbers = Dataset.of(
                Table.of(NumericColumn.of("y", 1, 5, 3, 2, 6, 4), NumericColumn.of("day", 30, 10, 20, 10, 50, 40)),
                "y");
        FoldPlan plan = Folds.of(2).plan(dates.with(Role.TIME, "day"));
        assertThat(plan.splits()).isEqualTo(Folds.of(2).timeOrdered("day").splits(numbers));
        assertThat(plan.splits().get(0))
                .containsExactly(
                        new Split(new int[] {1, 3}, new int[] {0, 2}),
                        new Split(new int[] {0, 1, 2, 3}, new int[] {4, 5}));
    }

    @Test
    void equalSeedsGiveEqualFoldsAndOthersDoNot() {
        for (IntFunction<FoldPlan> plan : List.<IntFunction<FoldPlan>>of(
                seed -> Folds.of(5).repeats(3).seed(seed).plan(numbers(40)),
                seed -> Folds.of(5)
                        .repeats(3)
                        .seed(seed)
                        .plan(classes(IntStream.range(0, 40).map(i -> i % 3).toArray())),
                seed -> Folds.of(5)
                        .repeats(3)
                        .seed(seed)
                        .grouped("group")
                        .plan(grouped(IntStream.range(0, 40).map(i -> i / 3).toArray())))) {
            assertThat(plan.apply(7)).isEqualTo(plan.apply(7));
            assertThat(plan.apply(8).splits()).isNotEqualTo(plan.apply(7).splits());
            assertThat(plan.apply(7).splits()).doesNotHaveDuplicates();
        }
    }

    @Test
    void moreRepeatsLeaveTheFirstOnesAsTheyWere() {
        Dataset data = numbers(30);
        assertThat(Folds.of(5).repeats(4).splits(data).subList(0, 2))
                .isEqualTo(Folds.of(5).repeats(2).splits(data));
    }

    @Test
    void repeatsOfUnequalGroupsDiffer() {
        int[] group = IntStream.range(0, 12)
                .flatMap(g -> IntStream.range(0, 10 + g).map(i -> g))
                .toArray();
        assertThat(Folds.of(3).repeats(5).grouped("group").splits(grouped(group)))
                .doesNotHaveDuplicates();
    }

    @Test
    void rolesOfTheDatasetCountAsIfNamed() {
        Dataset groups = grouped(IntStream.range(0, 12).map(i -> i / 3).toArray());
        assertThat(Folds.of(3).plan(groups.with(Role.GROUP, "group")))
                .isEqualTo(Folds.of(3).grouped("group").plan(groups));
        Dataset times = timed(IntStream.range(0, 12).map(i -> i / 2).toArray());
        assertThat(Folds.of(3).plan(times.with(Role.TIME, "time")))
                .isEqualTo(Folds.of(3).timeOrdered("time").plan(times));
    }

    @Test
    void leavingOneOutTakesEachUnitOnce() {
        assertThat(Folds.leaveOneOut().plan(numbers(7)).splits().get(0))
                .containsExactlyElementsOf(IntStream.range(0, 7)
                        .mapToObj(row -> Split.of(7, i -> i == row))
                        .toList());
        assertThat(Folds.leaveOneOut().plan(numbers(7)).scheme()).isEqualTo("leave-one-out");
        assertThat(Folds.of(7).plan(numbers(7))).isEqualTo(Folds.leaveOneOut().plan(numbers(7)));
        assertThat(Folds.leaveOneOut()
                        .grouped("group")
                        .plan(grouped(0, 0, 1, 2, 2))
                        .splits()
                        .get(0))
                .extracting(s -> s.test().length)
                .containsExactly(2, 1, 2);
        assertThat(Folds.leaveOneOut()
                        .timeOrdered("time")
                        .plan(timed(3, 1, 2, 1))
                        .splits()
                        .get(0))
                .containsExactly(
                        new Split(new int[] {1, 3}, new int[] {2}), new Split(new int[] {1, 2, 3}, new int[] {0}));
    }

    @Test
    void withoutStratificationClassesAreDealtAtRandom() {
        int[] codes = IntStream.range(0, 60).map(i -> i % 2).toArray();
        FoldPlan plan = Folds.of(5).stratified(false).plan(classes(codes));
        assertThat(plan.scheme()).isEqualTo("random");
        assertThat(plan.splits().get(0))
                .anyMatch(split ->
                        IntStream.of(split.test()).map(row -> codes[row]).sum() != 6);
        assertThat(Folds.of(5).plan(numbers(60).task(Task.COUNT)).scheme()).isEqualTo("random");
    }

    @Test
    void aRareClassReducesTheFolds() {
        int[] codes = IntStream.range(0, 60).map(i -> i < 6 ? 1 : 0).toArray();
        FoldPlan plan = Folds.of(10).plan(classes(codes));
        assertThat(plan.folds()).isEqualTo(6);
        assertThat(plan.splits().get(0))
                .allMatch(s -> IntStream.of(s.test()).map(row -> codes[row]).sum() == 1);
    }

    @Test
    void aVeryRareClassDoesNotReduceThemBelowThree() {
        int[] codes = IntStream.range(0, 60).map(i -> i == 59 ? 2 : i % 2).toArray();
        assertThat(Folds.of(10).plan(classes(codes)).folds()).isEqualTo(3);
        assertThat(Folds.of(2).plan(classes(codes)).folds()).isEqualTo(2);
    }

    @Test
    void specsAreValues() {
        Folds folds = Folds.of(10);
        folds.repeats(5).seed(1).grouped("g").stratified(false);
        assertThat(folds).hasToString("10 folds, seed 42");
        assertThat(folds.repeats(5).seed(1).grouped("g")).hasToString("10 folds × 5 repeats by g, seed 1");
        assertThat(Folds.leaveOneOut()).hasToString("leave-one-out, seed 42");
        assertThatThrownBy(() -> Folds.of(1)).hasMessage("at least 2 folds are needed, not 1");
        assertThatThrownBy(() -> folds.repeats(0)).hasMessage("at least 1 repeat is needed, not 0");
    }

    /** Every row is tested once and learnt from in all other folds. */
    private static void partition(int rows, List<Split> repeat) {
        assertThat(repeat.stream().flatMapToInt(s -> IntStream.of(s.test())).sorted())
                .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
        for (Split split : repeat) {
            assertThat(IntStream.concat(IntStream.of(split.train()), IntStream.of(split.test()))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
        }
    }

    private static void evenly(List<Split> repeat, IntFunction<Integer> zeroIfCounted) {
        int[] counts = repeat.stream()
                .mapToInt(s -> (int) IntStream.of(s.test())
                        .filter(row -> zeroIfCounted.apply(row) == 0)
                        .count())
                .toArray();
        assertThat(max(counts) - min(counts)).isLessThanOrEqualTo(1);
    }

    private static int[] sizes(List<Split> repeat) {
        return repeat.stream().mapToInt(s -> s.test().length).toArray();
    }

    private static int[] counts(int[] codes) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        IntStream.of(codes).forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private static int max(int[] values) {
        return IntStream.of(values).max().orElseThrow();
    }

    private static int min(int[] values) {
        return IntStream.of(values).min().orElseThrow();
    }

    static Dataset numbers(int rows) {
        double[] y = IntStream.range(0, rows).mapToDouble(i -> i * 0.5).toArray();
        return Dataset.of(Table.of(NumericColumn.of("y", y)), "y").task(Task.REGRESSION);
    }

    static Dataset classes(int... codes) {
        return Dataset.of(Table.of(text("class", codes)), "class");
    }

    static Dataset grouped(int... groups) {
        double[] y = IntStream.range(0, groups.length).mapToDouble(i -> i).toArray();
        return Dataset.of(Table.of(NumericColumn.of("y", y), text("group", groups)), "y")
                .task(Task.REGRESSION);
    }

    static Dataset timed(int... times) {
        double[] y = IntStream.range(0, times.length).mapToDouble(i -> i).toArray();
        double[] time = Arrays.stream(times).asDoubleStream().toArray();
        return Dataset.of(Table.of(NumericColumn.of("y", y), NumericColumn.of("time", time)), "y")
                .task(Task.REGRESSION);
    }

    static TextColumn text(String name, int... codes) {
        return TextColumn.of(
                name, IntStream.of(codes).mapToObj(code -> "k" + code).toList());
    }
}
