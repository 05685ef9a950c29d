package dev.taut.compare;

import dev.taut.tuning.FitPlan;
import dev.taut.tuning.FoldLosses;
import dev.taut.tuning.Tuned;
import java.util.List;

/**
 * What one fit gains over another on the same folds, each judged at the λ that the other folds choose.
 *
 * @param metric  what was measured; smaller is better
 * @param with    its mean over the folds
 * @param without the same for the other fit
 * @param gain    mean paired difference; positive if the first is better
 * @param low     lower end of its corrected 95 % interval
 * @param high    upper end
 */
public record Gain(String metric, double with, double without, double gain, double low, double high) {
    /** Of a fit over one without what is in question. */
    public static Gain of(Tuned with, Tuned without, FitPlan plan) {
        boolean given = plan.lambda().isPresent();
        FoldLosses first = Judged.of(List.of(with), plan.rule(), given).losses();
        FoldLosses second = Judged.of(List.of(without), plan.rule(), given).losses();
        Difference difference = Difference.of(second, first, 1);
        return new Gain(
                with.validation().metric().name(),
                first.mean(),
                second.mean(),
                difference.mean(),
                difference.low(),
                difference.high());
    }
}
