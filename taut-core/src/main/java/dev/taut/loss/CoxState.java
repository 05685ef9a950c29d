package dev.taut.loss;

import java.util.Arrays;

/** The sums over risk sets that a {@link CoxDatafit} and its derivatives are made of, at one η. */
final class CoxState {
    /**
     * A row whose η lies further below the largest of its stratum counts in sums as if it lay there, e^−300 of the largest, so
     * that no risk set sums to zero. F is at most overestimated by it, and the squares of such sums are still numbers.
     */
    private static final double DEPTH = 300;

    private final CoxDatafit fit;
    private final RiskSets sets;
    private final double[] eta;
    /** The largest η of each row's stratum. */
    private final double[] top;
    /** wⱼ·e^(ηⱼ − top). */
    private final double[] risk;
    /** Sₜ·e^−top. */
    private final double[] atRisk;
    /** Dₜ·e^−top, where events are tied. */
    private final double[] dying;

    CoxState(CoxDatafit fit, double[] eta) {
        this.fit = fit;
        this.sets = fit.sets();
        this.eta = eta;
        this.top = tops();
        this.risk = new double[eta.length];
        this.atRisk = new double[sets.count()];
        this.dying = new double[sets.count()];
        double[] weights = fit.weights();
        for (int i = 0; i < risk.length; i++) {
            int last = sets.last(i);
            risk[i] = last < 0 ? 0 : weights[i] * Math.exp(Math.max(eta[i] - top[last], -DEPTH));
        }
        sets.sum(risk, atRisk);
        for (int i = 0; fit.anyTied() && i < risk.length; i++) {
            if (sets.death(i) >= 0) {
                dying[sets.death(i)] += risk[i];
            }
        }
    }

    /** Per event time. */
    private double[] tops() {
        double[] tops = new double[sets.count()];
        Arrays.fill(tops, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < eta.length; i++) {
            int last = sets.last(i);
            if (last >= 0) {
                tops[last] = Math.max(tops[last], eta[i]);
            }
        }
        for (int t = tops.length - 2; t >= 0; t--) {
            tops[t] = sets.isFirst(t + 1) ? tops[t] : Math.max(tops[t], tops[t + 1]);
        }
        for (int t = 1; t < tops.length; t++) {
            tops[t] = sets.isFirst(t) ? tops[t] : tops[t - 1];
        }
        return tops;
    }

    CoxDatafit fit() {
        return fit;
    }

    double[] risk() {
        return risk;
    }

    double value() {
        double[] events = events();
        double[] weights = fit.weights();
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            sum += sets.death(i) < 0 ? 0 : weights[i] * events[i];
        }
        return sum;
    }

    /** Minus the log of the share of its risk set that each event has, after Efron the mean of them; 0 without an event. */
    double[] events() {
        double[] logs = new double[atRisk.length];
        for (int t = 0; t < logs.length; t++) {
            int d = fit.tied(t);
            for (int l = 0; l < d; l++) {
                logs[t] += Math.log(share(t, l));
            }
            logs[t] /= d;
        }
        double[] out = new double[eta.length];
        for (int i = 0; i < out.length; i++) {
            int death = sets.death(i);
            out[i] = death < 0 ? 0 : logs[death] - (eta[i] - top[death]);
        }
        return out;
    }

    /** The step of the cumulative baseline hazard at each event time. */
    double[] hazards() {
        double[] steps = sums(0, 1);
        for (int t = 0; t < steps.length; t++) {
            steps[t] *= Math.exp(-top[t]);
        }
        return steps;
    }

    /** Sₜ − (l/d)·Dₜ, both scaled. */
    private double share(int t, int l) {
        return l == 0 ? atRisk[t] : atRisk[t] - (double) l / fit.tied(t) * dying[t];
    }

    /**
     * out[t] = mₜ Σₗ (l/d)^power / share^order, the sums of which gradient and curvature consist.
     */
    double[] sums(int power, int order) {
        double[] out = new double[atRisk.length];
        for (int t = 0; t < out.length; t++) {
            int d = fit.tied(t);
            for (int l = power == 0 ? 0 : 1; l < d; l++) {
                double gone = (double) l / d;
                double s = share(t, l);
                out[t] += (power == 0 ? 1 : power == 1 ? gone : gone * gone) / (order == 1 ? s : s * s);
            }
            out[t] *= fit.mass(t) / d;
        }
        return out;
    }

    /** The expected events of every row: wⱼe^ηⱼ times the cumulative hazard it lived through. */
    double[] expected() {
        double[] out = new double[eta.length];
        sets.spread(sums(0, 1), out);
        double[] less = fit.anyTied() ? sums(1, 1) : new double[0];
        for (int i = 0; i < out.length; i++) {
            double spared = fit.anyTied() && sets.death(i) >= 0 ? less[sets.death(i)] : 0;
            out[i] = risk[i] * (out[i] - spared);
        }
        return out;
    }

    void gradient(double[] out) {
        double[] expected = expected();
        double[] weights = fit.weights();
        for (int i = 0; i < out.length; i++) {
            out[i] = expected[i] - (sets.death(i) >= 0 ? weights[i] : 0);
        }
    }

    /** Expected events minus Σ m·(share of the risk)². */
    void curvature(double[] out) {
        double[] expected = expected();
        double[] squares = new double[out.length];
        sets.spread(sums(0, 2), squares);
        double[] once = fit.anyTied() ? sums(1, 2) : new double[0];
        double[] twice = fit.anyTied() ? sums(2, 2) : new double[0];
        for (int i = 0; i < out.length; i++) {
            int death = sets.death(i);
            // (1 − l/d)² = 1 − 2·l/d + (l/d)²
            double spared = fit.anyTied() && death >= 0 ? 2 * once[death] - twice[death] : 0;
            out[i] = Math.max(expected[i] - risk[i] * risk[i] * (squares[i] - spared), 0);
        }
    }
}
