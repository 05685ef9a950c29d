package dev.taut.recipe;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Numerals;
import dev.taut.data.NumericColumn;
import dev.taut.design.DesignBuilder;
import dev.taut.design.Feature;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number as itself, {@code fill} where it is missing, and a 0/1 column for where that was.
 *
 * @param column the table column
 * @param value  whether the number itself enters; not if it is constant where it is known
 * @param flag   whether the 0/1 column {@code x (missing)} enters; only if cells were missing in training
 * @param fill   what takes the place of a missing cell
 * @param least  smallest training value
 * @param most   largest training value
 */
public record NumberStep(String column, boolean value, boolean flag, double fill, double least, double most)
        implements Step {

    /** Estimates fill and range; empty if neither the numbers nor their gaps vary. */
    static Optional<NumberStep> fit(Recipe recipe, NumericColumn column) {
        double[] known = finite(column);
        if (known.length == 0) {
            return Optional.empty();
        }
        double least = known[0];
        double most = known[0];
        for (double v : known) {
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        boolean value = least < most;
        boolean flag = recipe.flagMissing() && column.missing() > 0;
        double fill = recipe.impute() == Impute.MEAN ? mean(known) : Median.of(known);
        return value || flag
                ? Optional.of(new NumberStep(column.name(), value, flag, fill, least, most))
                : Optional.empty();
    }

    private static double[] finite(NumericColumn column) {
        double[] values = column.values();
        int kept = 0;
        for (double v : values) {
            if (Double.isFinite(v)) {
                values[kept++] = v;
            }
        }
        return kept == values.length ? values : Arrays.copyOf(values, kept);
    }

    private static double mean(double[] known) {
        double sum = 0;
        for (double v : known) {
            sum += v;
        }
        return sum / known.length;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>(2);
        if (value) {
            features.add(new Feature(column, column));
        }
        if (flag) {
            features.add(new Feature(column + " (missing)", column));
        }
        return features;
    }

    @Override
    public String encoding() {
        if (!value) {
            return "missing flag";
        }
        return flag ? "number + missing flag" : "number";
    }

    @Override
    public void encode(Column cells, DesignBuilder out, Consumer<Finding> findings) {
        double[] numbers = numbers(cells, findings);
        double[] missing = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (Double.isNaN(numbers[i])) {
                numbers[i] = fill;
                missing[i] = 1;
            }
        }
        if (value) {
            out.dense(numbers);
        }
        if (flag) {
            out.dense(missing);
        }
    }

    @Override
    public boolean encodesAs(Step other, boolean gaps) {
        return other instanceof NumberStep that
                && column.equals(that.column)
                && value == that.value
                && flag == that.flag
                && (!gaps || fill == that.fill);
    }

    /** The cells as numbers, NaN for missing; what is neither becomes a finding. */
    private double[] numbers(Column cells, Consumer<Finding> findings) {
        double[] numbers = cells instanceof NumericColumn n ? n.values() : new double[cells.size()];
        List<Integer> odd = new ArrayList<>();
        List<Integer> infinite = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            if (!(cells instanceof NumericColumn)) {
                Optional<Double> number = Numerals.parse(cells.text(i));
                numbers[i] = number.orElse(Double.NaN);
                if (number.isEmpty() && !cells.isMissing(i)) {
                    odd.add(i);
                }
            }
            if (Double.isInfinite(numbers[i])) {
                infinite.add(i);
            }
        }
        if (!odd.isEmpty()) {
            findings.accept(Finding.of(
                            Code.TEXT_IN_NUMBERS,
                            column,
                            name(column) + " was numeric in training but "
                                    + Wording.count(odd.size(), "value is", "values are") + " not a number")
                    .because(Wording.rows(positions(odd)) + ": \"" + cells.text(odd.get(0)) + "\""));
        }
        if (!infinite.isEmpty()) {
            findings.accept(Finding.of(
                    Code.INFINITE_VALUE,
                    column,
                    (infinite.size() == 1 ? "infinite value in " : "infinite values in ") + name(column) + " ("
                            + Wording.rows(positions(infinite)) + ")"));
        }
        return numbers;
    }

    private static int[] positions(List<Integer> rows) {
        return rows.stream().mapToInt(i -> i).toArray();
    }

    @Override
    public Optional<Finding> extrapolation(Column cells) {
        return outside(cells, Wording.number(least), Wording.number(most));
    }

    /** T0603 with the range as the user would write it. */
    Optional<Finding> outside(Column cells, String from, String to) {
        long rows = Arrays.stream(numbers(cells, f -> {}))
                .filter(v -> v < least || v > most)
                .count();
        if (rows == 0 || !value) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                Code.EXTRAPOLATION,
                column,
                Wording.count(rows, "row lies", "rows lie") + " outside the training range of " + name(column) + " ("
                        + from + " – " + to + "): extrapolating"));
    }
}
