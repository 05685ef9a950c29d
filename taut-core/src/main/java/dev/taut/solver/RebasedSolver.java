package dev.taut.solver;

import dev.taut.design.Basis;
import dev.taut.design.Design;
import dev.taut.design.RebasedDesign;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Prox;
import dev.taut.penalty.RebasedProx;
import java.util.Optional;

/**
 * A penalty that is separable in another basis θ = Bβ: the same minimum, of the same objective, with the design X·B⁻¹ and the
 * separable penalty.
 */
final class RebasedSolver implements Solver {
    private final Design design;
    private final Datafit datafit;
    private final Basis basis;
    private final Design inBasis;
    private final Solver inner;
    /** The last solution, in both bases: θ keeps zeros that Bβ has only up to rounding. */
    private Optional<Pair> last = Optional.empty();

    private record Pair(Coefficients beta, Solution inBasis) {
        Coefficients theta() {
            return inBasis.coefficients();
        }
    }

    RebasedSolver(Design design, Datafit datafit, RebasedProx prox) {
        this.design = design;
        this.datafit = datafit;
        this.basis = prox.basis();
        this.inBasis = RebasedDesign.of(design, basis);
        this.inner = Solvers.of(inBasis, datafit, prox.inner());
    }

    @Override
    public String plan() {
        return "in the basis in which the penalty is a sum over coefficients: " + inner.plan();
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        Prox prox = problem.prox();
        if (!(prox instanceof RebasedProx rebased)) {
            return Solvers.of(problem.design(), problem.datafit(), prox).solve(problem, start, stopping, observer);
        }
        if (problem.design() != design
                || problem.datafit() != datafit
                || !rebased.basis().equals(basis)) {
            return new RebasedSolver(problem.design(), problem.datafit(), rebased)
                    .solve(problem, start, stopping, observer);
        }
        Start from = new Start(start.coefficients().map(this::theta), start.lambda());
        Solution found = inner.solve(changed(problem), from, stopping, observer);
        Coefficients theta = found.coefficients();
        Coefficients beta = Coefficients.of(theta.columns(), theta.intercepts(), basis.inverseAll(theta.dense()));
        last = Optional.of(new Pair(beta, found));
        return new Solution(beta, found.certificate());
    }

    @Override
    public Optional<double[]> gradient(Problem problem, Solution found) {
        return last.filter(pair -> pair.beta == found.coefficients())
                .flatMap(pair -> inner.gradient(changed(problem), pair.inBasis))
                .map(basis::forwardTransposedAll);
    }

    private Problem changed(Problem problem) {
        return new Problem(
                inBasis, datafit, ((RebasedProx) problem.prox()).inner(), problem.offset(), problem.intercept());
    }

    private Coefficients theta(Coefficients beta) {
        return last.filter(pair -> pair.beta == beta)
                .map(Pair::theta)
                .orElseGet(() -> Coefficients.of(beta.columns(), beta.intercepts(), basis.forwardAll(beta.dense())));
    }
}
