package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Column;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParquetTest extends DuckFiles {
    private static final String TYPES = """
            select i::%s as v from (values (1), (null), (3)) t(i)""";

    @Test
    void everyTypeOfNumber() {
        for (String type : List.of(
                "tinyint",
                "smallint",
                "integer",
                "bigint",
                "hugeint",
                "utinyint",
                "usmallint",
                "uinteger",
                "ubigint",
                "float",
                "double",
                "decimal(4,1)",
                "decimal(30,2)")) {
            Column column =
                    Tables.read(copy(TYPES.formatted(type), "x.parquet")).column("v");
            assertThat(column).as(type).isInstanceOf(NumericColumn.class);
            assertThat(((NumericColumn) column).values()).as(type).containsExactly(1, Double.NaN, 3);
        }
    }

    @Test
    void truthEnumerationsAndTextsAreText() {
        Table table = Tables.read(copy("""
                select b, s, s::enum('x', 'y') as e, uuid '00000000-0000-0000-0000-000000000001' as u
                from (values (true, 'x'), (false, null), (null, 'y')) t(b, s)""", "x.parquet"));
        assertThat(cells(table.column("b"))).containsExactly("true", "false", "");
        assertThat(cells(table.column("s"))).containsExactly("x", "", "y");
        assertThat(cells(table.column("e"))).containsExactly("x", "", "y");
        assertThat(((TextColumn) table.column("u")).levels()).containsExactly("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void datesAndTimestamps() {
        Table table = Tables.read(copy("""
                select date '1960-02-29' as d, timestamp '1960-01-01 00:00:00.75' as t, timestamp_ns '2020-01-02 03:04:05.6' as n,
                timestamptz '2020-01-02 03:04:05+02' as z, 'infinity'::date as i, null::date as m""", "x.parquet"));
        assertThat(table.columns()).allMatch(DateColumn.class::isInstance);
        assertThat(seconds(table, "d")).isEqualTo(at(1960, 2, 29, 0, 0, 0));
        assertThat(seconds(table, "t")).isEqualTo(at(1960, 1, 1, 0, 0, 0));
        assertThat(seconds(table, "n")).isEqualTo(at(2020, 1, 2, 3, 4, 5));
        assertThat(seconds(table, "z")).isEqualTo(at(2020, 1, 2, 1, 4, 5));
        assertThat(table.column("i").missing()).isEqualTo(1);
        assertThat(table.column("m").missing()).isEqualTo(1);
    }

    private static long seconds(Table table, String name) {
        return ((DateColumn) table.column(name)).seconds(0);
    }

    private static long at(int year, int month, int day, int hour, int minute, int second) {
        return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
    }

    @Test
    void manyRowsInOrder() {
        Table table = Tables.read(copy("select i, 'k' || (i % 5) as s from range(50000) t(i)", "x.parquet"));
        double[] values = ((NumericColumn) table.column("i")).values();
        assertThat(values).hasSize(50_000).isSorted();
        assertThat(table.column("s").text(49_999)).isEqualTo("k4");
        assertThat(table.source().reader()).isEqualTo("parquet, duckdb");
        assertThat(table.source().sha256()).hasSize(64);
    }

    @Test
    void missingWordsOnlyWhereNamedAndCategoricalAsText() {
        Path path = copy("select * from (values (1, 'NA'), (2, 'n/a')) t(i, s)", "x.parquet");
        assertThat(cells(Tables.read(path).column("s"))).containsExactly("NA", "n/a");
        ReadOptions options = ReadOptions.DEFAULTS.alsoMissing("n/a").withCategorical(Set.of("i"));
        Table table = Tables.read(path, options);
        assertThat(cells(table.column("s"))).containsExactly("", "");
        assertThat(((TextColumn) table.column("i")).levels()).containsExactly("1", "2");
    }

    @Test
    void theContentDecidesWhereTheNameDoesNot() throws Exception {
        Path path = copy("select 1 as a", "x.parquet");
        assertThat(Tables.read(Files.copy(path, folder.resolve("plain"))).names())
                .containsExactly("a");
        assertThat(Tables.read(Files.copy(path, folder.resolve("it's [1] odd.csv")))
                        .source()
                        .reader())
                .isEqualTo("parquet, duckdb");
    }

    @Test
    void patternsReadAllFilesThatMatch() {
        copy("select 1 as a, 'x' as b", "part1.parquet");
        copy("select 2 as a, 3 as c", "part2.parquet");
        copy("select 9 as a", "other.parquet");
        Table table = Tables.read(folder.resolve("part*.parquet"));
        assertThat(table.names()).containsExactly("a", "b", "c");
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1, 2);
        assertThat(cells(table.column("b"))).containsExactly("x", "");
        assertThat(table.source().reader()).isEqualTo("parquet, duckdb, 2 files");
        assertThat(table.source().sha256()).hasSize(64);
        assertThat(refusal(() -> Tables.read(folder.resolve("none*.parquet")))).isEqualTo("""
                error[T0102]: no file matches none*.parquet""");
        assertThat(refusal(() -> Tables.read(folder.resolve("part*.csv")))).isEqualTo("""
                error[T0102]: no file matches part*.csv""");
        file("part.csv", "a\n1\n");
        assertThat(refusal(() -> Tables.read(folder.resolve("part*.csv")))).isEqualTo("""
                error[T0102]: part*.csv: only Parquet and JSON files are read by pattern
                  help: --sql "from 'part*.csv'\"""");
    }

    @Test
    void nestedColumnsAreRefusedTogether() {
        Path path = copy("select 1 as a, {'x': 1} as s, [1, 2] as l, map {'k': 1} as m, 'b'::blob as b", "x.parquet");
        assertThat(refusal(() -> Tables.read(path))).isEqualTo("""
                error[T0102]: columns `s`, `l`, `m`, `b` of x.parquet are nested or binary, not one value per cell
                  help: --sql "select * exclude (s, l, m, b) from …\"""");
    }

    @Test
    void messages() {
        assertThat(refusal(() -> Tables.read(file("x.parquet", "id,price\n1,2\n"))))
                .isEqualTo("""
                error[T0102]: x.parquet is not a Parquet file
                  a Parquet file begins with PAR1
                  help: rename it to say what it is, .csv for example""");
        assertThat(refusal(() -> Tables.read(file("x.parquet", "PAR1 and nothing else"))))
                .isEqualTo("""
                error[T0102]: x.parquet cannot be read: no magic bytes found at end of file 'x.parquet'""");
        byte[] packed = gzip("PAR1".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(() -> Tables.read(file("x.parquet.gz", packed)))).isEqualTo("""
                error[T0102]: x.parquet.gz is not a Parquet file
                  a Parquet file begins with PAR1 and is never packed as a whole
                  help: gunzip x.parquet.gz""");
        assertThat(refusal(() -> Tables.read(copy("select 1 as a where false", "x.parquet"))))
                .isEqualTo("""
                error[T0102]: x.parquet has no rows""");
        ReadOptions options = ReadOptions.DEFAULTS.withCategorical(Set.of("Zip"));
        assertThat(refusal(() -> Tables.read(copy("select 1 as zip, 2 as x", "x.parquet"), options)))
                .isEqualTo("""
                error[T0101]: categorical column `Zip` is not in x.parquet
                  columns: zip, x
                  did you mean `zip`?
                  help: --categorical zip""");
    }
}
