package dev.taut.loss;

/**
 * min over σ &gt; 0 of Σ wᵢ [½σ + σ·ρ((yᵢ − ηᵢ)/σ)], ρ(z) = ½z² up to |z| = ε and ε|z| − ½ε² beyond: Huber's loss whose scale is
 * estimated with the model (Huber 1981, "Robust Statistics", §7.7; Owen 2007), convex in σ and η together. Without a limit ε it is
 * √Σ wᵢ(yᵢ − ηᵢ)², the loss of the square-root lasso (Belloni, Chernozhukov and Wang 2011): σ is the root mean square then, and a good
 * λ does not depend on the noise.
 *
 * @param epsilon ε &gt; 1, in units of σ; +∞ for the square root
 */
record ScaledHuberLoss(double epsilon) implements SmoothLoss {
    ScaledHuberLoss {
        if (!(epsilon > 1)) {
            throw new IllegalArgumentException(
                    "ε of the Huber loss with its own scale is a number > 1, not " + epsilon);
        }
    }

    @Override
    public String name() {
        return Double.isInfinite(epsilon) ? "sqrt" : "scaled_huber:" + Named.text(epsilon);
    }

    @Override
    public String formula() {
        return Double.isInfinite(epsilon)
                ? "√mean (y − η)², not a sum over rows"
                : "½σ + σ·ρ((y − η)/σ) at the best σ, ρ(z) = ½z² up to |z| = " + Named.text(epsilon)
                        + ", straight beyond";
    }

    @Override
    public void mean(double[] eta, int outputs) {
        // the identity link
    }

    @Override
    public Datafit on(Target target, double[] weights) {
        return new ScaledDatafit(target.numbers(), Weights.normalized(weights, target.rows()), epsilon);
    }
}
