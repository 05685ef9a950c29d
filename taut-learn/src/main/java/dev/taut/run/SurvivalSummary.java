package dev.taut.run;

import java.util.List;

/**
 * What a model of times says of times: survival predicted and observed, and the hazard that every row shares.
 *
 * @param on          the rows observed: {@code held-out}, or {@code training} if none were held out
 * @param rows        how many
 * @param events      how many of them had the event
 * @param concordance share of pairs of known order in which the row with the higher hazard had the earlier event
 * @param groups      rows of like predicted hazard, the lowest first
 * @param baselines   one per stratum
 */
public record SurvivalSummary(
        String on, int rows, int events, double concordance, List<Group> groups, List<BaselineRow> baselines) {
    public SurvivalSummary {
        groups = List.copyOf(groups);
        baselines = List.copyOf(baselines);
    }

    /**
     * @param label  {@code all}, or which third by predicted hazard
     * @param points the same times for all groups: deciles of the event times
     */
    public record Group(String label, int rows, int events, List<Point> points) {}

    /**
     * @param observed      Kaplan–Meier's estimate of the share without event
     * @param standardError Greenwood's
     * @param predicted     mean of the rows' predicted survival
     */
    public record Point(double time, double observed, double standardError, double predicted) {}

    /**
     * @param stratum    its name; empty if there is one
     * @param times      at most 100 event times of the training rows, the last among them
     * @param cumulative the cumulative hazard of a row with hazard ratio 1 at each of them
     */
    public record BaselineRow(String stratum, List<Double> times, List<Double> cumulative) {}
}
