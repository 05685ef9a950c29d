package dev.taut.io.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.DateColumn;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01, 1970-01-01T00:00Z",
        "2024-02-29, 2024-02-29T00:00Z",
        "1899/12/31, 1899-12-31T00:00Z",
        "2026-11-23 07:45, 2026-11-23T07:45Z",
        "2026-11-23T07:45:30, 2026-11-23T07:45:30Z",
        "2026-11-23T07:45:30.999, 2026-11-23T07:45:30Z",
        "2026-11-23T07:45:30Z, 2026-11-23T07:45:30Z",
        "2026-11-23T07:45+02:00, 2026-11-23T07:45+02:00",
        "2026-11-23 07:45:30.5-09:30, 2026-11-23T07:45:30-09:30"
    })
    void dates(String text, String meant) {
        assertThat(parse(text)).isEqualTo(OffsetDateTime.parse(meant).toEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-1-05",
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-01/05",
                "05-01-2024",
                "2024.01.05",
                "2024-01-05 ",
                "2024-01-05X07:45",
                "2024-01-05 7:45",
                "2024-01-05 24:00",
                "2024-01-05 07:60",
                "2024-01-05 07:45:61",
                "2024-01-05 07:45:",
                "2024-01-05 07:45:30.",
                "2024-01-05 07:45:30.Z",
                "2024-01-05 07:45+2:00",
                "2024-01-05 07:45 UTC",
                "-024-01-05",
                "20240105"
            })
    void notDates(String text) {
        assertThat(parse(text)).isEqualTo(DateColumn.MISSING);
    }

    private static long parse(String text) {
        char[] around = ("1" + text + "1").toCharArray();
        return DateSyntax.parse(around, 1, text.length());
    }
}
