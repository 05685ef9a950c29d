package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.penalty.Penalty;

/**
 * A problem made ready to be walked.
 *
 * @param rows   rows of the problem, before any reduction
 * @param method how its path is to be computed
 * @param reason why, in one sentence without a full stop
 */
record Reduced(
        PathProblem problem,
        Standardization standardization,
        Reduction reduction,
        int rows,
        PathMethod method,
        String reason) {
    /**
     * By the method that the {@link Planner} chooses.
     *
     * @param lambdas how many λ the path is planned for
     */
    static Reduced of(PathProblem problem, int lambdas) {
        Standardization standardization = Standardization.of(
                        problem.design(), problem.datafit().weights(), problem.centers(), problem.standardize())
                .shared(problem.features());
        Design view = StandardizedDesign.of(problem.design(), standardization);
        Penalty penalty = problem.penalty().scaled(standardization.scales());
        Plan<PathMethod> plan = Planner.path(Situation.of(
                view, problem.datafit(), penalty, penalty.at(1, problem.features()), Math.max(lambdas, 1)));
        Reduction reduction = plan.method().isGram()
                ? GramReduction.of(problem, view)
                : new Reduction.None(view, problem.datafit(), problem.offset(), problem.intercept());
        return new Reduced(problem, standardization, reduction, view.rows(), plan.method(), plan.sentence());
    }

    /** The same with another penalty, which the method serves as well. */
    Reduced with(Penalty other) {
        PathProblem changed = new PathProblem(
                problem.design(),
                problem.features(),
                problem.datafit(),
                other,
                problem.offset(),
                problem.intercept(),
                problem.standardize());
        return new Reduced(changed, standardization, reduction, rows, method, reason);
    }

    /** The penalty on standardized coefficients. */
    Penalty penalty() {
        return problem.penalty().scaled(standardization.scales());
    }
}
