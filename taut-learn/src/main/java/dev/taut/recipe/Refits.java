package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a recipe fitted to some of the rows writes the same design as fitted to all of them: then the rows need to be
 * encoded only once, although no fold learns from the rows it is tested on.
 *
 * <p>A number without missing cells is itself whatever the rows are, as long as it varies among them; other columns
 * are fitted anew and compared.
 */
public final class Refits {
    private final Recipe recipe;
    private final Dataset data;
    private final Map<String, Step> steps = new HashMap<>();
    private final List<NumericColumn> numbers = new ArrayList<>();
    private final List<Column> others = new ArrayList<>();

    /**
     * @param data   all rows
     * @param fitted the recipe fitted to them
     */
    public Refits(Recipe recipe, Dataset data, FittedRecipe fitted) {
        this.recipe = recipe;
        this.data = data;
        fitted.steps().forEach(step -> steps.put(step.column(), step));
        for (Column column : data.features()) {
            if (column instanceof NumericColumn number && isNumber(data, number) && isFinite(number)) {
                numbers.add(number);
            } else {
                others.add(column);
            }
        }
    }

    private static boolean isNumber(Dataset data, NumericColumn column) {
        return !data.isCategorical(column.name()) && !data.isText(column.name());
    }

    private static boolean isFinite(NumericColumn column) {
        for (int i = 0; i < column.size(); i++) {
            if (!Double.isFinite(column.value(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the recipe fitted to these rows alone would encode every row as it does fitted to all. */
    public boolean encodeAlike(int[] rows) {
        return !recipe.interactions().exist()
                && numbers.stream().allMatch(number -> varies(number, rows) == steps.containsKey(number.name()))
                && others.stream().allMatch(column -> encodesAlike(column, rows));
    }

    private static boolean varies(NumericColumn column, int[] rows) {
        for (int row : rows) {
            if (column.value(row) != column.value(rows[0])) {
                return true;
            }
        }
        return false;
    }

    private boolean encodesAlike(Column column, int[] rows) {
        Optional<? extends Step> again = recipe.step(data, column.rows(rows));
        Optional<Step> known = Optional.ofNullable(steps.get(column.name()));
        return again.isPresent() && known.isPresent()
                ? again.get().encodesAs(known.get(), column.missing() > 0)
                : again.isEmpty() && known.isEmpty();
    }
}
