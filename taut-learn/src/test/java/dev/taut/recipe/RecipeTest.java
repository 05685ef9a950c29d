package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.design.ConcatenatedDesign;
import dev.taut.finding.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final double GAP = Double.NaN;

    private static Encoded encode(Recipe recipe, Table table) {
        return recipe.fit(Dataset.of(table, "y")).encode(table);
    }

    private static NumericColumn y(int rows) {
        return NumericColumn.of("y", new double[rows]);
    }

    @Test
    void aNumberEntersAsItself() {
        Encoded encoded = encode(Recipe.standard(), Table.of(NumericColumn.of("x", 3, 1, 2), y(3)));
        assertThat(Matrices.names(encoded)).containsExactly("x");
        assertThat(Matrices.column(encoded, "x")).containsExactly(3, 1, 2);
        assertThat(encoded.findings()).isEmpty();
    }

    @Test
    void aMissingNumberTakesTheMedianAndIsFlagged() {
        Table table = Table.of(NumericColumn.of("x", 1, GAP, 2, 10, GAP), y(5));
        Encoded encoded = encode(Recipe.standard(), table);
        assertThat(Matrices.names(encoded)).containsExactly("x", "x (missing)");
        assertThat(Matrices.column(encoded, "x")).containsExactly(1, 2, 2, 10, 2);
        assertThat(Matrices.column(encoded, "x (missing)")).containsExactly(0, 1, 0, 0, 1);
    }

    @Test
    void anEvenNumberOfValuesHasItsMedianHalfway() {
        Table table = Table.of(NumericColumn.of("x", 1, GAP, 2, 4, 100), y(5));
        assertThat(Matrices.column(encode(Recipe.standard(), table), "x")).containsExactly(1, 3, 2, 4, 100);
    }

    @Test
    void theMeanMayTakeItsPlaceWithoutAFlag() {
        Table table = Table.of(NumericColumn.of("x", 1, GAP, 2, 9), y(4));
        Encoded encoded = encode(Recipe.standard().impute(Impute.MEAN).flagMissing(false), table);
        assertThat(Matrices.names(encoded)).containsExactly("x");
        assertThat(Matrices.column(encoded, "x")).containsExactly(1, 4, 2, 9);
    }

    @Test
    void missingNumbersMayBeRefused() {
        Table table = Table.of(NumericColumn.of("a", 1, GAP), NumericColumn.of("b", GAP, GAP), y(2));
        assertThatThrownBy(() -> Recipe.standard().impute(Impute.REFUSE).fit(Dataset.of(table, "y")))
                .isInstanceOf(Refused.class)
                .hasMessage("""
                        error[T0204]: `a` has 1 missing value and --impute none was asked
                          help: --impute median
                        error[T0204]: `b` has 2 missing values and --impute none was asked
                          help: --impute median""");
    }

    @Test
    void whatDoesNotVaryIsDropped() {
        Table table = Table.of(
                NumericColumn.of("constant", 7, 7, 7),
                NumericColumn.of("empty", GAP, GAP, GAP),
                TextColumn.of("same", List.of("a", "a", "a")),
                TextColumn.of("none", List.of("", "", "")),
                y(3));
        assertThat(Recipe.standard().fit(Dataset.of(table, "y")).steps()).isEmpty();
    }

    @Test
    void aConstantWithGapsIsItsFlag() {
        Table table = Table.of(NumericColumn.of("x", 7, GAP, 7), TextColumn.of("t", List.of("", "a", "a")), y(3));
        Encoded encoded = encode(Recipe.standard(), table);
        assertThat(Matrices.names(encoded)).containsExactly("x (missing)", "t (missing)");
        assertThat(Matrices.column(encoded, "x (missing)")).containsExactly(0, 1, 0);
        assertThat(Matrices.column(encoded, "t (missing)")).containsExactly(1, 0, 0);
    }

    @Test
    void twoLevelsAreOneColumnForTheSecond() {
        Table table = Table.of(
                TextColumn.of("famhist", List.of("Present", "Absent", "Present", "Absent")),
                TextColumn.of("smokes", List.of("Yes", "no", "no", "Yes")),
                TextColumn.of("member", List.of("active", "inactive", "active", "active")),
                y(4));
        Encoded encoded = encode(Recipe.standard().minLevelRows(1), table);
        assertThat(Matrices.names(encoded)).containsExactly("famhist=Present", "smokes=Yes", "member=active");
        assertThat(Matrices.column(encoded, "famhist=Present")).containsExactly(1, 0, 1, 0);
        assertThat(Matrices.column(encoded, "member=active")).containsExactly(1, 0, 1, 1);
    }

    @Test
    void threeLevelsAreThreeColumnsOrTwoAgainstAReference() {
        Table table = Table.of(TextColumn.of("t", List.of("b", "a", "c", "b", "a", "c", "b", "a", "c")), y(9));
        assertThat(Matrices.names(encode(Recipe.standard(), table))).containsExactly("t=a", "t=b", "t=c");
        Encoded against = encode(Recipe.standard().contrast(Contrast.REFERENCE), table);
        assertThat(Matrices.names(against)).containsExactly("t=b", "t=c");
        assertThat(Matrices.column(against, "t=b")).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void aMissingLevelIsALevelOfItsOwn() {
        Table table = Table.of(TextColumn.of("t", List.of("b", "a", "", "b", "a", "b", "a")), y(7));
        Encoded encoded = encode(Recipe.standard(), table);
        assertThat(Matrices.names(encoded)).containsExactly("t=a", "t=b", "t (missing)");
        assertThat(Matrices.column(encoded, "t (missing)")).containsExactly(0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void numbersMayBeNamesOfCategories() {
        Table table = Table.of(NumericColumn.of("hour", 10, 2, 10, 2, 3, 3), y(6));
        Dataset data = Dataset.of(table, "y").categorical("hour");
        Encoded encoded = Recipe.standard().minLevelRows(1).fit(data).encode(table);
        assertThat(Matrices.names(encoded)).containsExactly("hour=2", "hour=3", "hour=10");
        assertThat(Matrices.column(encoded, "hour=10")).containsExactly(1, 0, 1, 0, 0, 0);
    }

    @Test
    void rareLevelsArePooledUnlessThereIsOnlyOne() {
        Table two = Table.of(TextColumn.of("t", List.of("a", "a", "a", "b", "b", "b", "c", "d", "d")), y(9));
        Encoded pooled = encode(Recipe.standard(), two);
        assertThat(Matrices.names(pooled)).containsExactly("t=a", "t=b", "t=(other)");
        assertThat(Matrices.column(pooled, "t=(other)")).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1);
        Table one = Table.of(TextColumn.of("t", List.of("a", "a", "a", "b", "b", "b", "c")), y(7));
        assertThat(Matrices.names(encode(Recipe.standard(), one))).containsExactly("t=a", "t=b", "t=c");
        assertThat(Matrices.names(encode(Recipe.standard().minLevelRows(1), two)))
                .containsExactly("t=a", "t=b", "t=c", "t=d");
    }

    @Test
    void aDateIsDaysMonthAndWeekdayAsFarAsTheyVary() {
        long monday = LocalDate.of(2024, 1, 1).toEpochDay();
        long[] seconds = IntStream.range(0, 60)
                .mapToLong(i -> (monday + 7L * (i / 2)) * 86_400 + (i % 2) * 43_200L)
                .toArray();
        seconds[59] = DateColumn.MISSING;
        Table table = Table.of(DateColumn.of("when", seconds), y(60));
        Encoded encoded = encode(Recipe.standard(), table);
        assertThat(Matrices.names(encoded))
                .containsExactly(
                        "when (days)",
                        "when (missing)",
                        "when month=Jan",
                        "when month=Feb",
                        "when month=Mar",
                        "when month=Apr",
                        "when month=May",
                        "when month=Jun",
                        "when month=Jul");
        assertThat(Matrices.column(encoded, "when (days)")).startsWith(19723, 19723.5, 19730);
        assertThat(encoded.features().list()).allMatch(f -> f.source().equals("when"));
    }

    @Test
    void aWideCategoryIsStoredSparse() {
        List<String> cells =
                IntStream.range(0, 900).mapToObj(i -> "l" + i % 300).toList();
        Table table = Table.of(
                TextColumn.of("t", cells),
                NumericColumn.of("x", IntStream.range(0, 900).asDoubleStream().toArray()),
                y(900));
        Encoded encoded = encode(Recipe.standard(), table);
        assertThat(encoded.design()).isInstanceOf(ConcatenatedDesign.class);
        assertThat(encoded.design().nonZeros()).isEqualTo(1800);
        assertThat(encoded.design().columns()).isEqualTo(301);
    }

    @Test
    void featureNamesAreDistinct() {
        Table table = Table.of(TextColumn.of("a", List.of("b", "b", "c")), NumericColumn.of("a=c", 1, 2, 3), y(3));
        assertThat(Matrices.names(encode(Recipe.standard().minLevelRows(1), table)))
                .containsExactly("a=c", "a=c (2)");
    }

    @Test
    void onlyFeaturesEnter() {
        Table table =
                Table.of(NumericColumn.of("w", 1, 2), NumericColumn.of("x", 1, 2), NumericColumn.of("z", 1, 2), y(2));
        Dataset data = Dataset.of(table, "y").weights("w").exclude("z");
        assertThat(Matrices.names(Recipe.standard().fit(data).encode(table))).containsExactly("x");
    }

    @Test
    void theEncodingIsSaidInWords() {
        Table table = Table.of(
                NumericColumn.of("x", 1, GAP, 2, 3, 1, 2, 3),
                NumericColumn.of("n", 1, 2, 3, 1, 2, 3, 4),
                TextColumn.of("two", List.of("no", "yes", "no", "yes", "no", "yes", "no")),
                TextColumn.of("three", List.of("a", "b", "c", "a", "b", "c", "")),
                y(7));
        FittedRecipe fitted = Recipe.standard().minLevelRows(1).fit(Dataset.of(table, "y"));
        assertThat(fitted.encoding("x")).isEqualTo("number + missing flag");
        assertThat(fitted.encoding("n")).isEqualTo("number");
        assertThat(fitted.encoding("two")).isEqualTo("0/1, 1 = yes");
        assertThat(fitted.encoding("three")).isEqualTo("one-hot, 3 levels + missing");
        assertThat(fitted.encoding("y")).isEqualTo("—");
        assertThat(Recipe.standard()
                        .minLevelRows(1)
                        .contrast(Contrast.REFERENCE)
                        .fit(Dataset.of(table, "y"))
                        .encoding("three"))
                .isEqualTo("one-hot, 3 levels against a + missing");
    }

    @Test
    void poolingNeedsAtLeastOneRow() {
        assertThatThrownBy(() -> Recipe.standard().minLevelRows(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minLevelRows must be at least 1, not 0");
    }
}
