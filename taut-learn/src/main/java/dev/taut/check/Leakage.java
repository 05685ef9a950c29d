package dev.taut.check;

import static dev.taut.finding.Wording.flag;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One column that alone explains at least 99.5 % of the target (T0306): often something known only afterwards.
 *
 * <p>Explained is, for a numeric target, r² of a number or the share of variance that the means of the <i>other</i>
 * rows of a category explain; for classes, the share of the errors of always guessing the largest class that the best
 * thresholds of a number, or the most frequent class among the other rows of a category, avoid.
 */
final class Leakage {
    private static final double NEARLY_ALL = 0.995;
    /** With fewer rows, or fewer rows in the smaller class, a perfect column is common by chance. */
    private static final int LEAST_ROWS = 10;
    /** Beyond these rows a number is first looked at in a sample, and sorted whole only if that looks suspicious. */
    private static final int SAMPLE = 5_000;

    private static final double SUSPICIOUS = 0.95;

    private Leakage() {}

    static void check(Review review) {
        Dataset data = review.data();
        Column target = data.target();
        boolean classes = data.task().isClassification();
        if (!classes && !(target instanceof NumericColumn)) {
            return;
        }
        int[] labels = classes ? labels(target) : new int[0];
        if (classes && smallest(labels) < LEAST_ROWS || target.size() < LEAST_ROWS) {
            return;
        }
        for (Column column : review.features()) {
            double explained =
                    classes ? ofClasses(review, column, labels) : ofNumber(review, column, (NumericColumn) target);
            if (explained >= NEARLY_ALL) {
                review.add(suspect(column.name(), target.name(), explained));
            }
        }
    }

    private static Finding suspect(String column, String target, double explained) {
        return Finding.of(
                        Code.LEAKAGE_SUSPECT,
                        column,
                        name(column) + " alone explains " + Wording.percent(explained) + " of " + name(target)
                                + ": information from the future?")
                .because("if it is known only afterwards, leave it out: nothing else will matter beside it")
                .help(flag("--exclude", column));
    }

    private static double ofNumber(Review review, Column column, NumericColumn target) {
        if (column instanceof NumericColumn numbers && !review.isCategory(column)) {
            double r = Twins.correlation(numbers, target);
            return numbers.size() - numbers.missing() < LEAST_ROWS ? 0 : r * r;
        }
        return column instanceof DateColumn ? 0 : varianceExplained(TextLevels.of(column), target);
    }

    private static double varianceExplained(TextLevels levels, NumericColumn target) {
        int n = target.size();
        double[] sums = new double[levels.levels()];
        double total = 0;
        for (int i = 0; i < n; i++) {
            int code = levels.cells().code(i);
            total += target.value(i);
            if (code >= 0) {
                sums[code] += target.value(i);
            }
        }
        double unexplained = 0;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            int code = levels.cells().code(i);
            double y = target.value(i);
            double others = code >= 0 && levels.rows(code) > 1
                    ? (sums[code] - y) / (levels.rows(code) - 1)
                    : (total - y) / (n - 1);
            unexplained += (y - others) * (y - others);
            variance += (y - total / n) * (y - total / n);
        }
        double explained = 1 - unexplained / variance;
        return Double.isFinite(explained) ? explained : 0;
    }

    private static double ofClasses(Review review, Column column, int[] labels) {
        int errors;
        if (review.isCategory(column)) {
            TextLevels levels = TextLevels.of(column);
            errors = majorityErrors(
                    IntStream.range(0, labels.length).map(levels.cells()::code), levels.levels(), labels);
        } else if (column.missing() > 0) {
            errors = majorityErrors(IntStream.range(0, labels.length).map(i -> column.isMissing(i) ? 1 : 0), 2, labels);
        } else if (column instanceof NumericColumn numbers) {
            return byThresholds(numbers, labels);
        } else {
            return 0;
        }
        return explained(errors, labels);
    }

    private static double byThresholds(NumericColumn column, int[] labels) {
        int n = labels.length;
        if (n > SAMPLE) {
            int[] rows = IntStream.range(0, SAMPLE)
                    .map(i -> (int) ((long) i * n / SAMPLE))
                    .toArray();
            int[] sampled = IntStream.of(rows).map(i -> labels[i]).toArray();
            double share = explained(thresholdErrors(column.rows(rows), sampled), sampled);
            if (share < SUSPICIOUS) {
                return share;
            }
        }
        return explained(thresholdErrors(column, labels), labels);
    }

    /** 1 − errors / errors of always guessing the largest class. */
    private static double explained(int errors, int[] labels) {
        int largest = Arrays.stream(counts(labels)).max().orElse(0);
        return 1 - (double) errors / (labels.length - largest);
    }

    /** Rows whose class is not the most frequent one among the other rows of their category; ties count as errors. */
    private static int majorityErrors(IntStream codes, int levels, int[] labels) {
        int[] code = codes.map(c -> c < 0 ? levels : c).toArray();
        int classes = counts(labels).length;
        int[] table = new int[(levels + 1) * classes];
        for (int i = 0; i < labels.length; i++) {
            table[code[i] * classes + labels[i]]++;
        }
        int errors = 0;
        for (int i = 0; i < labels.length; i++) {
            int own = table[code[i] * classes + labels[i]] - 1;
            boolean beaten = own == 0;
            for (int k = 0; k < classes; k++) {
                beaten |= k != labels[i] && table[code[i] * classes + k] >= own;
            }
            errors += beaten ? 1 : 0;
        }
        return errors;
    }

    /** Errors when the classes, in order of their means, are told apart by one threshold between each two. */
    private static int thresholdErrors(NumericColumn column, int[] labels) {
        double[][] byClass = byClass(column, labels);
        Arrays.sort(
                byClass,
                Comparator.comparingDouble(v -> Arrays.stream(v).average().orElse(0)));
        double[] cut = new double[byClass.length + 1];
        cut[0] = Double.NEGATIVE_INFINITY;
        cut[byClass.length] = Double.POSITIVE_INFINITY;
        for (int k = 1; k < byClass.length; k++) {
            cut[k] = bestCut(byClass[k - 1], byClass[k]);
        }
        int errors = 0;
        for (int k = 0; k < byClass.length; k++) {
            for (double v : byClass[k]) {
                errors += v > cut[k] && v <= cut[k + 1] ? 0 : 1;
            }
        }
        return errors;
    }

    private static double[][] byClass(NumericColumn column, int[] labels) {
        int[] counts = counts(labels);
        double[][] byClass = new double[counts.length][];
        Arrays.setAll(byClass, k -> new double[counts[k]]);
        int[] filled = new int[counts.length];
        for (int i = 0; i < labels.length; i++) {
            byClass[labels[i]][filled[labels[i]]++] = column.value(i);
        }
        for (double[] values : byClass) {
            Arrays.sort(values);
        }
        return byClass;
    }

    /** The value c that makes fewest errors in "low if ≤ c"; both arrays ascend. */
    private static double bestCut(double[] low, double[] high) {
        int best = low.length;
        double cut = Double.NEGATIVE_INFINITY;
        int below = 0;
        for (int i = 0; i < low.length; i++) {
            if (i + 1 < low.length && low[i + 1] == low[i]) {
                continue;
            }
            while (below < high.length && high[below] <= low[i]) {
                below++;
            }
            int errors = below + low.length - i - 1;
            if (errors < best) {
                best = errors;
                cut = low[i];
            }
        }
        return cut;
    }

    private static int[] labels(Column target) {
        List<String> texts =
                IntStream.range(0, target.size()).mapToObj(target::text).toList();
        TextColumn coded = TextColumn.of(target.name(), texts);
        return IntStream.range(0, target.size())
                .map(coded::code)
                .map(c -> c < 0 ? coded.levels().size() : c)
                .toArray();
    }

    private static int[] counts(int[] labels) {
        int[] counts = new int[Arrays.stream(labels).max().orElse(0) + 1];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    private static int smallest(int[] labels) {
        return Arrays.stream(counts(labels)).min().orElse(0);
    }
}
