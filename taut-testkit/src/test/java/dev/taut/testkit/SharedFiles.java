package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taut.design.SparseDesign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reference data sets that lie beside the project on some machines; tests that need them are skipped elsewhere. */
final class SharedFiles {
    private SharedFiles() {}

    /** Labels and features of an svmlight file. */
    record Labelled(double[] labels, SparseDesign design) {}

    /** The columns of a CSV file as text, in their order. */
    static Map<String, String[]> csv(String name) {
        List<String> lines = lines(name);
        assertThat(lines).as("cells without quotes").noneMatch(line -> line.contains("\""));
        String[] header = lines.get(0).split(",", -1);
        String[][] cells =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toArray(String[][]::new);
        Map<String, String[]> columns = new LinkedHashMap<>();
        for (int j = 0; j < header.length; j++) {
            int column = j;
            columns.put(header[j], Arrays.stream(cells).map(row -> row[column]).toArray(String[]::new));
        }
        return columns;
    }

    /** An svmlight file of {@code columns} features. */
    static Labelled svmlight(String name, int columns) {
        List<String> lines = lines(name);
        double[] labels = new double[lines.size()];
        int[] from = new int[columns + 1];
        for (String line : lines) {
            for (String entry : entries(line)) {
                from[index(entry) + 1]++;
            }
        }
        Arrays.parallelPrefix(from, Integer::sum);
        int[] next = from.clone();
        int[] rows = new int[from[columns]];
        double[] values = new double[from[columns]];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Double.parseDouble(lines.get(i).split(" ", 2)[0]);
            for (String entry : entries(lines.get(i))) {
                int at = next[index(entry)]++;
                rows[at] = i;
                values[at] = Double.parseDouble(entry.substring(entry.indexOf(':') + 1));
            }
        }
        return new Labelled(labels, SparseDesign.of(labels.length, from, rows, values));
    }

    private static String[] entries(String line) {
        return Arrays.stream(line.split(" ")).skip(1).filter(e -> !e.isEmpty()).toArray(String[]::new);
    }

    private static int index(String entry) {
        return Integer.parseInt(entry.substring(0, entry.indexOf(':'))) - 1;
    }

    private static List<String> lines(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        assumeTrue(
                folder != null && Files.isReadable(folder.resolve("shared/data").resolve(name)), name);
        try (var in = Files.newInputStream(folder.resolve("shared/data").resolve(name));
                var plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
