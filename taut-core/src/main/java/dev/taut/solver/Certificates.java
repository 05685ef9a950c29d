package dev.taut.solver;

import dev.taut.design.RebasedDesign;
import dev.taut.penalty.RebasedProx;
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
        if (problem.prox() instanceof RebasedProx rebased) {
            Problem changed = new Problem(
                    RebasedDesign.of(problem.design(), rebased.basis()),
                    problem.datafit(),
                    rebased.inner(),
                    problem.offset(),
                    problem.intercept());
            double[] theta = rebased.basis().forwardAll(coefficients.dense());
            return of(
                    changed,
                    Coefficients.of(coefficients.columns(), coefficients.intercepts(), theta),
                    found,
                    stopping);
        }
        double[] norms = ColumnNorms.of(problem);
        State state = new State(problem, norms);
        state.restart(coefficients);
        CurvatureModel model = new CurvatureModel(problem.design(), problem.datafit());
        model.refresh(state);
        Terms penalty = Terms.of(problem.prox(), problem, state, model, new Candidates(problem, state, model, norms));
        double objective = state.value + problem.prox().value(state.beta);
        int[] all = IntStream.range(0, state.beta.length).toArray();
        state.correlations.compute(all);
        double gap = penalty.gap(objective, 1, all);
        return new Certificate(
                objective,
                gap,
                found.scale(),
                penalty.worstViolation(all),
                found.epochs() + 1,
                gap <= stopping.relativeGap() * found.scale());
    }
}
