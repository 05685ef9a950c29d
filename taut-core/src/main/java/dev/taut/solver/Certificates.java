package dev.taut.solver;

import dev.taut.penalty.SeparableProx;

/** Certificates of coefficients that were found elsewhere: in a smaller problem, by another program, in a file. */
public final class Certificates {
    private Certificates() {}

    /**
     * Objective, gap and violation of these coefficients in this problem, computed afresh with one pass over X.
     *
     * @param found    the certificate they came with; its scale and epochs are taken over
     * @param stopping the relative gap that counts as converged
     */
    public static Certificate of(Problem problem, Coefficients coefficients, Certificate found, Stopping stopping) {
        SeparableProx prox = (SeparableProx) problem.prox();
        State state = new State(problem);
        state.restart(coefficients);
        CurvatureModel model = new CurvatureModel(problem.design(), problem.datafit());
        model.refresh(state);
        double objective = state.value + prox.value(state.beta);
        double gap = new Certifier(problem, prox, model).gap(state, objective, 1);
        return new Certificate(
                objective,
                gap,
                found.scale(),
                state.worstViolation(prox),
                found.epochs() + 1,
                gap <= stopping.relativeGap() * found.scale());
    }
}
