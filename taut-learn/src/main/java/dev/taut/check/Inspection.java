package dev.taut.check;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.run.DataSummary.ColumnSummary;
import dev.taut.run.DataSummary.TargetSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table at a glance: the target, and one line per other column with what is worth noticing.
 *
 * @param target  the target's figures
 * @param columns every other column, in file order
 */
public record Inspection(TargetSummary target, List<Line> columns) {
    private static final double FAR_SMALLER = 10;

    public Inspection {
        columns = List.copyOf(columns);
    }

    /** A column's figures and short remarks, the most useful first; there may be none. */
    public record Line(ColumnSummary summary, List<String> notes) {
        public Line {
            notes = List.copyOf(notes);
        }
    }

    /**
     * What the checks' dataset looks like.
     *
     * @throws dev.taut.finding.Refused if the target is not in the table
     */
    public static Inspection of(CheckedData checked) {
        Dataset data = checked.data();
        if (data.table().find(data.targetName()).isEmpty()) {
            checked.orRefuse();
        }
        Map<String, String> correlated = correlated(data);
        Map<String, String> spread = spread(data);
        List<Line> lines = new ArrayList<>();
        for (Column column : data.table().columns()) {
            if (data.role(column.name()) != Role.TARGET) {
                ColumnSummary summary = Summaries.column(data, column, "");
                List<String> notes = new ArrayList<>(own(data, column, summary, checked.findings()));
                if (correlated.containsKey(column.name())) {
                    notes.add(correlated.get(column.name()));
                }
                if (spread.containsKey(column.name())) {
                    notes.add(spread.get(column.name()));
                }
                lines.add(new Line(summary, notes));
            }
        }
        return new Inspection(Summaries.target(data), lines);
    }

    private static List<String> own(Dataset data, Column column, ColumnSummary summary, List<Finding> findings) {
        List<String> notes = new ArrayList<>();
        Role role = data.role(column.name());
        if (role == Role.LEFT_OUT) {
            notes.add("left out: " + reason(column.name(), findings));
        } else if (role != Role.FEATURE) {
            notes.add(role.word());
        } else if (data.isText(column.name())) {
            notes.add("prose: its words become features");
        } else if (column instanceof NumericColumn numbers && !data.isCategorical(column.name())) {
            if (summary.distinct() == 2 && !zeroOne(numbers)) {
                notes.add("two values: treat as categorical? " + Wording.flag("--categorical", column.name()));
            }
        } else if (column instanceof DateColumn dates) {
            notes.add(range(dates));
        } else {
            notes.add(levels(column, summary));
        }
        if (summary.missing() > 0) {
            double share = (double) summary.missing() / column.size();
            notes.add(Wording.count(summary.missing()) + " missing (" + Wording.percent(share) + ")");
        }
        return notes;
    }

    private static String reason(String column, List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.subject().equals(column))
                .map(f -> f.code().title())
                .findFirst()
                .orElse("no information");
    }

    private static boolean zeroOne(NumericColumn column) {
        return IntStream.range(0, column.size())
                .allMatch(i -> column.isMissing(i) || column.value(i) == 0 || column.value(i) == 1);
    }

    private static String range(DateColumn dates) {
        long[] present = IntStream.range(0, dates.size())
                .filter(i -> !dates.isMissing(i))
                .mapToLong(dates::seconds)
                .sorted()
                .toArray();
        if (present.length == 0) {
            return "no dates";
        }
        DateColumn ends = DateColumn.of("ends", present[0], present[present.length - 1]);
        return ends.text(0) + " … " + ends.text(1);
    }

    private static String levels(Column column, ColumnSummary summary) {
        String names = summary.levels().stream().limit(3).map(c -> c.name()).collect(Collectors.joining(", "));
        String count = Wording.count(summary.distinct(), "level", "levels");
        return names.isEmpty() || summary.distinct() > 50 || column instanceof DateColumn
                ? count
                : count + ": " + names + (summary.distinct() > 3 ? " …" : "");
    }

    /** For each column its strongest companion, where |r| ≥ 0.90. */
    private static Map<String, String> correlated(Dataset data) {
        List<NumericColumn> columns = new Review(data, CheckOptions.standard()).numbers();
        Map<String, Double> strongest = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (Clusters.Link link : Clusters.links(columns)) {
            note(columns.get(link.first()), columns.get(link.second()), link.r(), strongest, notes);
            note(columns.get(link.second()), columns.get(link.first()), link.r(), strongest, notes);
        }
        return notes;
    }

    private static void note(
            Column column, Column other, double r, Map<String, Double> strongest, Map<String, String> notes) {
        if (Math.abs(r) > strongest.getOrDefault(column.name(), 0.0)) {
            strongest.put(column.name(), Math.abs(r));
            String sign = r > 0 ? "+" : "";
            notes.put(column.name(), "r = " + sign + Clusters.decimals(r) + " with " + other.name());
        }
    }

    /** The column with the smallest spread, if another spreads more than ten times as wide; two values have no spread. */
    private static Map<String, String> spread(Dataset data) {
        String narrow = "";
        String wide = "";
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (NumericColumn column : new Review(data, CheckOptions.standard()).numbers()) {
            double sd = Summaries.distinct(column) > 2 ? Moments.of(column).sd() : 0;
            if (sd > 0 && sd < least) {
                least = sd;
                narrow = column.name();
            }
            if (sd > most) {
                most = sd;
                wide = column.name();
            }
        }
        return most > FAR_SMALLER * least
                ? Map.of(
                        narrow,
                        "spread is " + Wording.count(Math.round(most / least)) + "× smaller than " + wide
                                + ": scaling matters")
                : Map.of();
    }
}
