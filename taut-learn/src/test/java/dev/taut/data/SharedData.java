package dev.taut.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reference data sets that lie beside the project on some machines; tests that need them are skipped elsewhere. */
public final class SharedData {
    private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");

    private SharedData() {}

    /** The table of {@code shared/data/NAME}, looked for upwards from the working folder. */
    public static Table table(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        assumeTrue(
                folder != null && Files.isReadable(folder.resolve("shared/data").resolve(name)), name);
        return read(folder.resolve("shared/data").resolve(name));
    }

    private static Table read(Path file) {
        List<List<String>> rows = lines(file).stream().map(SharedData::fields).toList();
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < rows.get(0).size(); j++) {
            List<String> cells = new ArrayList<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                cells.add(row.get(j).equals("NA") ? "" : row.get(j));
            }
            columns.add(column(rows.get(0).get(j), cells));
        }
        return Table.of(new Source(file.getFileName().toString(), "", "csv"), columns);
    }

    private static Column column(String name, List<String> cells) {
        double[] numbers = new double[cells.size()];
        for (int i = 0; i < numbers.length; i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty() && !cell.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?")) {
                return TextColumn.of(name, cells);
            }
            numbers[i] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
        return NumericColumn.of(name, numbers);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find() && fields.size() <= line.length()) {
            fields.add(matcher.group(1) != null ? matcher.group(1).replace("\"\"", "\"") : matcher.group(2));
            if (matcher.end() == line.length() && !line.endsWith(",")) {
                break;
            }
            if (matcher.start() == line.length()) {
                break;
            }
        }
        return fields;
    }

    private static List<String> lines(Path file) {
        try (var in = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
