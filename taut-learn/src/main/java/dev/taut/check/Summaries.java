package dev.taut.check;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.LevelOrder;
import dev.taut.data.NumericColumn;
import dev.taut.data.TextColumn;
import dev.taut.run.DataSummary.ClassCount;
import dev.taut.run.DataSummary.ColumnSummary;
import dev.taut.run.DataSummary.Histogram;
import dev.taut.run.DataSummary.Statistics;
import dev.taut.run.DataSummary.TargetSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The figures of a table that a reader sees: per column, and of the target. */
public final class Summaries {
    private static final int LEVELS_SHOWN = 12;
    private static final int MOST_BINS = 24;

    private Summaries() {}

    /** One summary per column of the table, in file order; {@code encoding} answers how a feature enters the design. */
    public static List<ColumnSummary> columns(Dataset data, UnaryOperator<String> encoding) {
        List<ColumnSummary> columns = new ArrayList<>();
        for (Column column : data.table().columns()) {
            columns.add(column(data, column, encoding.apply(column.name())));
        }
        return columns;
    }

    static ColumnSummary column(Dataset data, Column column, String encoding) {
        String role = data.role(column.name()).word();
        if (column instanceof NumericColumn numbers && !data.isText(column.name())) {
            Statistics statistics = statistics(Moments.of(numbers));
            int missing = column.missing();
            return new ColumnSummary(
                    column.name(), role, "numeric", encoding, missing, distinct(numbers), statistics, List.of());
        }
        TextLevels levels = TextLevels.of(column);
        String type = column instanceof TextColumn ? "text" : "date";
        List<ClassCount> shown =
                column instanceof TextColumn && !data.isText(column.name()) ? mostFrequent(levels) : List.of();
        return new ColumnSummary(
                column.name(), role, type, encoding, column.missing(), levels.used(), Statistics.NONE, shown);
    }

    /** Classes with their counts in model order, or figures and histogram of a numeric target. */
    public static TargetSummary target(Dataset data) {
        Column target = data.target();
        String task = data.task().word();
        if (!data.task().isClassification() && target instanceof NumericColumn numbers) {
            Moments moments = Moments.of(numbers);
            return new TargetSummary(target.name(), task, List.of(), statistics(moments), histogram(numbers, moments));
        }
        Map<String, ClassCount> counts = new HashMap<>();
        counted(TextLevels.of(target)).forEach(c -> counts.put(c.name(), c));
        List<ClassCount> classes =
                order(data, counts.keySet()).stream().map(counts::get).toList();
        return new TargetSummary(target.name(), task, classes, Statistics.NONE, Histogram.NONE);
    }

    private static List<String> order(Dataset data, Set<String> levels) {
        return data.givenClasses().isEmpty()
                ? LevelOrder.sorted(levels)
                : data.givenClasses().stream().filter(levels::contains).toList();
    }

    private static Statistics statistics(Moments m) {
        return m.count() == 0
                ? Statistics.NONE
                : new Statistics(
                        OptionalDouble.of(m.mean()),
                        OptionalDouble.of(m.sd()),
                        OptionalDouble.of(m.min()),
                        OptionalDouble.of(m.max()));
    }

    /** Distinct non-missing numbers, by a table of their bits: sorting long columns would take several times as long. */
    static int distinct(NumericColumn column) {
        long[] table = new long[Integer.highestOneBit(Math.max(1, column.size())) * 4];
        int distinct = 0;
        boolean zero = false;
        for (int i = 0; i < column.size(); i++) {
            double value = column.value(i);
            if (value == 0) {
                zero = true;
            } else if (!Double.isNaN(value) && add(table, Double.doubleToRawLongBits(value))) {
                distinct++;
            }
        }
        return zero ? distinct + 1 : distinct;
    }

    /** Open addressing with linear probing; an empty place holds 0, which is the bits of no number but zero. */
    private static boolean add(long[] table, long bits) {
        int mask = table.length - 1;
        long mixed = bits * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (table[place] != 0) {
            if (table[place] == bits) {
                return false;
            }
            place = (place + 1) & mask;
        }
        table[place] = bits;
        return true;
    }

    private static List<ClassCount> mostFrequent(TextLevels levels) {
        return counted(levels).stream()
                .sorted(Comparator.comparingInt(ClassCount::rows)
                        .reversed()
                        .thenComparing(ClassCount::name, LevelOrder.INSTANCE))
                .limit(LEVELS_SHOWN)
                .toList();
    }

    private static List<ClassCount> counted(TextLevels levels) {
        return IntStream.range(0, levels.levels())
                .filter(code -> levels.rows(code) > 0)
                .mapToObj(code -> new ClassCount(levels.level(code), levels.rows(code)))
                .toList();
    }

    /** At most 24 bins of equal width 1, 2 or 5 times a power of ten, covering all finite values. */
    static Histogram histogram(NumericColumn column, Moments moments) {
        if (moments.count() == 0 || !(moments.max() > moments.min())) {
            return Histogram.NONE;
        }
        double step = step((moments.max() - moments.min()) / (MOST_BINS - 1));
        double first = Math.floor(moments.min() / step);
        int bins = (int) Math.max(1, Math.ceil(moments.max() / step) - first);
        int[] counts = new int[bins];
        for (int i = 0; i < column.size(); i++) {
            if (Double.isFinite(column.value(i))) {
                int bin = (int) (Math.floor(column.value(i) / step) - first);
                counts[Math.min(Math.max(bin, 0), bins - 1)]++;
            }
        }
        List<Double> edges = new ArrayList<>();
        for (int b = 0; b <= bins; b++) {
            edges.add((first + b) * step);
        }
        return new Histogram(edges, Arrays.stream(counts).boxed().toList());
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
