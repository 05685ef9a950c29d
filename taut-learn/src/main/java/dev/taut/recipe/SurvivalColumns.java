package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.loss.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a survival target beside the time.
 *
 * @param event  whether the event came then
 * @param start  when the row came under observation; empty if from the beginning
 * @param strata groups with a baseline hazard each; empty for one
 * @param levels the names of the strata in the order of their codes
 */
public record SurvivalColumns(String event, String start, String strata, List<String> levels) {
    static final SurvivalColumns NONE = new SurvivalColumns("", "", "", List.of());

    public SurvivalColumns {
        levels = List.copyOf(levels);
    }

    static SurvivalColumns of(Dataset data) {
        Optional<Column> strata = data.find(Role.STRATA);
        Column event = data.find(Role.EVENT)
                .orElseThrow(() -> new Refused(Finding.of(
                        Code.USAGE,
                        data.targetName(),
                        "survival needs a column that tells events from censored rows")));
        return new SurvivalColumns(
                event.name(),
                data.find(Role.START).map(Column::name).orElse(""),
                strata.map(Column::name).orElse(""),
                strata.map(c -> IntStream.range(0, c.size())
                                .mapToObj(c::text)
                                .distinct()
                                .sorted()
                                .toList())
                        .orElse(List.of()));
    }

    Dataset over(Dataset data) {
        Dataset found = data.with(Role.EVENT, event);
        found = start.isEmpty() ? found : found.with(Role.START, start);
        return strata.isEmpty() ? found : found.with(Role.STRATA, strata);
    }

    /**
     * Times and events of these rows.
     *
     * @param classes what a censored row and an event are called
     */
    Target encode(NumericColumn times, List<String> classes, Table rows) {
        Column events = present(rows, event);
        boolean[] came = new boolean[times.size()];
        for (int i = 0; i < came.length; i++) {
            if (!classes.contains(events.text(i))) {
                throw new Refused(Finding.of(
                                Code.UNSEEN_LEVEL,
                                event,
                                "event column " + Wording.name(event) + " has the value \"" + events.text(i)
                                        + "\", which the model does not know")
                        .as(dev.taut.finding.Severity.ERROR)
                        .because("it knows " + Wording.list(classes, 2)));
            }
            came[i] = events.text(i).equals(classes.get(classes.size() - 1));
        }
        double[] starts = start.isEmpty() ? new double[0] : numbers(present(rows, start));
        return new Target.Survival(starts, times.values(), came, codes(rows));
    }

    /** The stratum of each row, one more than any known for a level that is not; empty without strata. */
    public int[] codes(Table rows) {
        if (strata.isEmpty()) {
            return new int[0];
        }
        Column column = present(rows, strata);
        return IntStream.range(0, column.size())
                .map(i -> levels.indexOf(column.text(i)))
                .map(code -> code < 0 ? levels.size() : code)
                .toArray();
    }

    private static double[] numbers(Column column) {
        if (column instanceof NumericColumn numbers) {
            return numbers.values();
        }
        throw new Refused(Finding.of(
                Code.TEXT_IN_NUMBERS,
                column.name(),
                "start column " + Wording.name(column.name()) + " does not hold numbers"));
    }

    private static Column present(Table rows, String name) {
        return rows.find(name)
                .orElseThrow(() -> new Refused(Finding.of(
                        Code.COLUMN_LACKING, name, "the column " + Wording.name(name) + " is needed and not there")));
    }
}
