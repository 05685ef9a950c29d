package dev.taut.solver;

/**
 * Solves problems of one structure. A solver may remember what it learned about a design and a datafit (Gram blocks),
 * so that a path over λ is cheap; one instance serves one thread.
 */
public interface Solver {
    Solution solve(Problem problem, Start start, Stopping stopping, Observer observer);

    /** The method and why it was chosen, in one sentence. */
    String plan();
}
