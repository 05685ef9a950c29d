package dev.taut.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How words in cells are understood: as numbers, in an order, as train or test, as a task. */
class WordsOfDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "-2.5", "+.5", "1e-3", " 7 ", "3.", "1E+10"})
    void numbers(String text) {
        assertThat(Numerals.isNumber(text)).isTrue();
        assertThat(Numerals.parse(text)).hasValue(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "NaN", "1d", "0x1p3", "Infinity", "1,250", "12 kg", "-", ".", "e5"})
    void noNumbers(String text) {
        assertThat(Numerals.parse(text)).isEmpty();
    }

    @Test
    void numbersBeforeWordsByValueWordsWithoutCase() {
        assertThat(Stream.of("yes", "10", "No", "2", "no", "b", "-1", "2.0").sorted(LevelOrder.INSTANCE))
                .containsExactly("-1", "2", "2.0", "10", "b", "No", "no", "yes");
    }

    @ParameterizedTest
    @CsvSource({
        "part, train, test",
        "part, Training, held-out",
        "part, learn, validation",
        "train, 1, 0",
        "train, T, F",
        "in_training, yes, no",
        "is_test, 0, 1",
        "holdout, false, true"
    })
    void splitsSayWhichRowsTrain(String name, String trains, String heldOut) {
        TextColumn split = TextColumn.of(name, List.of(trains, heldOut, trains));
        assertThat(SplitColumn.training(split))
                .hasValueSatisfying(t -> assertThat(t).containsExactly(true, false, true));
    }

    @Test
    void aSplitMustSayItInEveryRow() {
        assertThat(SplitColumn.training(TextColumn.of("part", List.of("train", "", "test"))))
                .isEmpty();
        assertThat(SplitColumn.training(NumericColumn.of("fold", 1, 2, 3))).isEmpty();
        assertThat(SplitColumn.values(NumericColumn.of("fold", 1, Double.NaN, 3, 1)))
                .containsExactly("1", "(missing)", "3");
    }

    @Test
    void theTaskIsGuessedFromTheTarget() {
        assertThat(task(NumericColumn.of("y", 1, 2, 3))).isEqualTo(Task.REGRESSION);
        assertThat(task(NumericColumn.of("y", 0, 1, Double.NaN, 1))).isEqualTo(Task.BINARY);
        assertThat(task(TextColumn.of("y", List.of("a", "b", "", "a")))).isEqualTo(Task.BINARY);
        assertThat(task(TextColumn.of("y", List.of("a", "b", "c")))).isEqualTo(Task.MULTICLASS);
        assertThat(Dataset.of(Table.of(NumericColumn.of("y", 1, 2, 3)), "y")
                        .categorical("y")
                        .task())
                .isEqualTo(Task.MULTICLASS);
    }

    private static Task task(Column target) {
        return Dataset.of(Table.of(target), "y").task();
    }
}
