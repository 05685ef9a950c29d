package dev.taut.testkit.matrix;

import java.util.function.DoubleBinaryOperator;

/**
 * A loss as its definition says: F(η, ν), slow, sharing no line with the library. Parameters ν that the library eliminates
 * (a scale, thresholds) stay what they are, so that the elimination is checked too.
 */
interface LossFormula {
    /**
     * F(η, ν), +∞ where ν is not allowed.
     *
     * @param weights normalised to sum 1
     * @param slopes  receives ∂F/∂η and ∂F/∂ν, one after the other: a subgradient, or where the value is +∞ a direction that
     *     leads away from all ν that are allowed
     */
    double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes);

    /** Values of ν from which to search. */
    default double[] nuisance() {
        return new double[0];
    }

    /** Σ wᵢ ℓ(yᵢ, ηᵢ). */
    record Rows(DoubleBinaryOperator value, DoubleBinaryOperator slope) implements LossFormula {
        @Override
        public double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes) {
            double sum = 0;
            for (int i = 0; i < eta.length; i++) {
                double w = weights[i % weights.length];
                double y = seen.y()[i];
                sum += w == 0 ? 0 : w * value.applyAsDouble(y, eta[i]);
                slopes[i] = w == 0 ? 0 : w * slope.applyAsDouble(y, eta[i]);
            }
            return sum;
        }
    }

    /** Σ wᵢ (log Σₖ e^ηᵢₖ − η_{i,yᵢ}). */
    record Softmax() implements LossFormula {
        @Override
        public double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes) {
            int n = weights.length;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int c = i; c < eta.length; c += n) {
                    most = Math.max(most, eta[c]);
                }
                double all = 0;
                for (int c = i; c < eta.length; c += n) {
                    all += Math.exp(eta[c] - most);
                }
                int own = i + n * (int) seen.y()[i];
                sum += weights[i] * (most + Math.log(all) - eta[own]);
                for (int c = i; c < eta.length; c += n) {
                    slopes[c] = weights[i] * (Math.exp(eta[c] - most) / all - (c == own ? 1 : 0));
                }
            }
            return sum;
        }
    }

    /** √Σ wᵢ(yᵢ − ηᵢ)². */
    record RootMeanSquare() implements LossFormula {
        @Override
        public double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes) {
            double squares = 0;
            for (int i = 0; i < eta.length; i++) {
                slopes[i] = weights[i] * (eta[i] - seen.y()[i]);
                squares += slopes[i] * (eta[i] - seen.y()[i]);
            }
            double root = Math.sqrt(squares);
            for (int i = 0; i < eta.length; i++) {
                slopes[i] /= root > 0 ? root : 1;
            }
            return root;
        }
    }

    /** Σ wᵢ [½σ + σ·ρ((yᵢ − ηᵢ)/σ)] at ν = σ &gt; 0, ρ(z) = ½z² up to |z| = ε and ε|z| − ½ε² beyond. */
    record HuberAndScale(double epsilon) implements LossFormula {
        @Override
        public double[] nuisance() {
            return new double[] {1};
        }

        @Override
        public double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes) {
            int n = weights.length;
            double sigma = nuisance[0];
            slopes[n] = sigma > 0 ? 0.5 : -1;
            double sum = sigma / 2;
            for (int i = 0; i < n; i++) {
                double z = sigma > 0 ? (eta[i] - seen.y()[i]) / sigma : 0;
                boolean far = Math.abs(z) > epsilon;
                double rho = far ? epsilon * Math.abs(z) - epsilon * epsilon / 2 : z * z / 2;
                double bend = far ? Math.copySign(epsilon, z) : z;
                sum += weights[i] * sigma * rho;
                slopes[i] = weights[i] * bend;
                slopes[n] += weights[i] * (rho - bend * z);
            }
            return sigma > 0 ? sum : Double.POSITIVE_INFINITY;
        }
    }

    /** −Σ wᵢ log[σ(θ_{y+1} − ηᵢ) − σ(θ_y − ηᵢ)] at ν = (θ₁, θ₂), θ₁ &lt; θ₂. */
    record ProportionalOdds() implements LossFormula {
        @Override
        public double[] nuisance() {
            return new double[] {-1, 1};
        }

        @Override
        public double at(Observed seen, double[] weights, double[] eta, double[] nuisance, double[] slopes) {
            int n = weights.length;
            java.util.Arrays.fill(slopes, 0);
            if (!(nuisance[1] > nuisance[0])) {
                slopes[n] = 1;
                slopes[n + 1] = -1;
                return Double.POSITIVE_INFINITY;
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int k = (int) seen.y()[i];
                double upper = k < 2 ? nuisance[k] - eta[i] : Double.POSITIVE_INFINITY;
                double lower = k > 0 ? nuisance[k - 1] - eta[i] : Double.NEGATIVE_INFINITY;
                // σ(b) − σ(a) = σ(b)·σ(−a)·(1 − e^(a−b))
                double w = weights[i];
                sum += w == 0 ? 0 : w * (minusLog(upper) + minusLog(-lower) - Math.log(-Math.expm1(lower - upper)));
                double shared = k == 1 ? 1 / Math.expm1(upper - lower) : 0;
                double up = k < 2 ? w * (logistic(-upper) + shared) : 0;
                double down = k > 0 ? w * (logistic(lower) + shared) : 0;
                slopes[i] = up - down;
                if (k < 2) {
                    slopes[n + k] -= up;
                }
                if (k > 0) {
                    slopes[n + k - 1] += down;
                }
            }
            return sum;
        }

        /** −log σ(t). */
        private static double minusLog(double t) {
            return Math.max(-t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
        }

        private static double logistic(double t) {
            return 1 / (1 + Math.exp(-t));
        }
    }
}
