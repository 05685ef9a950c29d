package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.penalty.Penalty;

/**
 * A problem made ready to be walked.
 *
 * @param rows rows of the problem, before any reduction
 */
record Reduced(PathProblem problem, Standardization standardization, Reduction reduction, int rows) {
    static Reduced of(PathProblem problem) {
        Standardization standardization = Standardization.of(
                problem.design(), problem.datafit().weights(), problem.intercept(), problem.standardize());
        Design view = StandardizedDesign.of(problem.design(), standardization);
        Reduction reduction = GramReduction.of(problem, view)
                .orElseGet(() -> new Reduction.None(view, problem.datafit(), problem.offset(), problem.intercept()));
        return new Reduced(problem, standardization, reduction, view.rows());
    }

    /** The penalty on standardized coefficients. */
    Penalty penalty() {
        return problem.penalty().scaled(standardization.scales());
    }
}
