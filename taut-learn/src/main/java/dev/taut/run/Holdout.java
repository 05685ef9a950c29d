package dev.taut.run;

import java.util.List;

/**
 * Figures on rows that were never used before.
 *
 * @param rows     how many
 * @param metrics  every metric of the task for the chosen model and for no model
 * @param classes  per-class figures; empty unless classification
 * @param confusion {@code [actual][predicted]} rows; empty unless classification
 * @param pairs    predicted against actual for at most 500 rows, evenly taken; probability, or decision value, of the second class if binary
 * @param calibration at most 10 bins of predicted probability against observed share; empty unless binary, and for margin losses
 * @param roc      points of the ROC curve; empty unless binary
 * @param opened   with how many settings these rows were looked at in one folder, these included; beyond 1 they have become
 *     part of the tuning
 * @param diagnosis residuals, precision and recall, decisions, counts: what applies to the task
 */
public record Holdout(
        int rows,
        List<MetricRow> metrics,
        List<ClassRow> classes,
        List<List<Integer>> confusion,
        List<Pair> pairs,
        List<CalibrationBin> calibration,
        List<RocPoint> roc,
        int opened,
        Diagnosis diagnosis) {
    /** Rows looked at for the first time. */
    public Holdout(
            int rows,
            List<MetricRow> metrics,
            List<ClassRow> classes,
            List<List<Integer>> confusion,
            List<Pair> pairs,
            List<CalibrationBin> calibration,
            List<RocPoint> roc,
            Diagnosis diagnosis) {
        this(rows, metrics, classes, confusion, pairs, calibration, roc, 1, diagnosis);
    }

    /** The same figures, the rows opened so many times. */
    public Holdout opened(int times) {
        return new Holdout(rows, metrics, classes, confusion, pairs, calibration, roc, times, diagnosis);
    }

    /** {@code better} is {@code lower} or {@code higher}. */
    public record MetricRow(String name, double value, double noModel, String better) {}

    public record ClassRow(String name, int rows, double precision, double recall, double f1) {}

    public record Pair(double predicted, double actual) {}

    public record CalibrationBin(double predicted, double observed, int rows) {}

    public record RocPoint(double falsePositiveRate, double truePositiveRate) {}
}
