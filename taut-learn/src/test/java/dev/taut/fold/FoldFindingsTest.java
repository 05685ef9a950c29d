package dev.taut.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sentence that folds say. */
class FoldFindingsTest {
    @Test
    void moreFoldsThanRows() {
        assertThat(refusal(Folds.of(10), FoldsTest.numbers(7))).isEqualTo("""
                        error[T0401]: 10 folds need at least 10 rows, there are 7
                          help: --folds 7""");
        assertThat(refusal(Folds.leaveOneOut(), FoldsTest.numbers(1)))
                .isEqualTo("error[T0401]: 2 folds need at least 2 rows, there is 1");
    }

    @Test
    void moreFoldsThanGroupsOrTimes() {
        assertThat(refusal(Folds.of(5).grouped("group"), FoldsTest.grouped(0, 0, 1, 1, 2, 2, 2)))
                .isEqualTo("""
                        error[T0401]: 5 folds need at least 5 groups, `group` has 3
                          help: --folds 3""");
        assertThat(refusal(Folds.of(5).timeOrdered("time"), FoldsTest.timed(1, 1, 2, 2, 3, 4)))
                .isEqualTo("""
                        error[T0401]: 5 folds need at least 6 different times, `time` has 4
                          help: --folds 3""");
        assertThat(refusal(Folds.of(2).timeOrdered("time"), FoldsTest.timed(1, 1, 2, 2)))
                .isEqualTo("error[T0401]: 2 folds need at least 3 different times, `time` has 2");
    }

    @Test
    void columnsThatAreNotThereOrNotFilled() {
        assertThat(refusal(Folds.of(2).grouped("goup"), FoldsTest.grouped(0, 1, 2)))
                .isEqualTo("""
                        error[T0101]: group column `goup` is not in the table
                          did you mean `group`?""");
        assertThat(refusal(Folds.of(2).timeOrdered("when"), FoldsTest.grouped(0, 1, 2)))
                .isEqualTo("""
                        error[T0101]: time column `when` is not in the table
                          columns: y, group""");
        Dataset gaps = Dataset.of(
                Table.of(
                        NumericColumn.of("y", 1, 2, 3, 4),
                        TextColumn.of("patient", List.of("a", "", "b", "")),
                        NumericColumn.of("day", 1, 2, Double.NaN, 4)),
                "y");
        assertThat(refusal(Folds.of(2).grouped("patient"), gaps)).isEqualTo("""
                        error[T0207]: group column `patient` is missing in 2 rows (rows 2, 4)
                          a row without a group cannot be told which fold it belongs to""");
        assertThat(refusal(Folds.of(2).timeOrdered("day"), gaps)).isEqualTo("""
                        error[T0207]: time column `day` is missing in 1 row (row 3)
                          a row without a time cannot be told which fold it belongs to""");
    }

    @Test
    void textIsNoTime() {
        assertThat(refusal(Folds.of(2).timeOrdered("group"), FoldsTest.grouped(3, 1, 2)))
                .isEqualTo("""
                        error[T0207]: time column `group` is text, not dates or numbers
                          its first value: "k3\"""");
    }

    @Test
    void groupAndTimeAtOnce() {
        Dataset data = Dataset.of(
                        Table.of(
                                NumericColumn.of("y", 1, 2, 3),
                                NumericColumn.of("patient", 1, 2, 3),
                                NumericColumn.of("day", 1, 2, 3)),
                        "y")
                .with(Role.GROUP, "patient")
                .with(Role.TIME, "day");
        assertThat(refusal(Folds.of(2), data)).isEqualTo("""
                        error[T0001]: folds are either grouped or time-ordered, but `patient` is the group and `day` the time
                          help: --group-folds patient
                          help: --time-folds day""");
    }

    @Test
    void rareClasses() {
        int[] six = IntStream.range(0, 60).map(i -> i < 6 ? 1 : 0).toArray();
        assertThat(notes(Folds.of(10).plan(FoldsTest.classes(six)))).isEqualTo("""
                        warning[T0206]: class "k1" has 6 rows: fewer than 10 folds
                          used 6 stratified folds; intervals are wide
                          help: --folds 6 --repeats 20""");
        int[] one = IntStream.range(0, 60).map(i -> i == 59 ? 2 : i % 2).toArray();
        assertThat(notes(Folds.of(10).plan(FoldsTest.classes(one)))).isEqualTo("""
                        warning[T0206]: class "k2" has 1 row: fewer than 10 folds
                          used 3 stratified folds; intervals are wide, and some folds are tested without it""");
    }

    @Test
    void foldsThatWouldLearnASingleClass() {
        int[] one = IntStream.range(0, 20).map(i -> i == 19 ? 1 : 0).toArray();
        assertThat(refusal(Folds.of(5), FoldsTest.classes(one))).isEqualTo("""
                        error[T0206]: fold 2 would learn from rows of a single class of `class`
                          all rows of the other classes are held out or come later""");
    }

    @Test
    void foldsThatWouldLearnWithoutAClass() {
        Dataset data = Dataset.of(
                Table.of(
                        FoldsTest.text("class", 0, 1, 0, 1, 0, 1, 0, 1, 2, 2, 0, 1),
                        NumericColumn.of("day", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
                "class");
        assertThat(notes(Folds.of(5).timeOrdered("day").plan(data))).isEqualTo("""
                        warning[T0206]: fold 1 learns without class "k2"
                          3 other folds lack some class as well""");
    }

    @Test
    void repeatsWithoutChance() {
        String once = "note[T0406]: 5 repeats would be alike, for these folds leave nothing to chance: made once";
        assertThat(notes(Folds.of(2).repeats(5).timeOrdered("time").plan(FoldsTest.timed(1, 2, 3))))
                .isEqualTo(once);
        FoldPlan plan = Folds.leaveOneOut().repeats(5).plan(FoldsTest.numbers(3));
        assertThat(notes(plan)).isEqualTo(once);
        assertThat(plan.repeats()).isEqualTo(1);
    }

    @Test
    void aMissingClass() {
        Dataset data = Dataset.of(Table.of(TextColumn.of("y", List.of("a", "b", "", "a", "b"))), "y");
        assertThat(refusal(Folds.of(2), data)).isEqualTo("""
                        error[T0202]: target `y` has 1 missing value; rows without a target cannot teach
                          help: --drop-missing-target""");
    }

    private static String refusal(Folds folds, Dataset data) {
        return catchThrowableOfType(Refused.class, () -> folds.plan(data)).getMessage();
    }

    private static String notes(FoldPlan plan) {
        return plan.findings().stream().map(Finding::text).collect(Collectors.joining("\n"));
    }
}
