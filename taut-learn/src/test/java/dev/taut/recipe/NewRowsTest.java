package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A fitted recipe meets rows that it was not fitted on. */
class NewRowsTest {
    private static final Table TRAINING = Table.of(
            NumericColumn.of("bmi", 18, 42.2, 30, 25, 25, 25, 20, 21),
            TextColumn.of("region", List.of("Alps", "Alps", "Alps", "Coast", "Coast", "Coast", "Lakes", "Moor")),
            TextColumn.of("sex", List.of("f", "m", "f", "m", "f", "m", "f", "m")),
            DateColumn.of("when", days(0, 1, 2, 3, 4, 5, 6, 7)),
            NumericColumn.of("y", 1, 2, 3, 4, 5, 6, 7, 8));
    private static final FittedRecipe FITTED = Recipe.standard().fit(Dataset.of(TRAINING, "y"));

    private static long[] days(long... days) {
        return java.util.Arrays.stream(days).map(d -> (19_000 + d) * 86_400).toArray();
    }

    private static Table rows(Column... changed) {
        Table table = TRAINING.rows(new int[] {0, 3, 6, 7});
        for (Column column : changed) {
            table = table.with(column);
        }
        return table;
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.joining("\n"));
    }

    @Test
    void knownRowsGiveNoFinding() {
        Encoded encoded = FITTED.encode(rows());
        assertThat(encoded.findings()).isEmpty();
        assertThat(encoded.features()).isEqualTo(FITTED.features());
        assertThat(FITTED.extrapolation(rows())).isEmpty();
    }

    @Test
    void anUnseenLevelIsOther() {
        Encoded encoded = FITTED.encode(rows(TextColumn.of("region", List.of("Jura", "Alps", "Jura", "Lakes"))));
        assertThat(text(encoded.findings()))
                .isEqualTo("warning[T0602]: `region` has the level \"Jura\", never seen in training (2 rows):"
                        + " treated as \"(other)\"");
        assertThat(Matrices.column(encoded, "region=(other)")).containsExactly(1, 0, 1, 1);
    }

    @Test
    void severalUnseenLevelsAreListedAndAreZeroWithoutOther() {
        Encoded encoded = FITTED.encode(rows(
                TextColumn.of("region", List.of("Jura", "Fen", "Jura", "Lakes")),
                TextColumn.of("sex", List.of("m", "x", "f", "x"))));
        assertThat(text(encoded.findings())).isEqualTo("""
                warning[T0602]: `region` has 2 levels never seen in training (3 rows): treated as "(other)"
                  "Jura" (2 rows), "Fen" (1 row)
                warning[T0602]: `sex` has the level "x", never seen in training (2 rows): treated as "f\"""");
        assertThat(Matrices.column(encoded, "sex=m")).containsExactly(1, 0, 0, 0);
    }

    @Test
    void gapsThatTrainingDidNotKnowAreTold() {
        Encoded encoded = FITTED.encode(
                rows(NumericColumn.of("bmi", Double.NaN, 1, 2, 3), TextColumn.of("sex", List.of("m", "", "f", ""))));
        assertThat(text(encoded.findings())).isEqualTo("""
                warning[T0204]: `bmi` has 1 missing value, `sex` has 2 missing values; training had none there
                  a number takes the training rows' usual value, a category none of its levels, without a flag""");
        assertThat(Matrices.column(encoded, "bmi")).containsExactly(25, 1, 2, 3);
    }

    @Test
    void aLackingColumnIsRefusedOrImputed() {
        Table table = Table.of(
                new Source("new.csv", "", "csv"),
                List.of(
                        NumericColumn.of("BMI", 1, 2),
                        TextColumn.of("region", List.of("Alps", "Coast")),
                        TextColumn.of("sex", List.of("m", "f")),
                        DateColumn.of("when", days(1, 2))));
        assertThatThrownBy(() -> FITTED.encode(table))
                .isInstanceOf(Refused.class)
                .hasMessage("""
                error[T0601]: new.csv lacks `bmi`, which the model uses
                  is `BMI` the same column under another name?
                  help: --missing-columns impute""");
        Encoded imputed = FITTED.encode(table, MissingColumns.IMPUTE);
        assertThat(text(imputed.findings())).isEqualTo("""
                warning[T0601]: new.csv lacks `bmi`, which the model uses
                  treated as missing in every row""");
        assertThat(Matrices.column(imputed, "bmi")).containsExactly(25, 25);
    }

    @Test
    void severalLackingColumnsAreOneFinding() {
        assertThatThrownBy(() -> FITTED.encode(Table.of(NumericColumn.of("bmi", 1, 2))))
                .isInstanceOf(Refused.class)
                .hasMessage("""
                        error[T0601]: the table lacks 3 columns that the model uses: region, sex, when
                          help: --missing-columns impute""");
    }

    @Test
    void columnsOfAnotherTypeAreReadOrRefused() {
        Table readable = rows(TextColumn.of("bmi", List.of("20", "21.5", "", "1e1")));
        assertThat(Matrices.column(FITTED.encode(readable), "bmi")).containsExactly(20, 21.5, 25, 10);
        Table not = rows(TextColumn.of("bmi", List.of("20", "tall", "?", "1e1")), NumericColumn.of("when", 1, 2, 3, 4));
        assertThatThrownBy(() -> FITTED.encode(not)).isInstanceOf(Refused.class).hasMessage("""
                error[T0201]: `bmi` was numeric in training but 2 values are not a number
                  rows 2, 3: "tall"
                error[T0201]: `when` held dates in training but does not now""");
    }

    @Test
    void infiniteNumbersAreRefused() {
        Table table = rows(NumericColumn.of("bmi", 1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY));
        assertThatThrownBy(() -> FITTED.encode(table))
                .isInstanceOf(Refused.class)
                .hasMessage("error[T0203]: infinite values in `bmi` (rows 2, 4)");
    }

    @Test
    void refusedGapsAreRefusedInNewRowsToo() {
        FittedRecipe strict = Recipe.standard().impute(Impute.REFUSE).fit(Dataset.of(TRAINING, "y"));
        assertThatThrownBy(() -> strict.encode(rows(NumericColumn.of("bmi", Double.NaN, 1, 2, 3))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("error[T0204]: `bmi` has 1 missing value and --impute none was asked");
    }

    @Test
    void rowsOutsideTheTrainingRangeAreCounted() {
        Table table =
                rows(NumericColumn.of("bmi", 17.9, 42.3, 18, Double.NaN), DateColumn.of("when", days(0, 8, 9, 7)));
        assertThat(text(FITTED.extrapolation(table))).isEqualTo("""
                warning[T0603]: 2 rows lie outside the training range of `bmi` (18 – 42.2): extrapolating
                warning[T0603]: 2 rows lie outside the training range of `when (days)` (2022-01-08 – 2022-01-15): extrapolating""");
    }

    @Test
    void unknownColumnsAreNotLookedAt() {
        Table wider = Table.of(
                TRAINING.source(),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        TextColumn.of("new", List.of("", "", "", "", "", "", "", ""))),
                                TRAINING.columns().stream())
                        .toList());
        assertThat(FITTED.encode(wider).features()).isEqualTo(FITTED.features());
    }
}
