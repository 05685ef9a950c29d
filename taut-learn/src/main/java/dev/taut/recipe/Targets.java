package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.LevelOrder;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
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
 * @param classes class names in {@link LevelOrder}, the affirmative one last if there are two; the second is the
 *                positive class. Empty unless the task is a classification
 */
public record Targets(String column, Task task, List<String> classes) {
    public Targets {
        classes = List.copyOf(classes);
    }

    /** The coding of this dataset's target. */
    public static Targets of(Dataset data) {
        Column target = data.target();
        if (!data.task().isClassification()) {
            return new Targets(target.name(), data.task(), List.of());
        }
        List<String> classes = IntStream.range(0, target.size())
                .filter(i -> !target.isMissing(i))
                .mapToObj(target::text)
                .distinct()
                .toList();
        return new Targets(target.name(), data.task(), LevelOrder.sorted(classes));
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
            return Target.of(numbers.values());
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
