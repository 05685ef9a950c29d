package dev.taut.solver;

import dev.taut.penalty.SeparableProx;
import java.util.stream.IntStream;

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
        State state = new State(problem, ColumnNorms.of(problem));
        state.restart(coefficients);
        CurvatureModel model = new CurvatureModel(problem.design(), problem.datafit());
        model.refresh(state);
        double objective = state.value + prox.value(state.beta);
        int[] all = IntStream.range(0, state.beta.length).toArray();
        state.correlations.compute(all);
        double gap = new Certifier(problem, prox, model).gap(state, objective, 1, all);
        return new Certificate(
                objective,
                gap,
                found.scale(),
                state.worstViolation(prox, all),
                found.epochs() + 1,
                gap <= stopping.relativeGap() * found.scale());
    }
}
