package dev.taut.loss;

import java.util.ArrayList;
import java.util.List;

/** What a Cox model says beside its coefficients, at given linear predictors. */
public final class PartialLikelihood {
    private PartialLikelihood() {}

    /**
     * The share of each row in the partial likelihood above saturation, 0 for censored rows: with weights wᵢ, Σ wᵢ·lossᵢ / Σ wᵢ is
     * F(η) − inf F.
     *
     * @param eta one linear predictor per row
     */
    public static double[] losses(Target.Survival target, double[] weights, double[] eta, Ties ties) {
        return fit(target, weights, ties).losses(eta);
    }

    /**
     * The cumulative hazard of a row with η = 0, by stratum in ascending order of their codes (Breslow 1974; after Efron where ties
     * are). A stratum without an event has none.
     *
     * @param eta one linear predictor per row
     */
    public static List<BaselineHazard> hazards(Target.Survival target, double[] weights, double[] eta, Ties ties) {
        CoxDatafit fit = fit(target, weights, ties);
        double[] increments = new CoxState(fit, eta).hazards();
        RiskSets sets = fit.sets();
        List<BaselineHazard> hazards = new ArrayList<>();
        int from = 0;
        for (int t = 1; t <= increments.length; t++) {
            if (t == increments.length || sets.isFirst(t)) {
                double[] times = new double[t - from];
                double[] cumulative = new double[t - from];
                double sum = 0;
                for (int k = from; k < t; k++) {
                    sum += increments[k];
                    times[k - from] = sets.time(k);
                    cumulative[k - from] = sum;
                }
                hazards.add(new BaselineHazard(sets.stratum(from), times, cumulative));
                from = t;
            }
        }
        return hazards;
    }

    private static CoxDatafit fit(Target.Survival target, double[] weights, Ties ties) {
        return (CoxDatafit) new CoxLoss(ties).on(target, weights);
    }
}
