package dev.taut.loss;

/**
 * ∇²F = diag(expected events) − Σₜₗ mₜ pₜₗpₜₗᵀ, where pₜₗ is how the risk is shared among the rows at risk. The sum over l at one
 * time acts on two numbers only, the sums over rows at risk and over events, so that two rows of B hold it: the Cholesky
 * factor of Σₗ (mₜ/shareₗ²)·(1, −l/d)(1, −l/d)ᵀ.
 */
final class CoxCoupling implements Coupling {
    private final RiskSets sets;
    private final double[] risk;
    private final double[] expected;
    private final double[] first;
    private final double[] mixed;
    private final double[] second;
    /** The event times at which events are tied, in order. */
    private final int[] tied;

    CoxCoupling(CoxState state) {
        this.sets = state.fit().sets();
        this.risk = state.risk();
        this.expected = state.expected();
        this.first = state.sums(0, 2);
        int times = first.length;
        this.mixed = state.fit().anyTied() ? state.sums(1, 2) : new double[times];
        this.second = state.fit().anyTied() ? state.sums(2, 2) : new double[times];
        int[] found = new int[times];
        int count = 0;
        for (int t = 0; t < times; t++) {
            first[t] = Math.sqrt(first[t]);
            mixed[t] /= first[t];
            second[t] = Math.sqrt(Math.max(second[t] - mixed[t] * mixed[t], 0));
            if (state.fit().tied(t) > 1) {
                found[count++] = t;
            }
        }
        this.tied = java.util.Arrays.copyOf(found, count);
    }

    @Override
    public double[] diagonal() {
        return expected;
    }

    @Override
    public int rank() {
        return first.length + tied.length;
    }

    @Override
    public void times(double[] v, double[] out) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            product[i] = risk[i] * v[i];
        }
        int times = first.length;
        double[] sums = new double[times];
        sets.sum(product, sums);
        for (int t = 0; t < times; t++) {
            out[t] = first[t] * sums[t];
        }
        if (tied.length > 0) {
            double[] dying = new double[times];
            for (int i = 0; i < v.length; i++) {
                if (sets.death(i) >= 0) {
                    dying[sets.death(i)] += product[i];
                }
            }
            for (int k = 0; k < tied.length; k++) {
                int t = tied[k];
                out[t] -= mixed[t] * dying[t];
                out[times + k] = second[t] * dying[t];
            }
        }
    }

    @Override
    public void subtractTransposed(double[] u, double[] out) {
        int times = first.length;
        double[] all = new double[times];
        double[] own = new double[times];
        for (int t = 0; t < times; t++) {
            all[t] = first[t] * u[t];
        }
        for (int k = 0; k < tied.length; k++) {
            int t = tied[k];
            own[t] = second[t] * u[times + k] - mixed[t] * u[t];
        }
        double[] spread = new double[out.length];
        sets.spread(all, spread);
        for (int i = 0; i < out.length; i++) {
            out[i] -= risk[i] * (spread[i] + (sets.death(i) >= 0 ? own[sets.death(i)] : 0));
        }
    }
}
