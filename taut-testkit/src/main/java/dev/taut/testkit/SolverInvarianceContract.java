package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.SparseDesign;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not change a solution: order, sign and unit of columns, order of rows, the start, what was solved before. */
public abstract class SolverInvarianceContract {
    static final int N = 28;
    static final int P = 6;

    /** A solver that has solved nothing yet. */
    protected abstract Solver solver();

    final Solution solve(Exercise exercise) {
        return solver().solve(exercise.problem(), Start.cold(), Stopping.DEFAULT, Observer.SILENT);
    }

    static Exercise exercise(Family family, Draw draw) {
        return Exercise.random(family, N, P, 0.05, 0.8, draw);
    }

    /** Two solutions of one strictly convex problem, each within its gap of the minimum. */
    static void assertSame(Exercise exercise, Coefficients first, Coefficients second) {
        double here = exercise.objective(first);
        double there = exercise.objective(second);
        assertThat(here).isCloseTo(there, within(2e-9 * (1 + Math.abs(here))));
        assertThat(first.dense()).containsExactly(second.dense(), within(1e-3));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfRowsDoesNotMatter(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw).weighted(draw.weights(N));
            Exercise shuffled = exercise.rows(draw.permutation(N));
            assertSame(exercise, solve(exercise).coefficients(), solve(shuffled).coefficients());
        });
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfColumnsDoesNotMatter(Family family) {
        Seeds.each(5, draw -> {
            int[] order = draw.permutation(P);
            Exercise exercise = exercise(family, draw);
            Exercise shuffled = exercise.withColumns(
                    x -> Arrays.stream(order).mapToObj(j -> x[j]).toArray(double[][]::new));
            Coefficients other = solve(shuffled).coefficients();
            Coefficients back = mapped(other, beta -> {
                double[] restored = new double[beta.length];
                for (int c = 0; c < beta.length; c++) {
                    restored[c / P * P + order[c % P]] = beta[c];
                }
                return restored;
            });
            assertSame(exercise, solve(exercise).coefficients(), back);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aColumnMayChangeItsSign(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw);
            Exercise flipped = exercise.withColumns(x -> {
                x[0] = Arrays.stream(x[0]).map(v -> -v).toArray();
                return x;
            });
            Coefficients back = mapped(solve(flipped).coefficients(), beta -> {
                for (int c = 0; c < beta.length; c += P) {
                    beta[c] = -beta[c];
                }
                return beta;
            });
            assertSame(exercise, solve(exercise).coefficients(), back);
        });
    }

    /** Columns in another unit and λ in that unit give coefficients in the inverse unit. */
    @ParameterizedTest
    @EnumSource
    void unitsOfColumnsCarryOver(Family family) {
        Seeds.each(3, draw -> {
            for (double unit : new double[] {1e-6, 1e-3, 1e3, 1e6}) {
                Exercise exercise = exercise(family, draw).at(0.05, 1);
                Exercise scaled = exercise.at(0.05 * unit, 1)
                        .withColumns(x -> Arrays.stream(x)
                                .map(column -> times(unit, column))
                                .toArray(double[][]::new));
                Solution solution = solve(scaled);
                assertThat(solution.certificate().converged()).isTrue();
                assertSame(
                        exercise, solve(exercise).coefficients(), mapped(solution.coefficients(), b -> times(unit, b)));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = "SQUARED")
    void unitsOfTheTargetCarryOver(Family family) {
        Seeds.each(3, draw -> {
            for (double unit : new double[] {1e-9, 1e-3, 1e9}) {
                Exercise exercise = exercise(family, draw).at(0.05, 1);
                Exercise scaled = exercise.at(0.05 * unit, 1).withTarget(times(unit, exercise.y()));
                Solution solution = solve(scaled);
                assertThat(solution.certificate().converged()).isTrue();
                Coefficients back = Coefficients.of(
                        P,
                        times(1 / unit, solution.coefficients().intercepts()),
                        times(1 / unit, solution.coefficients().dense()));
                assertSame(exercise, solve(exercise).coefficients(), back);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whereItStartsDoesNotMatter(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw);
            Coefficients cold = solve(exercise).coefficients();
            Coefficients neighbour = solve(exercise.at(0.1, 0.8)).coefficients();
            Coefficients wild =
                    Coefficients.of(P, draw.normals(exercise.outputs(), 1), draw.normals(P * exercise.outputs(), 1.5));
            for (Coefficients from : new Coefficients[] {neighbour, wild, cold}) {
                Solution warm = solver().solve(exercise.problem(), Start.from(from), Stopping.DEFAULT, Observer.SILENT);
                assertThat(warm.certificate().converged()).isTrue();
                assertSame(exercise, cold, warm.coefficients());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSolvedBeforeDoesNotMatter(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw);
            Problem shared = exercise.problem();
            Solver solver = solver();
            Coefficients last = Coefficients.zero(P, new double[exercise.outputs()]);
            for (double lambda : new double[] {0.01, 1, 0.05, 0.3, 0.001}) {
                Exercise here = exercise.at(lambda, 0.8);
                Problem problem = new Problem(
                        shared.design(), shared.datafit(), here.problem().prox(), shared.offset(), shared.intercept());
                Solution solution = solver.solve(problem, Start.from(last), Stopping.DEFAULT, Observer.SILENT);
                last = solution.coefficients();
                assertThat(solution.certificate().converged()).isTrue();
                assertSame(here, solve(here).coefficients(), last);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSameProblemGivesTheSameBits(Family family) {
        Exercise exercise = exercise(family, Draw.seeded(9));
        assertThat(solve(exercise)).isEqualTo(solve(exercise));
    }

    @ParameterizedTest
    @EnumSource
    void aWeightIsANumberOfRows(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw);
            double[] weights = exercise.weights().clone();
            weights[0] = 3;
            weights[4] = 0;
            int[] rows = IntStream.concat(
                            IntStream.of(0, 0), IntStream.range(0, N).filter(i -> i != 4))
                    .toArray();
            Exercise weighted = exercise.weighted(weights);
            assertSame(
                    weighted,
                    solve(weighted).coefficients(),
                    solve(exercise.rows(rows)).coefficients());
        });
    }

    @ParameterizedTest
    @EnumSource(names = "SQUARED")
    void anOffsetIsAShiftOfTheTarget(Family family) {
        Seeds.each(5, draw -> {
            double[] offset = draw.normals(N, 10);
            Exercise exercise = exercise(family, draw);
            double[] shifted = IntStream.range(0, N)
                    .mapToDouble(i -> exercise.y()[i] - offset[i])
                    .toArray();
            Exercise with = exercise.offsetBy(offset);
            assertSame(
                    with,
                    solve(with).coefficients(),
                    solve(exercise.withTarget(shifted)).coefficients());
        });
    }

    /** Without penalty an offset Xb moves β by −b, whatever the loss. */
    @ParameterizedTest
    @EnumSource(names = {"SQUARED", "POISSON"})
    void anOffsetMovesTheFreeFit(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw).at(0, 0);
            double[] offset = times(0.7, exercise.columns()[2]);
            Coefficients moved = mapped(solve(exercise.offsetBy(offset)).coefficients(), beta -> {
                beta[2] += 0.7;
                return beta;
            });
            assertSame(exercise, solve(exercise).coefficients(), moved);
        });
    }

    @ParameterizedTest
    @EnumSource
    void storageDoesNotMatter(Family family) {
        Seeds.each(5, draw -> {
            Exercise exercise = exercise(family, draw).withColumns(x -> {
                Arrays.stream(x).forEach(column -> {
                    for (int i = 0; i < N; i++) {
                        column[i] = draw.integer(0, 2) == 0 ? column[i] : 0;
                    }
                });
                return x;
            });
            Problem dense = exercise.problem();
            Problem sparse = new Problem(
                    SparseDesign.ofColumns(N, exercise.columns()),
                    dense.datafit(),
                    dense.prox(),
                    dense.offset(),
                    dense.intercept());
            Solution solution = solver().solve(sparse, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
            assertThat(solution.certificate().converged()).isTrue();
            assertSame(exercise, solve(exercise).coefficients(), solution.coefficients());
        });
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(v -> factor * v).toArray();
    }

    private static Coefficients mapped(Coefficients coefficients, UnaryOperator<double[]> change) {
        return Coefficients.of(coefficients.columns(), coefficients.intercepts(), change.apply(coefficients.dense()));
    }
}
