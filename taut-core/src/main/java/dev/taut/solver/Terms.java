package dev.taut.solver;

import dev.taut.penalty.BlockProx;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;

/**
 * A penalty at one λ as a {@link Session} sees it. What has an entry per position speaks of the coordinates of the
 * {@link CurvatureModel}, intercepts among them.
 */
interface Terms {
    static Terms of(Prox prox, Problem problem, State state, CurvatureModel model, Candidates candidates) {
        if (prox instanceof SeparableProx separable) {
            return new SeparableTerms(separable, problem, state, model, candidates);
        }
        if (prox instanceof BlockProx blocks) {
            return new BlockTerms(blocks, problem, state, model, candidates);
        }
        throw new IllegalArgumentException("a penalty that is not convex is solved through its majorizers");
    }

    /** Makes candidates of all that is not zero, and of all that belongs to it. */
    void admitPresent();

    /** Candidates, and all others that may violate their condition; their correlations are current. */
    int[] inspect();

    /**
     * Makes the worst violators among these candidates; answers the largest violation per unit norm.
     *
     * @param target violations up to it are none
     */
    double admitViolators(int[] inspected, double target);

    /** The largest violation over these coordinates and the intercepts. */
    double worstViolation(int[] inspected);

    /**
     * The duality gap at the state.
     *
     * @param primal     F(η) + g(β)
     * @param modelScale curvature at η over curvature at the model's reference
     */
    double gap(double primal, double modelScale, int[] inspected);

    /** g(β) at the state, whose non-zero coefficients are candidates. */
    double value();

    /**
     * The violations per unit norm.
     *
     * @param c gradients, one per position
     */
    double[] violations(double[] c);

    /** g(from + t(to − from)) − g(from). */
    double change(double[] from, double[] to, double t);

    /** argmin over b of ½·scale·(b − b₀)ᵀH(b − b₀) + cᵀ(b − b₀) + g(b), until no violation exceeds the tolerance. */
    double[] solve(double[] b0, double[] c, double scale, double tolerance);

    /** Moves the state to where the solution at λ probably is. */
    void apply(Forecast forecast, double lambda);
}
