package dev.taut.check;

import static dev.taut.finding.Wording.count;

import dev.taut.data.NumericColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Numeric columns that move together (T0303): the connected groups of the graph of |r| ≥ 0.90, r rounded to two
 * decimals as it is printed.
 *
 * <p>The cost p²n is bounded: at most 500 columns (beyond that nothing is searched, and a note says so), at most 5 000
 * rows taken evenly.
 */
final class Clusters {
    static final double LINKED = 0.895;
    static final int MOST_COLUMNS = 500;
    private static final int MOST_ROWS = 5_000;
    private static final int NAMES_SHOWN = 6;
    /** With fewer rows, high correlations are common by chance. */
    private static final int LEAST_ROWS = 10;

    private Clusters() {}

    /** A link between two columns. */
    record Link(int first, int second, double r) {}

    static void check(Review review) {
        List<NumericColumn> columns = review.numbers();
        if (columns.size() > MOST_COLUMNS) {
            review.add(Finding.of(
                    Code.CORRELATED_CLUSTER,
                    "",
                    "correlated clusters were not searched among " + count(columns.size()) + " columns (limit "
                            + MOST_COLUMNS + ")"));
            return;
        }
        List<Link> links = links(columns);
        for (List<Integer> cluster : groups(columns.size(), links)) {
            review.add(finding(columns, cluster, links));
        }
    }

    /** Every pair with |r| ≥ 0.90; column numbers index {@code columns}, the first is the smaller. */
    static List<Link> links(List<NumericColumn> columns) {
        List<Link> links = new ArrayList<>();
        if (columns.size() < 2 || columns.get(0).size() < LEAST_ROWS || columns.size() > MOST_COLUMNS) {
            return links;
        }
        List<NumericColumn> sample = sampled(columns);
        boolean[] gaps = new boolean[sample.size()];
        double[][] z = new double[sample.size()][];
        for (int j = 0; j < z.length; j++) {
            gaps[j] = sample.get(j).missing() > 0;
            z[j] = standardized(sample.get(j));
        }
        for (int a = 0; a < z.length; a++) {
            for (int b = a + 1; b < z.length; b++) {
                double r = gaps[a] || gaps[b] ? Twins.correlation(sample.get(a), sample.get(b)) : dot(z[a], z[b]);
                if (Math.abs(r) >= LINKED) {
                    links.add(new Link(a, b, r));
                }
            }
        }
        return links;
    }

    private static List<NumericColumn> sampled(List<NumericColumn> columns) {
        int n = columns.get(0).size();
        if (n <= MOST_ROWS) {
            return columns;
        }
        int[] rows = IntStream.range(0, MOST_ROWS)
                .map(i -> (int) ((long) i * n / MOST_ROWS))
                .toArray();
        return columns.stream().map(c -> c.rows(rows)).toList();
    }

    /** Mean 0 and length 1, so that a dot product is a correlation. */
    private static double[] standardized(NumericColumn column) {
        Moments moments = Moments.of(column);
        double[] z = column.values();
        double length = moments.sd() * Math.sqrt(z.length);
        for (int i = 0; i < z.length; i++) {
            z[i] = length > 0 && Double.isFinite(z[i]) ? (z[i] - moments.mean()) / length : 0;
        }
        return z;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static List<List<Integer>> groups(int columns, List<Link> links) {
        int[] root = IntStream.range(0, columns).toArray();
        for (Link link : links) {
            int a = root[link.first()];
            int b = root[link.second()];
            for (int j = 0; j < columns; j++) {
                root[j] = root[j] == Math.max(a, b) ? Math.min(a, b) : root[j];
            }
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int j = 0; j < columns; j++) {
            groups.computeIfAbsent(root[j], r -> new ArrayList<>()).add(j);
        }
        return groups.values().stream().filter(g -> g.size() > 1).toList();
    }

    private static Finding finding(List<NumericColumn> columns, List<Integer> cluster, List<Link> links) {
        List<String> names = cluster.stream().map(j -> columns.get(j).name()).toList();
        double[] sizes = links.stream()
                .filter(l -> cluster.contains(l.first()))
                .mapToDouble(l -> Math.abs(l.r()))
                .sorted()
                .toArray();
        double only = links.stream()
                .filter(l -> cluster.contains(l.first()))
                .findFirst()
                .orElseThrow()
                .r();
        String strength =
                sizes.length == 1 ? "r = " + decimals(only) : "|r| up to " + decimals(sizes[sizes.length - 1]);
        return Finding.of(
                        Code.CORRELATED_CLUSTER,
                        names.get(0),
                        "correlated cluster {" + Wording.list(names, NAMES_SHOWN) + "} (" + strength + ")")
                .because("lasso keeps one and may swap it between folds; ridge and elastic net share the weight")
                .help("taut compare … --penalties lasso,enet:0.5");
    }

    /** Two decimals; three or four where two would claim that the columns are the same. */
    static String decimals(double r) {
        String text = String.format(Locale.ROOT, "%.2f", r);
        text = text.endsWith("1.00") ? String.format(Locale.ROOT, "%.4f", r) : text;
        return text.replace('-', '−');
    }
}
