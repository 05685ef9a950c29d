package dev.taut.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @Test
    void counts() {
        assertThat(Wording.count(20640)).isEqualTo("20 640");
        assertThat(Wording.count(999)).isEqualTo("999");
        assertThat(Wording.count(1, "row", "rows")).isEqualTo("1 row");
        assertThat(Wording.count(0, "row", "rows")).isEqualTo("0 rows");
    }

    @Test
    void sharesAreNeverRoundedToAllOrNothing() {
        assertThat(Wording.percent(0.058)).isEqualTo("5.8 %");
        assertThat(Wording.percent(1e-5)).isEqualTo("< 0.1 %");
        assertThat(Wording.percent(0.99999)).isEqualTo("> 99.9 %");
        assertThat(Wording.percent(1)).isEqualTo("100.0 %");
        assertThat(Wording.percent(0)).isEqualTo("0.0 %");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "-12345, -12 345",
        "0.5, 0.5",
        "42.2, 42.2",
        "3.14159, 3.142",
        "1234.5678, 1235",
        "0.00012346, 0.0001235",
        "1234567.5, 1.23e+06",
        "0.00001, 1.00e-05",
        "-0.25, -0.25"
    })
    void numbersHaveTheDigitsThatAReaderNeeds(double value, String text) {
        assertThat(Wording.number(value)).isEqualTo(text);
    }

    @Test
    void listsNameAFewAndCountTheRest() {
        assertThat(Wording.list(List.of("a", "b"), 2)).isEqualTo("a, b");
        assertThat(Wording.list(List.of("a", "b", "c"), 2)).isEqualTo("a, b and 1 more");
    }

    @Test
    void rowsAreCountedFromOne() {
        assertThat(Wording.rows(new int[] {8})).isEqualTo("row 9");
        assertThat(Wording.rows(new int[] {43, 106, 3117, 5000})).isEqualTo("rows 44, 107, 3 118 …");
    }

    @Test
    void flagsAreQuotedForAShellWhereNeeded() {
        assertThat(Wording.flag("--exclude", List.of("a", "b.c"))).isEqualTo("--exclude a,b.c");
        assertThat(Wording.flag("--target", "mean radius")).isEqualTo("--target 'mean radius'");
        assertThat(Wording.flag("--target", "it's")).isEqualTo("--target 'it'\\''s'");
    }
}
