package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.DataSummary;
import dev.taut.run.DataSummary.ClassCount;
import dev.taut.run.DataSummary.ColumnSummary;
import dev.taut.run.DataSummary.Statistics;
import dev.taut.run.DataSummary.TargetSummary;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table as the model saw it: target, columns, scales. */
final class DataChapter {
    private static final int SHOWN = 120;
    private static final int OPEN = 20;

    private DataChapter() {}

    static Chapter of(Facts facts) {
        DataSummary data = facts.run().data();
        return new Chapter(
                "data",
                "Data",
                Markup.of(
                        Chapter.paragraph(rows(facts)), target(data.target()), columns(facts), ScaleFigure.of(facts)));
    }

    private static String rows(Facts facts) {
        DataSummary data = facts.run().data();
        String split = data.holdoutRows() > 0
                ? ": " + Numbers.count(data.trainRows()) + " taught the model, " + Numbers.count(data.holdoutRows())
                        + " were held out"
                : ", all of which taught the model; none was held out";
        return Words.count(data.rows(), "row") + split + ". "
                + Words.count(data.columns().size(), "column") + " became "
                + Words.count(facts.features(), "feature") + " of the design.";
    }

    private static Markup target(TargetSummary target) {
        Grid grid = Grid.of("Distribution of " + Words.brief(target.name()));
        if (!target.classes().isEmpty()) {
            int all = target.classes().stream().mapToInt(ClassCount::rows).sum();
            grid.words("class").number("rows").number("share");
            target.classes()
                    .forEach(c -> grid.row(
                            c.name(),
                            Numbers.count(c.rows()),
                            Numbers.percent(all == 0 ? 0 : c.rows() / (double) all)));
        } else {
            grid.number("from").number("to").number("rows");
            List<Double> edges = target.histogram().edges();
            List<Integer> counts = target.histogram().counts();
            for (int i = 0; i < counts.size(); i++) {
                grid.row(Numbers.plain(edges.get(i)), Numbers.plain(edges.get(i + 1)), Numbers.count(counts.get(i)));
            }
        }
        if (grid.isEmpty()) {
            return Markup.NONE;
        }
        String title = "The target: " + describe(target);
        return new Figure(
                        "target",
                        title,
                        "How many rows have each value of " + Words.brief(target.name()) + ".",
                        title,
                        grid.markup())
                .markup();
    }

    private static String describe(TargetSummary target) {
        if (!target.classes().isEmpty()) {
            ClassCount largest = target.classes().stream()
                    .max(Comparator.comparingInt(ClassCount::rows))
                    .orElseThrow();
            int all = target.classes().stream().mapToInt(ClassCount::rows).sum();
            return Words.spelled(target.classes().size(), "class") + " of " + Words.brief(target.name())
                    + ", the largest ("
                    + Words.brief(largest.name()) + ") with "
                    + Numbers.percent(largest.rows() / (double) Math.max(1, all))
                    + " of the rows";
        }
        Statistics s = target.statistics();
        return Words.brief(target.name()) + " runs from " + plain(s.min()) + " to " + plain(s.max()) + " with mean "
                + Numbers.three(s.mean()) + " and standard deviation " + Numbers.three(s.sd());
    }

    private static String plain(java.util.OptionalDouble value) {
        return value.isPresent() ? Numbers.plain(value.getAsDouble()) : Numbers.ABSENT;
    }

    private static Markup columns(Facts facts) {
        List<ColumnSummary> shown = foremost(facts, SHOWN);
        int rest = facts.run().data().columns().size() - shown.size();
        // A toggle that hides a handful of rows costs more than it saves.
        int open = shown.size() <= OPEN + 5 ? shown.size() : OPEN;
        Markup later = open == shown.size()
                ? Markup.NONE
                : Figure.details(
                        Words.count(shown.size() - open, "more column"), table(shown.subList(open, shown.size())));
        return Markup.of(
                table(shown.subList(0, open)),
                later,
                rest == 0
                        ? Markup.NONE
                        : Chapter.note("Columns that the model uses come first; " + Words.count(rest, "further column")
                                + (rest == 1 ? " stands" : " stand") + " in run.json."));
    }

    private static Markup table(List<ColumnSummary> columns) {
        Grid grid = Grid.of("Columns of the file")
                .words("column")
                .words("role")
                .words("type")
                .words("encoding")
                .number("missing")
                .number("distinct")
                .words("range or levels");
        columns.forEach(c -> grid.row(
                c.name(),
                c.role(),
                c.type(),
                c.encoding(),
                c.missing() == 0 ? Numbers.ABSENT : Numbers.count(c.missing()),
                Numbers.count(c.distinct()),
                range(c)));
        return grid.markup();
    }

    /** At most this many columns: special roles and those the model uses first, file order kept within. */
    private static List<ColumnSummary> foremost(Facts facts, int limit) {
        List<ColumnSummary> all = facts.run().data().columns();
        if (all.size() <= limit) {
            return all;
        }
        Set<String> used = facts.run().solution().coefficients().stream()
                .map(c -> c.source())
                .collect(Collectors.toCollection(HashSet::new));
        return all.stream()
                .sorted(Comparator.comparingInt(c -> !c.role().equals("feature") ? 0 : used.contains(c.name()) ? 1 : 2))
                .limit(limit)
                .toList();
    }

    private static String range(ColumnSummary column) {
        Statistics s = column.statistics();
        if (s.min().isPresent() && s.max().isPresent()) {
            return Numbers.plain(s.min().getAsDouble()) + " … "
                    + Numbers.plain(s.max().getAsDouble());
        }
        List<String> levels = column.levels().stream()
                .limit(3)
                .map(level -> level.name() + " " + Numbers.count(level.rows()))
                .toList();
        return String.join(", ", levels) + (column.distinct() > levels.size() && !levels.isEmpty() ? ", …" : "");
    }
}
