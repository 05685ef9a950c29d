package dev.taut.loss;

/**
 * Minus the log partial likelihood of proportional hazards, Σ wᵢ (log Σⱼ wⱼ e^ηⱼ − ηᵢ) over events i and the rows j at risk
 * then (Cox 1972), with tied events after Breslow (1974) or Efron (1977), weighted as in Therneau and Grambsch (2000), §3.3.
 *
 * <p>Weights are normalised to sum 1 everywhere, which changes F by a constant only.
 *
 * @param ties how events at the same time are treated
 */
record CoxLoss(Ties ties) implements SmoothLoss {
    @Override
    public String name() {
        return ties == Ties.BRESLOW ? "cox" : "cox-efron";
    }

    @Override
    public String formula() {
        return "log Σⱼ wⱼ e^ηⱼ − η for an event, over the rows j at risk"
                + (ties == Ties.BRESLOW ? "" : "; of d tied events the l-th sees the others as l/d gone");
    }

    @Override
    public boolean hasIntercept() {
        return false;
    }

    /** The hazard, relative to η = 0. */
    @Override
    public void mean(double[] eta, int outputs) {
        for (int i = 0; i < eta.length; i++) {
            eta[i] = Math.exp(eta[i]);
        }
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        if (!(target instanceof Target.Survival survival)) {
            throw new IllegalArgumentException("the Cox loss needs times and events");
        }
        double[] normalized = Weights.normalized(weights, survival.rows());
        RiskSets sets = RiskSets.of(survival, normalized);
        if (sets.count() == 0) {
            throw new IllegalArgumentException("no row has an event: there is nothing to learn from");
        }
        return new CoxDatafit(sets, ties, normalized);
    }
}
