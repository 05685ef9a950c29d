package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest extends DuckFiles {
    private static final String ROWS = """
            {"id": 1, "name": "a", "when": "2020-01-02", "ok": true},
            {"id": 2.5, "name": "007", "ok": false},
            {"id": null, "name": "", "when": "2020-01-03", "extra": 4}""";

    @Test
    void arraysAndLinesAreTheSame() {
        Table array = Tables.read(file("x.json", "[" + ROWS + "]"));
        Table lines = Tables.read(file("x.jsonl", ROWS.replace("},", "}")));
        for (Table table : new Table[] {array, lines}) {
            assertThat(table.names()).containsExactly("id", "name", "when", "ok", "extra");
            assertThat(((NumericColumn) table.column("id")).values()).containsExactly(1, 2.5, Double.NaN);
            assertThat(cells(table.column("name"))).containsExactly("a", "007", "");
            assertThat(table.column("when")).isInstanceOf(DateColumn.class);
            assertThat(cells(table.column("when"))).containsExactly("2020-01-02", "", "2020-01-03");
            assertThat(cells(table.column("ok"))).containsExactly("true", "false", "");
            assertThat(cells(table.column("extra"))).containsExactly("", "", "4");
            assertThat(table.source().reader()).isEqualTo("json, duckdb");
        }
    }

    @Test
    void packedAndByContent() {
        byte[] packed = gzip(("[" + ROWS + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(Tables.read(file("x.json.gz", packed)).rows()).isEqualTo(3);
        assertThat(Tables.read(file("packed.json", packed)).source().reader()).isEqualTo("json, gzip, duckdb");
        assertThat(Tables.read(file("noname", "\n [" + ROWS + "]")).rows()).isEqualTo(3);
    }

    @Test
    void mixedScalarsAreNumbersOnceTheWordIsMissing() {
        String text = "[{\"a\": 1, \"b\": 1}, {\"a\": \"n/a\", \"b\": 2}, {\"a\": 2.5, \"b\": 3}]";
        Table table = Tables.read(file("x.json", text));
        assertThat(table.column("a")).isInstanceOf(TextColumn.class);
        assertThat(cells(table.column("a"))).containsExactly("1", "n/a", "2.5");
        Table mended = Tables.read(file("x.json", text), ReadOptions.DEFAULTS.alsoMissing("n/a"));
        assertThat(((NumericColumn) mended.column("a")).values()).containsExactly(1, Double.NaN, 2.5);
    }

    @Test
    void nothingButNullIsANumberThatIsMissing() {
        Table table = Tables.read(file("x.json", "[{\"a\": null, \"b\": 1}]"));
        assertThat(table.column("a")).isInstanceOf(NumericColumn.class);
        assertThat(table.column("a").missing()).isEqualTo(1);
    }

    @Test
    void messages() {
        assertThat(refusal(() -> Tables.read(file("x.json", "[{\"a\":1},\n{\"a\":2,,}]"))))
                .isEqualTo("""
                error[T0102]: x.json cannot be read: malformed JSON in file "x.json", at byte 8 in record/value 3: unexpected character""");
        assertThat(refusal(() -> Tables.read(file("x.json", "[]")))).isEqualTo("""
                error[T0102]: x.json has no rows""");
        assertThat(refusal(() -> Tables.read(file("x.json", "[{\"a\":{\"b\":1},\"c\":[1]}]"))))
                .isEqualTo("""
                error[T0102]: columns `a`, `c` of x.json are nested or binary, not one value per cell
                  help: --sql "select * exclude (a, c) from …\"""");
        assertThat(refusal(() -> Tables.read(folder.resolve("y.json"))))
                .startsWith("error[T0102]: y.json does not exist");
    }
}
