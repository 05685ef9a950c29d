package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Column;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random tables, written and read again, are equal cell by cell. */
class CsvRoundTripTest extends InFolder {
    private static final String LETTERS = "abzÄß漢😀 ,;|\t\"'\n\r.-0195eE";

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.tsv", "out.csv.gz"})
    void writeThenRead(String name) {
        var random = new Random(name.hashCode());
        for (int i = 0; i < 60; i++) {
            Table table = table(random);
            Path path = folder.resolve(name);
            Tables.write(table, path);
            Set<String> texts = table.columns().stream()
                    .filter(TextColumn.class::isInstance)
                    .map(Column::name)
                    .collect(Collectors.toSet());
            ReadOptions options = ReadOptions.DEFAULTS
                    .withDelimiter(name.contains("tsv") ? '\t' : ',')
                    .withMissing(List.of())
                    .withHeader(ReadOptions.Header.PRESENT)
                    .withCategorical(texts);
            same(table, Tables.read(path, options));
        }
    }

    private static void same(Table expected, Table actual) {
        assertThat(actual.names()).isEqualTo(expected.names());
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (Column column : expected.columns()) {
            Column other = actual.column(column.name());
            if (column.missing() < column.size()) {
                assertThat(other).hasSameClassAs(column);
            }
            assertThat(cells(other)).as(column.name()).isEqualTo(cells(column));
            if (column instanceof NumericColumn numbers) {
                assertThat(((NumericColumn) other).values()).isEqualTo(numbers.values());
            }
        }
    }

    private static Table table(Random random) {
        int rows = 1 + random.nextInt(random.nextInt(10) == 0 ? 500 : 30);
        int columns = 1 + random.nextInt(6);
        List<Column> all = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            String name = text(random).strip() + "_" + j;
            all.add(column(random, name, rows));
        }
        return Table.of(all.toArray(Column[]::new));
    }

    private static Column column(Random random, String name, int rows) {
        double gaps = random.nextBoolean() ? 0 : random.nextDouble();
        return switch (random.nextInt(3)) {
            case 0 -> {
                double scale = Math.pow(10, random.nextInt(40) - 20);
                double[] numbers = random.doubles(rows)
                        .map(u -> random.nextDouble() < gaps
                                ? Double.NaN
                                : random.nextInt(3) == 0 ? Math.rint(u * 9) : u * scale)
                        .toArray();
                yield NumericColumn.of(name, numbers);
            }
            case 1 -> {
                long[] seconds = random.longs(rows, -2_000_000_000L, 4_000_000_000L)
                        .map(t -> random.nextDouble() < gaps ? DateColumn.MISSING : t)
                        .toArray();
                yield DateColumn.of(name, seconds);
            }
            default -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < rows; i++) {
                    cells.add(random.nextDouble() < gaps ? "" : text(random));
                }
                yield TextColumn.of(name, cells);
            }
        };
    }

    /** Never blank: a cell of nothing but blanks is a missing one. */
    private static String text(Random random) {
        int[] points = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString().isBlank() ? "x" : text.toString();
    }
}
