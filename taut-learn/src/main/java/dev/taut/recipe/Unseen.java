package dev.taut.recipe;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.name;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The sentence about levels that training never saw (T0602). */
final class Unseen {
    private Unseen() {}

    static Finding level(String column, Map<String, Integer> rowsByLevel, String treatedAs) {
        int rows = rowsByLevel.values().stream().mapToInt(r -> r).sum();
        List<String> each = rowsByLevel.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
                .map(e -> Wording.quoted(e.getKey()) + " (" + count(e.getValue(), "row", "rows") + ")")
                .toList();
        String what = each.size() == 1
                ? name(column) + " has the level "
                        + Wording.quoted(rowsByLevel.keySet().iterator().next()) + ", never seen in training ("
                        + count(rows, "row", "rows") + ")"
                : name(column) + " has " + count(each.size()) + " levels never seen in training ("
                        + count(rows, "row", "rows") + ")";
        Finding finding = Finding.of(Code.UNSEEN_LEVEL, column, what + ": treated as " + treatedAs);
        return each.size() == 1 ? finding : finding.because(Wording.list(each, 5));
    }
}
