package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * λ·Σⱼ |(Δᵏβ)ⱼ| or λ·½Σⱼ (Δᵏβ)ⱼ² over the k-th differences of neighbouring coefficients, for columns in the order of the
 * design: trend filtering (Kim et al. 2009; Tibshirani 2014), whose coefficients are piecewise polynomials of degree k − 1, and
 * the difference penalty of smoothing splines (Eilers and Marx 1996). What k-th differences do not see, polynomials of degree
 * k − 1, is free. Neighbours that a free column stands between are not compared across it.
 *
 * @param norm  how differences are penalised: lasso for kinks at few places, ridge for smoothness everywhere
 * @param order k, 1…4
 */
public record DifferencePenalty(ElasticNet norm, int order) implements Penalty {
    private static final int HIGHEST_ORDER = 4;

    public DifferencePenalty {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException(
                    "differences of order 1 to " + HIGHEST_ORDER + " can be penalised, not " + order);
        }
        if (norm.l1Ratio() != 0 && norm.l1Ratio() != 1) {
            throw new IllegalArgumentException("differences are penalised by the lasso or by ridge, not by both");
        }
    }

    /** Piecewise polynomials of this degree: λ·Σ |Δ^(degree + 1)β|. */
    public static DifferencePenalty trend(int degree) {
        return new DifferencePenalty(new ElasticNet(1), degree + 1);
    }

    /** λ·½Σ (Δᵏβ)². */
    public static DifferencePenalty smooth(int order) {
        return new DifferencePenalty(new ElasticNet(0), order);
    }

    private boolean isTrend() {
        return norm.l1Ratio() == 1;
    }

    @Override
    public String name() {
        return isTrend() ? "trend " + (order - 1) : "smooth " + order;
    }

    @Override
    public String formula() {
        String difference = order == 1 ? "βⱼ₊₁ − βⱼ" : "Δ^" + order + "β";
        return isTrend() ? "λ · Σ|" + difference + "|" : "λ · ½Σ(" + difference + ")²";
    }

    @Override
    public Prox at(double lambda, Features features) {
        return at(lambda, features, new boolean[features.size()]);
    }

    @Override
    public Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        adjustments.refuseBounds(this);
        adjustments.refuseFactors(this);
        boolean[] free = new boolean[features.size()];
        for (int j = 0; j < free.length; j++) {
            free[j] = adjustments.factors()[j] == 0;
        }
        return at(lambda, features, free);
    }

    private RebasedProx at(double lambda, Features features, boolean[] free) {
        int p = free.length;
        List<Differences.Run> runs = runs(free);
        double[] factors = new double[p];
        for (Differences.Run run : runs) {
            Arrays.fill(factors, Math.min(run.from() + order, run.to()), run.to(), 1);
        }
        SeparableProx inner = (SeparableProx) norm.adjusted(lambda, features, Adjustments.of(factors));
        return new RebasedProx(inner, new Differences(p, runs, order));
    }

    private static List<Differences.Run> runs(boolean[] free) {
        List<Differences.Run> runs = new ArrayList<>();
        int from = 0;
        for (int j = 0; j <= free.length; j++) {
            if (j == free.length || free[j]) {
                if (j > from) {
                    runs.add(new Differences.Run(from, j));
                }
                from = j + 1;
            }
        }
        return runs;
    }
}
