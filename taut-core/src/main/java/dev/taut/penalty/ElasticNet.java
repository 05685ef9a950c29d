package dev.taut.penalty;

import dev.taut.design.Features;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * λ · [ l1Ratio·‖β‖₁ + (1 − l1Ratio)/2·‖β‖₂² ] (Zou and Hastie 2005, in the parametrisation of Friedman, Hastie and
 * Tibshirani 2010); lasso at l1Ratio 1, ridge at 0.
 *
 * @param l1Ratio share of L1, 0…1
 */
public record ElasticNet(double l1Ratio) implements Penalty {
    /** Ridge has no finite λ at which all is zero; its grid starts where an l1Ratio of 1/1000 would. */
    private static final double SMALLEST_RATIO = 1e-3;

    public ElasticNet {
        if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("l1Ratio must lie in [0, 1], not " + l1Ratio);
        }
    }

    @Override
    public String name() {
        return l1Ratio == 1 ? "lasso" : l1Ratio == 0 ? "ridge" : "enet " + l1Ratio;
    }

    @Override
    public String formula() {
        if (l1Ratio == 1) {
            return "λ · ‖β‖₁";
        }
        return l1Ratio == 0 ? "λ · ½‖β‖₂²" : "λ · [" + text(l1Ratio) + "·‖β‖₁ + " + text((1 - l1Ratio) / 2) + "·‖β‖₂²]";
    }

    private static String text(double share) {
        return new BigDecimal(share)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public Prox at(double lambda, Features features) {
        return new At(features.size(), lambda * l1Ratio, lambda * (1 - l1Ratio));
    }

    @Override
    public double lambdaMax(double[] nullGradient, Features features) {
        return dev.taut.kernel.Vectors.maxAbs(nullGradient) / Math.max(l1Ratio, SMALLEST_RATIO);
    }

    /** g(b) = l1·|b| + l2/2·b². */
    private record At(int columns, double l1, double l2) implements SeparableProx {
        @Override
        public boolean isUniform() {
            return true;
        }

        @Override
        public double value(int column, double b) {
            return l1 * Math.abs(b) + l2 / 2 * b * b;
        }

        @Override
        public double slope(int column, double b, int side) {
            return b == 0 ? side * l1 : Math.copySign(l1, b) + l2 * b;
        }

        @Override
        public double bend(int column, double b) {
            return l2;
        }

        @Override
        public double step(int column, double u, double curvature) {
            double shrunk = Math.max(Math.abs(u) - l1, 0);
            return shrunk == 0 ? 0 : Math.copySign(shrunk / (curvature + l2), u);
        }
    }
}
