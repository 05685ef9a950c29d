package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.LevelOrder;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.loss.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the target column becomes numbers or class codes; made from all rows, so that every fold codes classes alike.
 *
 * @param column  the target's name
 * @param task    what is predicted
 * @param classes class names as given or in {@link LevelOrder}, the affirmative one last if there are two; the second is the
 *                positive class. For survival what a censored row and an event are called. Empty for numbers and counts
 * @param survival the other columns of a survival target
 */
public record Targets(String column, Task task, List<String> classes, SurvivalColumns survival) {
    public Targets {
        classes = List.copyOf(classes);
    }

    /** A target of one column. */
    public Targets(String column, Task task, List<String> classes) {
        this(column, task, classes, SurvivalColumns.NONE);
    }

    /** The coding of this dataset's target. */
    public static Targets of(Dataset data) {
        Column target = data.target();
        if (data.task() == Task.SURVIVAL) {
            SurvivalColumns columns = SurvivalColumns.of(data);
            return new Targets(target.name(), data.task(), levels(data.table().column(columns.event())), columns);
        }
        return new Targets(
                target.name(), data.task(), data.task().isClassification() ? classes(data, target) : List.of());
    }

    private static List<String> classes(Dataset data, Column target) {
        return data.givenClasses().isEmpty() ? levels(target) : data.givenClasses();
    }

    private static List<String> levels(Column column) {
        return LevelOrder.sorted(IntStream.range(0, column.size())
                .filter(i -> !column.isMissing(i))
                .mapToObj(column::text)
                .distinct()
                .toList());
    }

    /**
     * The target of these rows.
     *
     * @throws Refused if a row has no target (T0202), a class that is not known (T0602), or no number (T0201)
     */
    public Target encode(Dataset rows) {
        Column target = rows.table().column(column);
        if (target.missing() > 0) {
            throw new Refused(Finding.of(
                    Code.MISSING_TARGET,
                    column,
                    "target " + Wording.name(column) + " has "
                            + Wording.count(target.missing(), "missing value", "missing values")));
        }
        if (task.isClassification()) {
            return Target.classes(classes.size(), codes(target));
        }
        if (target instanceof NumericColumn numbers) {
            return task == Task.SURVIVAL
                    ? survival.encode(numbers, classes, rows.table())
                    : Target.of(numbers.values());
        }
        throw new Refused(
                Finding.of(Code.TEXT_IN_NUMBERS, column, "target " + Wording.name(column) + " does not hold numbers"));
    }

    private int[] codes(Column target) {
        Map<String, Integer> codeOf = new HashMap<>();
        classes.forEach(name -> codeOf.put(name, codeOf.size()));
        int[] codes = new int[target.size()];
        for (int i = 0; i < codes.length; i++) {
            Integer code = codeOf.get(target.text(i));
            if (code == null) {
                throw new Refused(Finding.of(
                                Code.UNSEEN_LEVEL,
                                column,
                                "target " + Wording.name(column) + " has the class \"" + target.text(i)
                                        + "\", which the model does not know")
                        .as(dev.taut.finding.Severity.ERROR)
                        .because("its classes: " + Wording.list(classes, 6)));
            }
            codes[i] = code;
        }
        return codes;
    }

    /** These rows with the columns of this target in their parts. */
    public Dataset over(Table rows) {
        Dataset data = Dataset.of(rows, column).task(task);
        return task == Task.SURVIVAL ? survival.over(data) : data;
    }

    /** The case weights of these rows; 1 in every row if no column plays that part. */
    public static double[] weights(Dataset rows) {
        return rows.find(Role.WEIGHTS).map(c -> ((NumericColumn) c).values()).orElseGet(() -> ones(rows.rows()));
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
