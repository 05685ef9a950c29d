package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.Arrays;

/**
 * The adaptive lasso (Zou 2006): λ·Σ weightⱼ·|βⱼ| with weightⱼ = 1/|β̂ⱼ|^γ from a pilot fit. The pilot is the knot of the
 * lasso path with the smallest BIC, computed anew on the rows of every fit (Bühlmann and van de Geer 2011, §2.8, with BIC in
 * place of cross-validation); columns that the pilot leaves out stay out. Without a pilot it is the lasso.
 *
 * @param gamma &gt; 0, default 1
 */
public record AdaptivePenalty(double gamma) implements Penalty {
    public AdaptivePenalty {
        if (!(gamma > 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("gamma of adaptive must be a finite number > 0, not " + gamma);
        }
    }

    @Override
    public String name() {
        return "adaptive " + gamma;
    }

    @Override
    public String formula() {
        return "λ · Σ |βⱼ|/|β̂ⱼ|^" + gamma + ", β̂ a pilot lasso";
    }

    @Override
    public Prox at(double lambda, Features features) {
        return Penalty.lasso().at(lambda, features);
    }

    @Override
    public double lambdaMax(double[] nullGradient, Features features) {
        return Penalty.lasso().lambdaMax(nullGradient, features);
    }

    /**
     * The penalty that a pilot makes of this one.
     *
     * @param pilot one coefficient per column and output, on the scale of the design; a pilot without any leaves the lasso
     */
    public Penalty after(double[] pilot, int columns) {
        double[] sizes = new double[columns];
        for (int c = 0; c < pilot.length; c++) {
            sizes[c % columns] = Math.hypot(sizes[c % columns], pilot[c]);
        }
        if (Arrays.stream(sizes).allMatch(s -> s == 0)) {
            return Penalty.lasso();
        }
        return new Weighted(
                this, Arrays.stream(sizes).map(s -> Math.pow(s, -gamma)).toArray());
    }

    /** λ·Σ weightⱼ·|βⱼ|; columns of infinite weight are held at zero. */
    private record Weighted(AdaptivePenalty origin, double[] weights) implements Penalty {
        @Override
        public String name() {
            return origin.name();
        }

        @Override
        public Prox at(double lambda, Features features) {
            return new At(
                    lambda == 0
                            ? Arrays.stream(weights)
                                    .map(w -> Double.isInfinite(w) ? w : 0)
                                    .toArray()
                            : Arrays.stream(weights).map(w -> lambda * w).toArray());
        }
    }

    private record At(double[] weights) implements SeparableProx {
        @Override
        public int columns() {
            return weights.length;
        }

        @Override
        public double value(int column, double b) {
            return b == 0 ? 0 : weights[column] * Math.abs(b);
        }

        @Override
        public double slope(int column, double b, int side) {
            double weight = Double.isInfinite(weights[column]) ? 0 : weights[column];
            return b == 0 ? side * weight : Math.copySign(weight, b);
        }

        @Override
        public double bend(int column, double b) {
            return 0;
        }

        @Override
        public double step(int column, double u, double curvature) {
            double shrunk = Math.max(Math.abs(u) - weights[column], 0);
            return shrunk == 0 ? 0 : Math.copySign(shrunk / curvature, u);
        }

        @Override
        public double lower(int column) {
            return Double.isInfinite(weights[column]) ? 0 : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double upper(int column) {
            return Double.isInfinite(weights[column]) ? 0 : Double.POSITIVE_INFINITY;
        }
    }
}
