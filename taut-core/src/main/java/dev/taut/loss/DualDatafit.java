package dev.taut.loss;

/**
 * F(η) = sup { ⟨r, η⟩ − F*(r) } over the box where F* is finite: a datafit whose gradient is one of its subgradients and
 * whose curvature is 0. What solvers touch are smooth neighbours of it.
 */
public interface DualDatafit extends Datafit {
    /**
     * sup { ⟨r, η⟩ − F*(r) − width/2 · Σ wᵢ (rᵢ/wᵢ − centerᵢ)² }: F with rounded corners, of curvature 1/width where rᵢ is
     * inside its box. It is below F by at most the subtracted term at the best r, and touches F where that r is the center:
     * the step of the method of multipliers (Rockafellar 1976). Its gradient is in the domain of F*, its
     * {@linkplain Datafit#conjugate conjugate} is F* plus the subtracted term.
     *
     * @param center one slope per row; not to be changed afterwards
     * @param width  > 0, in units of η per unit of slope
     */
    Datafit smoothed(double[] center, double width);

    /** The slopes ℓ′ from which {@link #smoothed} first starts: the middle of the slopes that a row may have. */
    double[] middle();

    /** A width for {@link #smoothed} at which corners of neighbouring rows overlap, in units of η per unit of slope. */
    double width();
}
