package dev.taut.path;

import dev.taut.kernel.ShiftedTridiagonal;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ridge for the squared loss: the minimiser at any λ, from one factorization for all of them ({@link RidgeFactor}).
 *
 * <p>Every solution is certified, and refused if it is not proved: a λ that is lost in the rounding of the factorization
 * belongs to a solver that factors for itself.
 */
final class RidgePath {
    /** The smaller side of the design up to which its Gram matrix is factored. */
    static final int LARGEST = 4000;
    /** Numbers that solutions under way may take, at most: solved and certified together, they share passes over X. */
    private static final int UNDER_WAY = 1 << 24;

    private static final int MOST_AT_ONCE = 128;

    private final Shrunken shrunken;
    private final RidgeFactor factor;
    private final RidgeCertificates certificates;
    private final Stopping stopping;
    /** Proved solutions by λ, made ahead. */
    private final Map<Double, Solution> ahead = new HashMap<>();

    private int refused;

    private RidgePath(Shrunken shrunken, Certificate none, Stopping stopping) {
        this.shrunken = shrunken;
        this.factor = RidgeFactor.of(shrunken);
        this.certificates = new RidgeCertificates(shrunken, none);
        this.stopping = stopping;
    }

    /**
     * Whether the loss is squared and the penalty λ/2·Σvⱼβⱼ².
     *
     * @param problem with the penalty at λ = 1
     */
    static boolean isRidge(Problem problem, Penalty penalty) {
        Situation.Structure structure = Situation.structure(penalty, problem.prox());
        return problem.datafit().isQuadratic()
                && (structure == Situation.Structure.RIDGE || structure == Situation.Structure.WEIGHTED_RIDGE);
    }

    /**
     * @param problem with the penalty at λ = 1
     * @param none    the certificate of the model with the intercept alone
     */
    static RidgePath of(Problem problem, Certificate none, Stopping stopping) {
        return new RidgePath(new Shrunken(problem), none, stopping);
    }

    /**
     * What to add to the plan: what was factored, and how many λ were refused.
     *
     * @param otherwise how those were solved
     */
    String details(String otherwise) {
        String refusals = refused == 0 ? "" : ", but for " + refused + " lost in its rounding; there: " + otherwise;
        return "; it is the form of the " + factor.what() + refusals;
    }

    /**
     * The solution at lambdas[k], for which those that follow are prepared too; nothing, if it cannot be proved.
     *
     * @param lambdas each once
     */
    Optional<Solution> solve(double[] lambdas, int k) {
        if (factor.isSolvable(lambdas[k]) && !ahead.containsKey(lambdas[k])) {
            int most = Math.max(1, Math.min(MOST_AT_ONCE, UNDER_WAY / (shrunken.size() + shrunken.rows())));
            prepare(Arrays.stream(lambdas, k, Math.min(k + most, lambdas.length))
                    .filter(factor::isSolvable)
                    .toArray());
        }
        Optional<Solution> proved = Optional.ofNullable(ahead.remove(lambdas[k]))
                .filter(solution -> solution.certificate().converged());
        refused += proved.isEmpty() ? 1 : 0;
        return proved;
    }

    private void prepare(double[] lambdas) {
        List<ShiftedTridiagonal> shifted =
                Arrays.stream(lambdas).mapToObj(factor.form()::plus).toList();
        double[][] u = factor.minimisers(shifted);
        List<Coefficients> coefficients = shrunken.coefficients(u, lambdas.length);
        List<Certificate> certified = certificates.of(u, coefficients, lambdas, stopping);
        for (int b = 0; b < lambdas.length; b++) {
            ahead.put(lambdas[b], new Solution(coefficients.get(b), certified.get(b)));
        }
    }
}
