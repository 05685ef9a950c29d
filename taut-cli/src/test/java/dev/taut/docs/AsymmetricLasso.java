package dev.taut.docs;

import dev.taut.design.Features;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;

// @start region="penalty"
/**
 * λ · Σ max(β, −down·β): a lasso that charges negative coefficients {@code down} times as much as positive ones.
 *
 * @param down price of −1 when +1 costs 1, ≥ 0
 */
public record AsymmetricLasso(double down) implements Penalty {
    public AsymmetricLasso {
        if (!(down >= 0) || Double.isInfinite(down)) {
            throw new IllegalArgumentException("down must be a finite number ≥ 0, not " + down);
        }
    }

    @Override
    public String name() {
        return "asymmetric lasso " + down;
    }

    @Override
    public Prox at(double lambda, Features features) {
        return new At(features.size(), lambda, lambda * down);
    }

    /** g(b) = max(up·b, −down·b). */
    private record At(int columns, double up, double down) implements SeparableProx {
        @Override
        public double value(int column, double b) {
            return Math.max(up * b, -down * b);
        }

        @Override
        public double slope(int column, double b, int side) {
            return b > 0 || b == 0 && side > 0 ? up : -down;
        }

        @Override
        public double bend(int column, double b) {
            return 0;
        }

        @Override
        public double step(int column, double u, double curvature) {
            if (u > up) {
                return (u - up) / curvature;
            }
            return u < -down ? (u + down) / curvature : 0;
        }
    }
}
// @end region="penalty"
