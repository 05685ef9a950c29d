package dev.taut.cli.show;

import dev.taut.check.Inspection;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.finding.Wording;
import dev.taut.run.DataSummary.ColumnSummary;
import dev.taut.run.DataSummary.Statistics;
import dev.taut.run.DataSummary.TargetSummary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * An inspection as a user reads it.
 *
 * @param data       what was inspected
 * @param inspection what was seen
 * @param markdown   whether the table is to be Markdown
 * @param all        whether no column is left out
 */
public record InspectionView(Dataset data, Inspection inspection, boolean markdown, boolean all) {
    private static final int SHOWN = 30;

    /** {@code assumed} says that the target was not named but guessed. */
    public void print(Console console, Table table, double seconds, boolean assumed) {
        int missing = table.columns().stream().mapToInt(c -> c.missing()).sum();
        console.result(table.source().name() + "  " + Wording.count(table.rows()) + " rows × "
                + Wording.count(table.columns().size(), "column", "columns") + ", " + Wording.count(missing)
                + " missing");
        console.say("  read in " + Numbers.fixed(seconds, 2) + " s ("
                + table.source().reader() + ")");
        target(inspection.target()).lines().forEach(console::result);
        if (assumed) {
            console.result("          (assumed: the last column; --target names another)");
        }
        console.result("");
        List<Inspection.Line> shown = shown();
        TextTable text = new TextTable("column", "type", ">mean", ">sd", "note");
        shown.forEach(line -> row(text, line));
        console.table(text, markdown);
        int left = inspection.columns().size() - shown.size();
        if (left > 0) {
            console.result("  … " + Wording.count(left, "more column", "more columns") + ": -v shows all");
        }
        console.result("");
    }

    /** All columns if they are few, else the first, and those with a remark before those without. */
    private List<Inspection.Line> shown() {
        List<Inspection.Line> lines = inspection.columns();
        if (all || lines.size() <= SHOWN) {
            return lines;
        }
        List<Inspection.Line> chosen = java.util.stream.Stream.concat(
                        lines.stream().filter(l -> !l.notes().isEmpty()),
                        lines.stream().filter(l -> l.notes().isEmpty()))
                .limit(SHOWN)
                .toList();
        return lines.stream().filter(chosen::contains).toList();
    }

    private static void row(TextTable text, Inspection.Line line) {
        ColumnSummary column = line.summary();
        Statistics statistics = column.statistics();
        text.row(
                column.name(),
                column.type(),
                plain(statistics.mean()),
                plain(statistics.sd()),
                String.join("; ", line.notes()));
    }

    private static String plain(OptionalDouble value) {
        return value.isEmpty() ? "" : Numbers.brief(value.getAsDouble());
    }

    private static String whole(OptionalDouble value) {
        return value.isEmpty() ? "" : Wording.number(value.getAsDouble());
    }

    private String target(TargetSummary target) {
        String head = "  target  " + target.name() + "  ";
        String task = "\n          → task: " + target.task();
        if (target.classes().isEmpty()) {
            Statistics s = target.statistics();
            return head + "numeric  " + whole(s.min()) + " … " + whole(s.max()) + ", mean " + plain(s.mean()) + ", sd "
                    + plain(s.sd()) + task;
        }
        String classes = target.classes().stream()
                .limit(4)
                .map(c -> c.name() + " " + Wording.count(c.rows()))
                .collect(Collectors.joining(", "));
        String more = target.classes().size() > 4 ? " …" : "";
        return head + Wording.count(target.classes().size(), "class", "classes") + ": " + classes + more + task;
    }
}
