package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solver;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sparse designs of many columns and smooth penalties: the solver without matrices finds what the one with them does. */
class ConjugateNewtonTest {
    private static final int ROWS = 150;
    private static final int COLUMNS = 1000;

    @ParameterizedTest
    @CsvSource({
        "logistic, true",
        "logistic, false",
        "squared_hinge, true",
        "squared_hinge, false",
        "poisson, true",
        "hinge, true",
    })
    void findsWhatActiveSetNewtonFinds(String loss, boolean intercept) {
        Draw draw = Draw.seeded(17);
        double[][] columns = new double[COLUMNS][ROWS];
        for (double[] column : columns) {
            for (int k = 0; k < 6; k++) {
                column[draw.integer(0, ROWS - 1)] = draw.normal();
            }
        }
        double[] y =
                IntStream.range(0, ROWS).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
        Datafit datafit = Losses.named(loss).on(Target.of(y), draw.weights(ROWS));
        Penalty penalty = Penalty.ridge().factor("x1", 3);
        Problem problem = new Problem(
                SparseDesign.ofColumns(ROWS, columns),
                datafit,
                penalty.at(0.01, Features.numbered(COLUMNS)),
                draw.normals(ROWS, 0.1),
                intercept);
        Solver conjugate = Solvers.of(problem.design(), datafit, problem.prox());
        Solution without = conjugate.solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
        assertThat(without.certificate().converged()).isTrue();
        if (loss.equals("hinge")) {
            return; // a loss with corners has no solver but this
        }
        assertThat(conjugate.plan()).contains("conjugate gradients");
        Solution with = Solvers.forProx(problem.prox()).solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
        double scale = with.certificate().scale();
        assertThat(without.certificate().objective())
                .isCloseTo(with.certificate().objective(), within(2e-9 * scale));
        for (int j = 0; j < COLUMNS; j++) {
            assertThat(without.coefficients().get(j, 0))
                    .isCloseTo(with.coefficients().get(j, 0), within(1e-3));
        }
    }
}
