package dev.taut.check;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state of one run of the checks: the dataset, what was decided before, and what was found so far. */
final class Review {
    /** Findings of one code that are printed in full; the rest are named in one line. */
    private static final int SHOWN = 5;

    private Dataset data;
    private final CheckOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    Review(Dataset data, CheckOptions options) {
        this.data = data;
        this.options = options;
    }

    Dataset data() {
        return data;
    }

    /** From here on only these rows count: values were located by the rows of the file, structure is about the rest. */
    void narrow(int[] rows) {
        data = data.rows(rows);
    }

    CheckOptions options() {
        return options;
    }

    /** Records a finding; a warning whose code the user allows becomes a note. */
    void add(Finding finding) {
        boolean calmed = options.allowed().contains(finding.code()) && finding.severity() == Severity.WARNING;
        findings.add(calmed ? finding.as(Severity.NOTE) : finding);
    }

    boolean kept(String column) {
        return options.keep().contains(column);
    }

    /** From here on the words of this column are its features. */
    void prose(String column) {
        data = data.text(column);
    }

    boolean isText(Column column) {
        return data.isText(column.name());
    }

    boolean allows(Code code) {
        return options.allowed().contains(code);
    }

    void leaveOut(String column) {
        leftOut.add(column);
    }

    /** What the findings say about the columns that checks have left out. */
    List<Finding> reasonsForLeavingOut() {
        return shortened().stream()
                .filter(finding -> leftOut.contains(finding.subject()))
                .toList();
    }

    /** The features that no check has left out so far, in file order. */
    List<Column> features() {
        return data.features().stream().filter(c -> !leftOut.contains(c.name())).toList();
    }

    boolean isCategory(Column column) {
        return column instanceof TextColumn || data.isCategorical(column.name());
    }

    /** The features that enter the design as numbers. */
    List<NumericColumn> numbers() {
        List<NumericColumn> numbers = new ArrayList<>();
        for (Column column : features()) {
            if (column instanceof NumericColumn number && !isCategory(column) && !isText(column)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    CheckedData result() {
        List<Finding> sorted = new ArrayList<>(shortened());
        sorted.sort(Comparator.comparing(Finding::severity).reversed());
        return new CheckedData(data.with(Role.LEFT_OUT, leftOut.toArray(String[]::new)), sorted);
    }

    /** A file read with the wrong settings has the same trouble in every column: say it a few times, then count. */
    private List<Finding> shortened() {
        Map<Code, List<Finding>> byCode = new LinkedHashMap<>();
        findings.forEach(
                f -> byCode.computeIfAbsent(f.code(), c -> new ArrayList<>()).add(f));
        List<Finding> shown = new ArrayList<>();
        for (var group : byCode.values()) {
            if (group.size() <= SHOWN + 1) {
                shown.addAll(group);
            } else {
                shown.addAll(group.subList(0, SHOWN));
                shown.add(rest(group.subList(SHOWN, group.size())));
            }
        }
        return shown;
    }

    private static Finding rest(List<Finding> others) {
        Finding first = others.get(0);
        List<String> subjects = others.stream().map(Finding::subject).toList();
        List<String> shared = new ArrayList<>(first.remedies());
        others.forEach(f -> shared.retainAll(f.remedies()));
        String message = "the same in " + Wording.count(others.size()) + " more: " + Wording.list(subjects, 8);
        return new Finding(first.code(), first.severity(), "", message, List.of(), shared);
    }
}
