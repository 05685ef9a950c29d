package dev.taut.metric;

import dev.taut.data.Task;
import dev.taut.loss.Losses;
import dev.taut.run.Diagnosis;
import dev.taut.run.Holdout;
import dev.taut.run.Holdout.CalibrationBin;
import dev.taut.run.Holdout.ClassRow;
import dev.taut.run.Holdout.MetricRow;
import dev.taut.run.Holdout.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Everything that a reader is shown about predictions on held-out rows. */
public final class Diagnostics {
    static final int PAIRS = 500;
    static final int ROC_POINTS = 200;
    static final int BINS = 10;

    private Diagnostics() {}

    /**
     * All parts of a {@link Holdout}. Metrics and per-class figures are weighted; the confusion table counts rows.
     *
     * @param classes the names of the classes in code order; without effect for numbers and counts
     * @param model   predictions of the chosen model on the held-out rows
     * @param noModel the same rows predicted by {@link Metrics#noModel}
     */
    public static Holdout of(Task task, List<String> classes, Scored model, Scored noModel) {
        return of(task, Metrics.forTask(task), classes, model, noModel);
    }

    /** {@link #of(Task, List, Scored, Scored)} with other metrics, as {@link Metrics#of} has them. */
    public static Holdout of(Task task, List<Metric> metrics, List<String> classes, Scored model, Scored noModel) {
        boolean binary = task == Task.BINARY;
        boolean classification = task.isClassification();
        return new Holdout(
                model.rows(),
                metrics(metrics, model, noModel),
                classification ? classRows(classes, model) : List.of(),
                classification ? Confusion.of(model).table() : List.of(),
                task == Task.MULTICLASS || task == Task.SURVIVAL ? List.of() : pairs(model),
                binary && !model.margin() ? calibration(model) : List.of(),
                binary ? Ranking.of(model).curve(ROC_POINTS) : List.of(),
                diagnosis(task, model, Double.POSITIVE_INFINITY));
    }

    /** The same, but counts under a negative binomial loss are expected with its variance μ + μ²/θ. */
    public static Holdout dispersed(Holdout figures, String loss, Scored model) {
        if (!Losses.family(loss).equals("negbin")) {
            return figures;
        }
        return new Holdout(
                figures.rows(),
                figures.metrics(),
                figures.classes(),
                figures.confusion(),
                figures.pairs(),
                figures.calibration(),
                figures.roc(),
                diagnosis(Task.COUNT, model, Losses.parameter(loss)));
    }

    private static Diagnosis diagnosis(Task task, Scored model, double theta) {
        return switch (task) {
            case REGRESSION, COUNT ->
                new Diagnosis(
                        ResidualFigures.of(model, task == Task.COUNT),
                        List.of(),
                        Double.NaN,
                        List.of(),
                        task == Task.COUNT ? Rootogram.of(model, theta) : List.of());
            case BINARY -> {
                Ranking ranking = Ranking.of(model);
                yield new Diagnosis(
                        Optional.empty(),
                        DecisionFigures.precision(ranking),
                        DecisionFigures.averagePrecision(ranking),
                        model.margin() ? List.of() : DecisionFigures.decisions(model),
                        List.of());
            }
            case MULTICLASS, SURVIVAL -> Diagnosis.NONE;
        };
    }

    private static List<MetricRow> metrics(List<Metric> metrics, Scored model, Scored noModel) {
        return metrics.stream()
                .map(m -> new MetricRow(
                        m.name(), m.of(model), m.of(noModel), m.better().word()))
                .toList();
    }

    /** Rows, precision, recall and F1 of each class. */
    static List<ClassRow> classRows(List<String> classes, Scored model) {
        Confusion confusion = Confusion.of(model);
        if (classes.size() != confusion.classes()) {
            throw new IllegalArgumentException(
                    classes.size() + " names for " + confusion.classes() + " classes: " + classes);
        }
        return IntStream.range(0, classes.size())
                .mapToObj(k -> new ClassRow(
                        classes.get(k),
                        confusion.rowsOf(k),
                        confusion.precision(k),
                        confusion.recall(k),
                        confusion.f1(k)))
                .toList();
    }

    /** Predicted and actual of at most 500 rows, evenly taken in row order. */
    static List<Pair> pairs(Scored model) {
        double[] actual = model.target().numbers();
        int shown = Math.min(PAIRS, actual.length);
        return IntStream.range(0, shown)
                .map(i -> (int) ((long) i * actual.length / shown))
                .mapToObj(row -> new Pair(model.mean()[row], actual[row]))
                .toList();
    }

    /**
     * Mean predicted probability and observed share in at most 10 bins of about equally many rows, by ascending
     * probability; rows of equal probability share a bin, rows of weight 0 are in none.
     */
    static List<CalibrationBin> calibration(Scored model) {
        double[] p = model.mean();
        int[] order = IntStream.range(0, p.length)
                .filter(row -> model.weights()[row] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> p[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<CalibrationBin> bins = new ArrayList<>();
        int start = 0;
        for (int b = 1; b <= BINS; b++) {
            int end = (int) ((long) b * order.length / BINS);
            while (end > start && end < order.length && p[order[end]] == p[order[end - 1]]) {
                end++;
            }
            if (end > start) {
                bins.add(bin(model, Arrays.copyOfRange(order, start, end)));
                start = end;
            }
        }
        return bins;
    }

    private static CalibrationBin bin(Scored model, int[] rows) {
        double[] y = model.target().numbers();
        double weight = 0;
        double predicted = 0;
        double observed = 0;
        for (int row : rows) {
            double w = model.weights()[row];
            weight += w;
            predicted += w * model.mean()[row];
            observed += w * y[row];
        }
        return new CalibrationBin(predicted / weight, observed / weight, rows.length);
    }
}
