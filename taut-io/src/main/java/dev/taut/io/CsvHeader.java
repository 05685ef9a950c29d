package dev.taut.io;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import dev.taut.io.cell.ColumnBuilder.Kind;
import dev.taut.io.cell.NumberSyntax;
import dev.taut.io.file.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the columns, and what is wrong with them.
 *
 * @param names    one for each column; distinct unless there is an error
 * @param findings empty names (a note) and repeated names (an error), both T0106
 */
record CsvHeader(List<String> names, List<Finding> findings) {
    private static final int SHOWN = 5;

    /** Names {@code c1}, {@code c2}, … */
    static CsvHeader numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("c" + i);
        }
        return new CsvHeader(names, List.of());
    }

    /** The names that stand in the first record; an empty one becomes {@code c7} by its position. */
    static CsvHeader of(String file, List<String> first) {
        List<String> names = new ArrayList<>(first.stream().map(String::strip).toList());
        List<Finding> findings = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        Set<String> taken = new HashSet<>(names);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                String name = "c" + (i + 1);
                while (!taken.add(name)) {
                    name += "_";
                }
                names.set(i, name);
                empty.add(i);
            }
        }
        if (!empty.isEmpty()) {
            findings.add(unnamed(file, names, empty));
        }
        repeated(file, names, first).ifPresent(findings::add);
        return new CsvHeader(names, findings);
    }

    private static Finding unnamed(String file, List<String> names, List<Integer> empty) {
        List<String> called =
                empty.stream().map(i -> Wording.name(names.get(i))).toList();
        String message = empty.size() == 1
                ? "column " + (empty.get(0) + 1) + " of " + file + " has no name and is called " + called.get(0)
                : Wording.count(empty.size()) + " columns of " + file + " have no name and are called "
                        + Wording.list(called, SHOWN);
        return Finding.of(Code.COLUMN_NAMES, file, message)
                .as(Severity.NOTE)
                .help("name every column in the first line");
    }

    private static Optional<Finding> repeated(String file, List<String> names, List<String> first) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(String.valueOf(i + 1));
        }
        places.values().removeIf(positions -> positions.size() == 1);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<String> shared = places.entrySet().stream()
                .map(place -> Wording.name(place.getKey()) + " (columns " + Wording.list(place.getValue(), SHOWN) + ")")
                .toList();
        return Optional.of(Finding.of(
                        Code.COLUMN_NAMES, file, "columns of " + file + " share a name: " + Wording.list(shared, SHOWN))
                .because(file + ":1  " + Phrase.shorten(String.join(",", first)))
                .help("rename them in the first line"));
    }

    /**
     * The finding (T0103) if the first record is no header: either all its cells are numbers and so are all columns,
     * or its numbers stand exactly above the columns of numbers and one of its texts occurs among its column's values.
     */
    static Optional<Finding> absent(String file, CsvRows rows, NumberSyntax numbers) {
        List<String> first = rows.first();
        boolean text = false;
        boolean familiar = false;
        int digits = 0;
        for (int i = 0; i < first.size(); i++) {
            char[] cell = first.get(i).strip().toCharArray();
            boolean number = !Double.isNaN(numbers.parse(cell, 0, cell.length));
            Kind kind = rows.columns()[i].kind();
            if (number != (kind == Kind.NUMBER) && kind != Kind.UNKNOWN) {
                return Optional.empty();
            }
            digits += number ? 1 : 0;
            text |= kind == Kind.TEXT || kind == Kind.DATE;
            familiar |= rows.columns()[i].has(cell);
        }
        if (rows.rows() == 0 || digits == 0 || (text && !familiar)) {
            return Optional.empty();
        }
        int last = first.size();
        return Optional.of(Finding.of(
                        Code.NO_HEADER,
                        file,
                        file + " has no header: the first row "
                                + (text ? "reads like all the others" : "is all numbers"))
                .because(file + ":1  " + Phrase.shorten(String.join(",", first)))
                .help(
                        "--no-header names columns c1…c" + last + ", then --target c" + last,
                        "--header if these are the names"));
    }
}
