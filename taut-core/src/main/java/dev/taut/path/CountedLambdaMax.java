package dev.taut.path;

import dev.taut.penalty.CountProx;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The price at which no single column is worth its place: the most that one of them lowers the loss by. */
final class CountedLambdaMax {
    /** How many columns are fitted, those first whose gradient promises most. */
    private static final int TRIED = 10;

    private CountedLambdaMax() {}

    /**
     * λ_max, up to the promise of columns that were not tried.
     *
     * @param unit     the problem at λ = 1
     * @param none     the solution without any priced column
     * @param gradient of the loss there, one block of columns per output
     */
    static double of(Problem unit, Solver solver, Solution none, double[] gradient, Stopping stopping) {
        CountProx prox = (CountProx) unit.prox();
        int p = prox.columns();
        double[] squares =
                unit.design().weightedSquares(new double[p], unit.datafit().weights());
        double[] promise = new double[p];
        for (int c = 0; c < gradient.length; c++) {
            int j = c % p;
            promise[j] += prox.prices()[j] > 0 && squares[j] > 0
                    ? gradient[c] * gradient[c] / squares[j] / prox.prices()[j]
                    : 0;
        }
        return IntStream.range(0, p)
                .filter(j -> promise[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -promise[j]))
                .limit(TRIED)
                .mapToDouble(
                        j -> (loss(unit, none) - loss(unit, with(unit, prox, solver, j, stopping))) / prox.prices()[j])
                .max()
                .orElse(0);
    }

    private static Solution with(Problem unit, CountProx prox, Solver solver, int column, Stopping stopping) {
        boolean[] used = new boolean[prox.columns()];
        for (int j = 0; j < used.length; j++) {
            used[j] = j == column || prox.prices()[j] == 0;
        }
        Problem alone = new Problem(unit.design(), unit.datafit(), prox.on(used), unit.offset(), unit.intercept());
        return solver.solve(alone, Start.cold(), stopping, Observer.SILENT);
    }

    private static double loss(Problem unit, Solution solution) {
        Coefficients coefficients = solution.coefficients();
        return unit.datafit().value(NullGradient.eta(unit, coefficients));
    }
}
