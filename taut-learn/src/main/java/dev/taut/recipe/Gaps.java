package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.List;

/** The sentences about missing cells where they are unwelcome or new (T0204). */
final class Gaps {
    private Gaps() {}

    /** One error per numeric column with missing cells. */
    static List<Finding> refused(List<Column> columns) {
        return columns.stream()
                .filter(c -> c instanceof NumericColumn && c.missing() > 0)
                .map(c -> Finding.of(
                                Code.MISSING_VALUES,
                                c.name(),
                                Wording.name(c.name()) + " has " + values(c) + " and --impute none was asked")
                        .as(Severity.ERROR)
                        .help("--impute median"))
                .toList();
    }

    /** One warning for all columns with missing cells, which training did not know. */
    static List<Finding> unknown(List<Column> columns) {
        List<Column> gaps = columns.stream().filter(c -> c.missing() > 0).toList();
        if (gaps.isEmpty()) {
            return List.of();
        }
        List<String> each = gaps.stream()
                .map(c -> Wording.name(c.name()) + " has " + values(c))
                .toList();
        return List.of(
                Finding.of(Code.MISSING_VALUES, gaps.get(0).name(), Wording.list(each, 4) + "; training had none there")
                        .because(
                                "a number takes the training rows' usual value, a category none of its levels, without a flag"));
    }

    private static String values(Column column) {
        return Wording.count(column.missing(), "missing value", "missing values");
    }
}
