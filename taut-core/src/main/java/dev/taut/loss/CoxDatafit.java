package dev.taut.loss;

import java.util.Optional;

/**
 * F(η) = Σₜ mₜ Σₗ log(Sₜ − (l/dₜ)·Dₜ) − Σ wᵢηᵢ over event times t, their events i, and l = 0 … dₜ − 1, where Sₜ sums wⱼe^ηⱼ over
 * the rows at risk, Dₜ over the dₜ events, and mₜ is the mean weight of the events (Efron). For Breslow's ties l/dₜ counts as 0.
 */
final class CoxDatafit implements Datafit {
    /** Rounding that cumulative sums of a distribution may carry. */
    private static final double SUMS = 1e-12;

    private final RiskSets sets;
    private final double[] weights;
    /** Σ wᵢ of the events at each event time. */
    private final double[] mass;
    /** Events at each event time that must share the risk set; 1 where they need not. */
    private final int[] tied;

    private final boolean anyTied;

    CoxDatafit(RiskSets sets, Ties ties, double[] weights) {
        this.sets = sets;
        this.weights = weights;
        this.mass = new double[sets.count()];
        this.tied = new int[sets.count()];
        for (int i = 0; i < weights.length; i++) {
            if (sets.death(i) >= 0) {
                mass[sets.death(i)] += weights[i];
                tied[sets.death(i)]++;
            }
        }
        boolean any = false;
        for (int t = 0; t < tied.length; t++) {
            tied[t] = ties == Ties.EFRON ? tied[t] : 1;
            any |= tied[t] > 1;
        }
        this.anyTied = any;
    }

    RiskSets sets() {
        return sets;
    }

    double mass(int event) {
        return mass[event];
    }

    int tied(int event) {
        return tied[event];
    }

    boolean anyTied() {
        return anyTied;
    }

    @Override
    public int rows() {
        return weights.length;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public boolean isShiftInvariant() {
        return true;
    }

    /** See {@link PartialLikelihood#losses}. */
    double[] losses(double[] eta) {
        double[] at = new CoxState(this, eta).events();
        for (int i = 0; i < at.length; i++) {
            int t = sets.death(i);
            at[i] -= t < 0 ? 0 : Math.log(mass[t]) + shares(t) / tied[t];
        }
        return at;
    }

    /** Σₗ log(1 − l/d). */
    private double shares(int event) {
        double logs = 0;
        for (int l = 1; l < tied[event]; l++) {
            logs += Math.log(1 - (double) l / tied[event]);
        }
        return logs;
    }

    @Override
    public double value(double[] eta) {
        return new CoxState(this, eta).value();
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        new CoxState(this, eta).gradient(out);
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        new CoxState(this, eta).curvature(out);
    }

    @Override
    public double evaluate(double[] eta, double[] gradient, double[] curvature) {
        CoxState state = new CoxState(this, eta);
        state.gradient(gradient);
        state.curvature(curvature);
        return state.value();
    }

    @Override
    public Optional<Coupling> coupling(double[] eta) {
        return Optional.of(new CoxCoupling(new CoxState(this, eta)));
    }

    /** A row may carry all the risk there is, however small its weight. */
    @Override
    public double curvatureBound() {
        return Double.POSITIVE_INFINITY;
    }

    /** Nested risk sets and no shared ones; otherwise the supremum has no closed form. */
    @Override
    public boolean hasConjugate() {
        return sets.nested() && !anyTied;
    }

    /**
     * With q = r + w on events, the expected events of each row, Qₜ the sum of q over the rows whose last event time is t, and
     * Nₜ = Σ_{s<t} (dₛ − Qₛ) ≥ 0 within a stratum (d: weights of events), which must end at 0:
     *
     * <p>F*(r) = Σ qⱼ log(qⱼ/wⱼ) − Σₜ [(Nₜ + dₜ) log(Nₜ + dₜ) − Nₜ log Nₜ].
     *
     * <p>Derivation: at the supremum qⱼ = wⱼe^ηⱼΛₜ with Λₜ = Σ_{s≤t} dₛ/Sₛ. Summed over the rows that leave after t,
     * Qₜ = Λₜ(Sₜ − Sₜ₊₁), so that Λₜ₋₁Sₜ = Nₜ and ΛₜSₜ = Nₜ + dₜ: linear in q. Hence Λₜ/Λₜ₋₁ = (Nₜ + dₜ)/Nₜ, and inserting
     * ηⱼ = log(qⱼ/wⱼ) − log Λₜ and Sₜ = (Nₜ + dₜ)/Λₜ into ⟨q, η⟩ − Σ dₜ log Sₜ leaves the sum above after summation by parts.
     */
    @Override
    public double conjugate(double[] r) {
        if (!hasConjugate()) {
            for (double entry : r) {
                if (entry != 0) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return -saturated();
        }
        double[] leaving = new double[mass.length];
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            int last = sets.last(i);
            double u = r[i] == 0 ? 0 : r[i] / weights[i];
            double entropy = Entropy.of(sets.death(i) >= 0 ? 1 : 0, u);
            if (Double.isInfinite(entropy) || last < 0 && r[i] != 0) {
                return Double.POSITIVE_INFINITY;
            }
            if (last >= 0) {
                leaving[last] += sets.death(i) >= 0 ? weights[i] + r[i] : r[i];
                sum += weights[i] * entropy;
            }
        }
        return sum - flow(leaving);
    }

    /** Σₜ [(Nₜ + dₜ) log(Nₜ + dₜ) − Nₜ log Nₜ]; −∞ outside the domain. */
    private double flow(double[] leaving) {
        double sum = 0;
        double n = 0;
        for (int t = 0; t < mass.length; t++) {
            n = sets.isFirst(t) ? 0 : Math.max(n, 0);
            double p = n + mass[t];
            sum += p * Math.log(p) - (n > 0 ? n * Math.log(n) : 0);
            n = p - leaving[t];
            boolean ends = t + 1 == mass.length || sets.isFirst(t + 1);
            if (!(n >= -SUMS) || ends && n > SUMS) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return sum;
    }

    /** Every risk set holds no risk but that of its events, all equal: Σₜ [dₜ log dₜ + mₜ Σₗ log(1 − l/dₜ)], d of weights. */
    @Override
    public double saturated() {
        double sum = 0;
        for (int t = 0; t < mass.length; t++) {
            sum += mass[t] * (Math.log(mass[t]) + shares(t) / tied[t]);
        }
        return sum;
    }

    /** None is needed. */
    @Override
    public double[] intercepts() {
        return new double[1];
    }
}
