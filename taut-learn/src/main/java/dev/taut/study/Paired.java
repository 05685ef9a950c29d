package dev.taut.study;

import dev.taut.tuning.FoldFit;
import dev.taut.tuning.Tuned;
import dev.taut.tuning.TuningMetric;
import java.util.List;

/**
 * The difference between two tuned models, fold by fold, on the scale shown; positive means the first is worse.
 *
 * @param mean  mean over all folds
 * @param error its standard error, corrected for overlapping training sets
 */
record Paired(double mean, double error) {

    static Paired of(Tuned first, Tuned second) {
        List<FoldFit> a = first.validation().all();
        List<FoldFit> b = second.validation().all();
        TuningMetric metric = first.validation().metric();
        double[] differences = new double[a.size()];
        double mean = 0;
        for (int f = 0; f < differences.length; f++) {
            differences[f] = metric.shown(a.get(f).test()[first.chosen()])
                    - metric.shown(b.get(f).test()[second.chosen()]);
            mean += differences[f] / differences.length;
        }
        double variance = 0;
        for (double difference : differences) {
            variance += (difference - mean) * (difference - mean) / Math.max(1, differences.length - 1);
        }
        int folds = first.validation().plan().folds();
        double overlap = 1.0 / Math.max(1, folds - 1);
        return new Paired(mean, Math.sqrt(variance * (1.0 / differences.length + overlap)));
    }

    /** Whether the folds cannot tell the two apart: the difference is at most two standard errors. */
    boolean isWithinNoise() {
        return Math.abs(mean) <= 2 * error;
    }

    String verdict() {
        if (isWithinNoise()) {
            return "within noise";
        }
        String direction = mean > 0 ? "worse" : "better";
        return Math.abs(mean) > 4 * error ? "clearly " + direction : direction;
    }
}
