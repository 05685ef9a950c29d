package dev.taut.scale;

/**
 * λ · [ l1Ratio·‖β‖₁ + (1 − l1Ratio)/2·‖β‖₂² ]: how strongly, and with which share of L1.
 *
 * @param lambda  overall strength ≥ 0
 * @param l1Ratio share of L1, 0…1
 */
public record Strength(double lambda, double l1Ratio) {
    public Strength {
        if (!(lambda >= 0) || Double.isInfinite(lambda) || !(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException(
                    "lambda must be ≥ 0 and l1Ratio in [0, 1], not " + lambda + " and " + l1Ratio);
        }
    }

    /** The strength with this factor of ‖β‖₁ and this factor of ½‖β‖₂²; without any penalty the share is that given. */
    static Strength of(double l1, double l2, double shareOfNone) {
        double lambda = l1 + l2;
        return new Strength(lambda, lambda == 0 ? shareOfNone : l1 / lambda);
    }

    /** The factor of ‖β‖₁. */
    public double l1() {
        return lambda * l1Ratio;
    }

    /** The factor of ½‖β‖₂². */
    public double l2() {
        return lambda * (1 - l1Ratio);
    }
}
