package dev.taut.loss;

import java.util.Optional;

/**
 * F(η) = (1/W) Σ wᵢ ℓ(yᵢ, ηᵢ): a loss bound to target and weights. Whole vectors only, since a call per row would cost
 * ten times the arithmetic.
 *
 * <p>A loss with K outputs takes η as K blocks of n values. All methods are pure and may be called from several
 * threads.
 */
public interface Datafit {
    int rows();

    /** Linear predictors per row; 1 except for the multinomial loss. */
    default int outputs() {
        return 1;
    }

    /** The weights, normalised to sum 1; not to be changed. */
    double[] weights();

    double value(double[] eta);

    /** out = ∇F(η). */
    void gradient(double[] eta, double[] out);

    /** out = the diagonal of ∇²F(η). */
    void curvature(double[] eta, double[] out);

    /**
     * F(η), with ∇F(η) and the diagonal of ∇²F(η) written besides: one sweep where a loss can share its exponentials.
     */
    default double evaluate(double[] eta, double[] gradient, double[] curvature) {
        gradient(eta, gradient);
        curvature(eta, curvature);
        return value(eta);
    }

    /**
     * How rows depend on each other at η: ∇²F(η) as a diagonal minus a matrix of low rank. Empty if ∇²F of a single output
     * is diagonal; losses with several outputs say what they have to say by {@link #curvatureTimes}.
     */
    default Optional<Coupling> coupling(double[] eta) {
        return Optional.empty();
    }

    /** out = ∇²F(η)·v; the diagonal product unless rows or outputs are coupled. */
    default void curvatureTimes(double[] eta, double[] v, double[] out) {
        Optional<Coupling> coupling = coupling(eta);
        if (coupling.isPresent()) {
            coupling.get().curvatureTimes(v, out);
            return;
        }
        curvature(eta, out);
        for (int i = 0; i < out.length; i++) {
            out[i] *= v[i];
        }
    }

    /** Whether F(η) = ½Σwᵢ(yᵢ − ηᵢ)², so that Gram matrices say everything about it. */
    default boolean isQuadratic() {
        return false;
    }

    /**
     * Whether F(η + c) = F(η) for every constant c, as for a Cox model: then there is no intercept to fit, and where
     * columns are centred is of no consequence.
     */
    default boolean isShiftInvariant() {
        return false;
    }

    /**
     * Whether one constant added to all outputs of a row changes nothing, as with classes: their intercepts are shown with sum zero.
     */
    default boolean isSymmetric() {
        return false;
    }

    /** The smallest L with ∂²ℓ/∂η² ≤ L for every y and η; +∞ where there is none (Poisson). */
    double curvatureBound();

    /**
     * F*(r) = sup_η { ⟨r, η⟩ − F(η) }, the convex conjugate; +∞ outside its domain. With it
     * F(η) + F*(r) ≥ ⟨r, η⟩, with equality for r = ∇F(η): the source of every duality gap.
     */
    double conjugate(double[] r);

    /**
     * Whether {@link #conjugate} is F* everywhere. Where F* has no closed form, as for a Cox model with late entries, it is
     * exact at r = 0 and +∞ elsewhere, and gaps rest on the convexity of F* between 0 and a gradient, where Fenchel's
     * inequality is an equality: F*(t·∇F(η)) ≤ t·(⟨∇F(η), η⟩ − F(η)) − (1 − t)·inf F for 0 ≤ t ≤ 1.
     */
    default boolean hasConjugate() {
        return true;
    }

    /** inf F: the value of a model that fits every row as well as the loss allows. */
    double saturated();

    /** Intercepts that minimise F for constant η, one per output; the start of every fit. */
    double[] intercepts();
}
