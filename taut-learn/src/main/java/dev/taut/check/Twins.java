package dev.taut.check;

import static dev.taut.finding.Wording.flag;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Columns that say the same: equal up to scale and shift (T0302; the later one is dropped).
 *
 * <p>All pairs would cost p²n. Instead every standardized column is projected on one fixed random direction; only
 * columns with nearly the same projection are compared in full, which costs pn + p log p.
 */
final class Twins {
    private static final double SAME = 1e-9;
    private static final double NEAR = 1e-4;

    private Twins() {}

    static void check(Review review) {
        Map<String, String> twins = new LinkedHashMap<>(sameNumbers(review.numbers()));
        twins.putAll(sameTexts(review.features()));
        for (Column column : review.features()) {
            String first = twins.get(column.name());
            if (first != null && !review.kept(column.name())) {
                review.add(twin(first, column));
                review.leaveOut(column.name());
            }
        }
        Clusters.check(review);
    }

    private static Finding twin(String first, Column later) {
        String scale = later instanceof NumericColumn ? " up to scale" : "";
        return Finding.of(
                        Code.DUPLICATE_COLUMN,
                        later.name(),
                        name(first) + " and " + name(later.name()) + " are the same column" + scale
                                + "; a choice between them is arbitrary")
                .because("dropped " + name(later.name()) + " (later in the file)")
                .help(flag("--exclude", later.name()), flag("--keep", later.name()));
    }

    /** By the later column's name, the earlier column that it repeats. */
    private static Map<String, String> sameNumbers(List<NumericColumn> columns) {
        double[] direction = direction(columns);
        double[] projection = new double[columns.size()];
        for (int j = 0; j < projection.length; j++) {
            projection[j] = Math.abs(project(columns.get(j), direction));
        }
        Integer[] order = new Integer[projection.length];
        Arrays.setAll(order, j -> j);
        Arrays.sort(order, Comparator.comparingDouble(j -> projection[j]));
        Map<String, String> twins = new HashMap<>();
        for (int a = 0; a < order.length; a++) {
            for (int b = a + 1; b < order.length && projection[order[b]] - projection[order[a]] < NEAR; b++) {
                NumericColumn early = columns.get(Math.min(order[a], order[b]));
                NumericColumn late = columns.get(Math.max(order[a], order[b]));
                if (!twins.containsKey(late.name()) && !twins.containsKey(early.name()) && same(early, late)) {
                    twins.put(late.name(), early.name());
                }
            }
        }
        return twins;
    }

    /** Fixed, so that equal data give equal findings. */
    private static double[] direction(List<NumericColumn> columns) {
        int n = columns.isEmpty() ? 0 : columns.get(0).size();
        SplittableRandom random = new SplittableRandom(1);
        double[] direction = new double[n];
        Arrays.setAll(direction, i -> random.nextDouble() - 0.5);
        return direction;
    }

    private static double project(NumericColumn column, double[] direction) {
        Moments moments = Moments.of(column);
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            double z = (column.value(i) - moments.mean()) / moments.sd();
            sum += Double.isFinite(z) ? z * direction[i] : 0;
        }
        return sum / Math.sqrt(direction.length);
    }

    private static boolean same(NumericColumn a, NumericColumn b) {
        for (int i = 0; i < a.size(); i++) {
            if (a.isMissing(i) != b.isMissing(i)) {
                return false;
            }
        }
        return 1 - Math.abs(correlation(a, b)) <= SAME;
    }

    /** Pearson's r over the rows where both are finite; 0 if one of them does not vary there. */
    static double correlation(NumericColumn a, NumericColumn b) {
        int n = 0;
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < a.size(); i++) {
            if (Double.isFinite(a.value(i)) && Double.isFinite(b.value(i))) {
                n++;
                sumA += a.value(i);
                sumB += b.value(i);
            }
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.size(); i++) {
            double da = a.value(i) - sumA / n;
            double db = b.value(i) - sumB / n;
            if (Double.isFinite(da) && Double.isFinite(db)) {
                ab += da * db;
                aa += da * da;
                bb += db * db;
            }
        }
        double r = ab / Math.sqrt(aa) / Math.sqrt(bb);
        return Double.isFinite(r) ? r : 0;
    }

    private static Map<String, String> sameTexts(List<Column> columns) {
        Map<IntBuffer, String> seen = new HashMap<>();
        Map<String, String> twins = new HashMap<>();
        for (Column column : columns) {
            if (column instanceof TextColumn text) {
                String first = seen.putIfAbsent(IntBuffer.wrap(canonical(text)), text.name());
                if (first != null) {
                    twins.put(text.name(), first);
                }
            }
        }
        return twins;
    }

    /** Codes in order of first appearance: equal for two columns exactly if they group the rows alike. */
    private static int[] canonical(TextColumn text) {
        int[] renamed = new int[text.levels().size()];
        Arrays.fill(renamed, -1);
        int[] codes = new int[text.size()];
        int next = 0;
        for (int i = 0; i < codes.length; i++) {
            int code = text.code(i);
            if (code >= 0 && renamed[code] < 0) {
                renamed[code] = next++;
            }
            codes[i] = code < 0 ? -1 : renamed[code];
        }
        return codes;
    }
}
