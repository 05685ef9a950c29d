package dev.taut.report.example;

import dev.taut.run.DataSummary.ClassCount;
import dev.taut.run.Diagnosis;
import dev.taut.run.Holdout;
import dev.taut.run.Holdout.CalibrationBin;
import dev.taut.run.Holdout.ClassRow;
import dev.taut.run.Holdout.MetricRow;
import dev.taut.run.Holdout.Pair;
import dev.taut.run.Holdout.RocPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up figures on held-out rows. */
record HoldoutMaker(OrthogonalPath path, List<ClassCount> classes, int rows) {

    Holdout make(int knot, String task) {
        double error = Math.sqrt(path.testError(path.lambda(knot))) * 0.98;
        double none = Math.sqrt(path.testError(Double.MAX_VALUE)) * 1.01;
        boolean binary = classes.size() == 2;
        return new Holdout(
                rows,
                classes.isEmpty() ? numeric(error, none) : classified(error, none),
                classes.stream()
                        .map(c -> new ClassRow(c.name(), share(c), 0.84, 0.8, 0.819))
                        .toList(),
                confusion(),
                classes.isEmpty() ? pairs(task.equals("count")) : List.of(),
                binary ? calibration() : List.of(),
                binary ? roc() : List.of(),
                Diagnosis.NONE);
    }

    private static List<MetricRow> numeric(double error, double none) {
        return List.of(
                new MetricRow("rmse", error, none, "lower"),
                new MetricRow("mae", error * 0.81, none * 0.85, "lower"),
                new MetricRow("r2", 1 - error * error / (none * none), -0.004, "higher"));
    }

    private static List<MetricRow> classified(double error, double none) {
        return List.of(
                new MetricRow("log-loss", error, none, "lower"),
                new MetricRow("accuracy", 0.804, 0.652, "higher"),
                new MetricRow("auc", 0.842, 0.5, "higher"));
    }

    private int share(ClassCount c) {
        int all = classes.stream().mapToInt(ClassCount::rows).sum();
        return (int) Math.round(rows * (double) c.rows() / all);
    }

    private List<List<Integer>> confusion() {
        int n = classes.size();
        return IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToObj(j -> {
                            int wrong = share(classes.get(i)) / (4 * Math.max(1, n - 1));
                            return i == j ? share(classes.get(i)) - wrong * (n - 1) : wrong;
                        })
                        .toList())
                .toList();
    }

    private List<Pair> pairs(boolean counts) {
        var random = new SplittableRandom(5);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(500, rows); i++) {
            double predicted = random.nextDouble(60, 280);
            double actual = Math.max(25, predicted + random.nextDouble(-90, 90));
            pairs.add(new Pair(predicted, counts ? Math.rint(actual) : actual));
        }
        return pairs;
    }

    private static List<CalibrationBin> calibration() {
        return IntStream.range(0, 8)
                .mapToObj(i ->
                        new CalibrationBin(0.07 + 0.11 * i, Math.min(1, 0.05 + 0.12 * i + (i % 2) * 0.04), 22 - 2 * i))
                .toList();
    }

    private static List<RocPoint> roc() {
        return IntStream.rangeClosed(0, 40)
                .mapToObj(i -> new RocPoint(i / 40.0, Math.pow(i / 40.0, 0.35)))
                .toList();
    }
}
