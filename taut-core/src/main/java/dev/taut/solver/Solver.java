package dev.taut.solver;

import java.util.Optional;

/**
 * Solves problems of one structure. A solver may remember what it learned about a design and a datafit (Gram blocks),
 * so that a path over λ is cheap; one instance serves one thread.
 */
public interface Solver {
    Solution solve(Problem problem, Start start, Stopping stopping, Observer observer);

    /**
     * Xᵀ∇F at the solution that this solver found last, one block of columns per output: cheaper than a pass over X, if it
     * remembers the products of that solution; empty if it does not.
     */
    default Optional<double[]> gradient(Problem problem, Solution found) {
        return Optional.empty();
    }

    /** The method and why it was chosen, in one sentence. */
    String plan();
}
