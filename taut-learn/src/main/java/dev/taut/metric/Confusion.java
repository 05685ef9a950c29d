package dev.taut.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often class a was predicted as class b, [a][b].
 *
 * @param weight sums of case weights
 * @param rows   numbers of rows
 */
record Confusion(double[][] weight, int[][] rows) {

    static Confusion of(Scored scored) {
        int classes = scored.classes().count();
        int[] actual = scored.classes().codes();
        int[] predicted = scored.predicted();
        double[][] weight = new double[classes][classes];
        int[][] rows = new int[classes][classes];
        for (int i = 0; i < actual.length; i++) {
            weight[actual[i]][predicted[i]] += scored.weights()[i];
            rows[actual[i]][predicted[i]]++;
        }
        return new Confusion(weight, rows);
    }

    int classes() {
        return rows.length;
    }

    double accuracy() {
        return hits() / total();
    }

    /** Of what was predicted as the class, the share that was; 0 if it never was predicted. */
    double precision(int k) {
        return share(weight[k][k], predicted(k));
    }

    /** Of the class, the share that was predicted so; 0 if the class does not occur. */
    double recall(int k) {
        return share(weight[k][k], actual(k));
    }

    /** 2·hits / (actual + predicted): the harmonic mean of precision and recall. */
    double f1(int k) {
        return share(2 * weight[k][k], actual(k) + predicted(k));
    }

    double macroF1() {
        return IntStream.range(0, classes())
                .filter(k -> actual(k) + predicted(k) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElseThrow();
    }

    /** (hits·s − Σ aₖpₖ) / √((s² − Σ pₖ²)(s² − Σ aₖ²)): equation 8 of Gorodkin 2004, in sums. */
    double correlation() {
        double total = total();
        double both = 0;
        double actuals = 0;
        double predictions = 0;
        for (int k = 0; k < classes(); k++) {
            both += actual(k) * predicted(k);
            actuals += actual(k) * actual(k);
            predictions += predicted(k) * predicted(k);
        }
        double spread = (total * total - predictions) * (total * total - actuals);
        return spread > 0 ? (hits() * total - both) / Math.sqrt(spread) : 0;
    }

    /** Numbers of rows, [actual][predicted]. */
    List<List<Integer>> table() {
        List<List<Integer>> table = new ArrayList<>();
        for (int[] row : rows) {
            table.add(IntStream.of(row).boxed().toList());
        }
        return table;
    }

    /** Rows of the class. */
    int rowsOf(int k) {
        return IntStream.of(rows[k]).sum();
    }

    private double actual(int k) {
        double sum = 0;
        for (double w : weight[k]) {
            sum += w;
        }
        return sum;
    }

    private double predicted(int k) {
        double sum = 0;
        for (double[] row : weight) {
            sum += row[k];
        }
        return sum;
    }

    private double hits() {
        return IntStream.range(0, classes()).mapToDouble(k -> weight[k][k]).sum();
    }

    private double total() {
        return IntStream.range(0, classes()).mapToDouble(this::actual).sum();
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
