package dev.taut.path;

import dev.taut.penalty.CountProx;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.Comparator;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** The λ at which no single column is worth its place: the largest at which one of them lowers the loss by what it costs. */
final class CountedLambdaMax {
    /** How many columns are fitted, those first whose gradient promises most. */
    private static final int TRIED = 10;
    /** Steps towards one column's λ; each doubles the digits, and without ridge the first is the last. */
    private static final int MOST_STEPS = 50;

    private static final double EQUAL = 1e-12;

    private final Problem unit;
    private final DoubleFunction<Prox> penalty;
    private final Solver solver;
    private final Stopping stopping;
    private final double none;

    private CountedLambdaMax(
            Problem unit, DoubleFunction<Prox> penalty, Solver solver, Stopping stopping, double none) {
        this.unit = unit;
        this.penalty = penalty;
        this.solver = solver;
        this.stopping = stopping;
        this.none = none;
    }

    /**
     * λ_max, up to the promise of columns that were not tried.
     *
     * @param unit     the problem at λ = 1
     * @param penalty  at a λ
     * @param none     the solution without any priced column
     * @param gradient of the loss there, one block of columns per output
     */
    static double of(
            Problem unit,
            DoubleFunction<Prox> penalty,
            Solver solver,
            Solution none,
            double[] gradient,
            Stopping stopping) {
        double loss = unit.datafit().value(NullGradient.eta(unit, none.coefficients()));
        CountedLambdaMax column = new CountedLambdaMax(unit, penalty, solver, stopping, loss);
        double[] promise = promise(unit, gradient);
        return IntStream.range(0, promise.length)
                .filter(j -> promise[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -promise[j]))
                .limit(TRIED)
                .mapToDouble(column::worth)
                .max()
                .orElse(0);
    }

    private static double[] promise(Problem unit, double[] gradient) {
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
        return promise;
    }

    /**
     * The λ at which a column alone lowers the loss by its price and its ridge, both of which grow with λ: a root of a ratio,
     * found from one λ to the next (Dinkelbach 1967).
     */
    private double worth(int column) {
        double lambda = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Coefficients alone = with(column, lambda).coefficients();
            double costs = unit.prox().value(alone.dense());
            double next = costs == 0 ? 0 : (none - loss(alone)) / costs;
            if (!(next > lambda * (1 + EQUAL))) {
                return Math.max(next, lambda);
            }
            lambda = next;
        }
        return lambda;
    }

    private Solution with(int column, double lambda) {
        CountProx prox = (CountProx) unit.prox();
        boolean[] used = new boolean[prox.columns()];
        for (int j = 0; j < used.length; j++) {
            used[j] = j == column || prox.prices()[j] == 0;
        }
        SeparableProx chosen = ((CountProx) penalty.apply(lambda)).on(used);
        Problem alone = new Problem(unit.design(), unit.datafit(), chosen, unit.offset(), unit.intercept());
        return solver.solve(alone, Start.cold(), stopping, Observer.SILENT);
    }

    private double loss(Coefficients coefficients) {
        return unit.datafit().value(NullGradient.eta(unit, coefficients));
    }
}
