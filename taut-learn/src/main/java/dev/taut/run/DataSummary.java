package dev.taut.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The table as the model saw it.
 *
 * @param rows        rows used (train + held out)
 * @param trainRows   rows that taught the model
 * @param holdoutRows rows kept aside
 * @param target      the target's summary
 * @param columns     one entry per column of the file
 */
public record DataSummary(int rows, int trainRows, int holdoutRows, TargetSummary target, List<ColumnSummary> columns) {

    /**
     * @param classes   class names with their row counts, in model order; empty for numbers
     * @param statistics mean, sd, min, max of a numeric target; absent values for classes
     * @param histogram of a numeric target
     */
    public record TargetSummary(
            String name, String task, List<ClassCount> classes, Statistics statistics, Histogram histogram) {}

    public record ClassCount(String name, int rows) {}

    /** Population figures over non-missing cells; empty where the column has none. */
    public record Statistics(OptionalDouble mean, OptionalDouble sd, OptionalDouble min, OptionalDouble max) {
        public static final Statistics NONE = new Statistics(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** {@code counts[i]} rows lie in [edges[i], edges[i+1]); the last bin is closed. */
    public record Histogram(List<Double> edges, List<Integer> counts) {
        public static final Histogram NONE = new Histogram(List.of(), List.of());
    }

    /**
     * @param role     target, feature, weights, offset, split, group, time, excluded, left out
     * @param type     numeric, text or date
     * @param encoding how it entered the design, for example {@code number}, {@code one-hot, 3 levels}, {@code —}
     * @param missing  missing cells
     * @param distinct distinct non-missing values
     * @param levels   most frequent levels of a text column with their counts, at most 12
     */
    public record ColumnSummary(
            String name,
            String role,
            String type,
            String encoding,
            int missing,
            int distinct,
            Statistics statistics,
            List<ClassCount> levels) {}
}
