package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sparse designs of many columns: active-set steps along a path, whose supports grow from few columns and whose factors
 * are kept, and coordinate descent for a start from nothing at a λ where many columns are wanted at once.
 */
final class SparseNewton implements Solver {
    /** Columns from which a support may be too large for a factor. */
    private static final int FEWEST_COLUMNS = 1000;
    /** Share of entries other than zero up to which passes are cheap. */
    private static final double SPARSE = 0.1;
    /** Columns that violate their condition at the null model, from which a factor costs more than passes. */
    private static final int MANY = 700;

    private final Solver steps = new ActiveSetNewton();
    private final Solver descent = new CoordinateNewton();
    private Solver last = steps;

    /** Whether it is right for a problem of this structure. */
    static boolean suits(Design design, Datafit datafit, Prox prox) {
        return CoordinateNewton.suits(design, datafit, prox)
                && design.columns() >= FEWEST_COLUMNS
                && design.nonZeros() <= SPARSE * design.rows() * design.columns();
    }

    @Override
    public String plan() {
        return last.plan();
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        if (start.coefficients().isEmpty()) {
            last = violators(problem) >= MANY ? descent : steps;
        }
        return last.solve(problem, start, stopping, observer);
    }

    @Override
    public Optional<double[]> gradient(Problem problem, Solution found) {
        return last.gradient(problem, found);
    }

    /** How many columns leave zero in the first step from the null model. */
    private static long violators(Problem problem) {
        double[] c = new Descent(problem, Start.cold()).slope();
        SeparableProx prox = (SeparableProx) problem.prox();
        return IntStream.range(0, prox.columns())
                .filter(j -> prox.violation(j, 0, c[j]) > 0)
                .count();
    }
}
