package dev.taut.fold;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The distinct cells of a column as codes 0 … count−1, in order of first appearance: groups, or classes. */
record Keys(int[] codes, List<String> names) {

    /** The classes of the target; a missing one is refused (T0202). */
    static Keys classes(Dataset data) {
        Column target = data.target();
        int missing = target.missing();
        if (missing > 0) {
            throw new Refused(Finding.of(
                            Code.MISSING_TARGET,
                            target.name(),
                            "target " + Wording.name(target.name()) + " has "
                                    + Wording.count(missing, "missing value", "missing values")
                                    + "; rows without a target cannot teach")
                    .help("--drop-missing-target"));
        }
        return of(target);
    }

    /** What folds keep in balance: the classes, or whether the event came; empty where the target is a number. */
    static Optional<Keys> balanced(Dataset data) {
        if (data.task().isClassification()) {
            return Optional.of(classes(data));
        }
        return data.task() == Task.SURVIVAL
                ? data.find(Role.EVENT).map(column -> of(filled(data, column.name(), "event")))
                : Optional.empty();
    }

    static Keys of(Column column) {
        Map<String, Integer> known = new HashMap<>();
        List<String> names = new ArrayList<>();
        int[] codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            String cell = column.text(i);
            Integer code = known.putIfAbsent(cell, names.size());
            if (code == null) {
                codes[i] = names.size();
                names.add(cell);
            } else {
                codes[i] = code;
            }
        }
        return new Keys(codes, List.copyOf(names));
    }

    /** The column that folds go by: it must be there, and filled in every row. */
    static Column filled(Dataset data, String name, String what) {
        Column column = data.table().find(name).orElseThrow(() -> new Refused(lacking(data, name, what)));
        int[] missing =
                IntStream.range(0, column.size()).filter(column::isMissing).toArray();
        if (missing.length > 0) {
            throw new Refused(Finding.of(
                            Code.NOT_ALLOWED,
                            name,
                            what + " column " + Wording.name(name) + " is missing in "
                                    + Wording.count(missing.length, "row", "rows") + " (" + Wording.rows(missing) + ")")
                    .because("a row without a " + what + " cannot be told which fold it belongs to"));
        }
        return column;
    }

    private static Finding lacking(Dataset data, String name, String what) {
        List<String> names = data.table().names();
        String near = DidYouMean.of(name, names)
                .map(n -> "did you mean " + Wording.name(n) + "?")
                .orElse("columns: " + Wording.list(names, 8));
        return Finding.of(Code.TARGET_NOT_FOUND, name, what + " column " + Wording.name(name) + " is not in the table")
                .because(near);
    }

    int count() {
        return names.size();
    }

    /** Rows per code. */
    int[] sizes() {
        int[] sizes = new int[names.size()];
        for (int code : codes) {
            sizes[code]++;
        }
        return sizes;
    }

    /** The names of the codes that none of these rows holds. */
    List<String> lackingIn(int[] rows) {
        boolean[] found = new boolean[names.size()];
        int left = found.length;
        for (int i = 0; i < rows.length && left > 0; i++) {
            int code = codes[rows[i]];
            left -= found[code] ? 0 : 1;
            found[code] = true;
        }
        return IntStream.range(0, found.length)
                .filter(code -> !found[code])
                .mapToObj(names::get)
                .toList();
    }
}
