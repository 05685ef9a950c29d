package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sparse designs of many columns from a cold start: passes over entries find what factors of supports do. */
class SparseNewtonTest {
    private static final int ROWS = 1600;
    private static final int COLUMNS = 1000;
    private static final double WEAK = 5e-4;

    /** Columns of six entries, among them copies, opposites and empty ones. */
    private static SparseDesign design(Draw draw, boolean dependent) {
        double[][] columns = new double[COLUMNS][ROWS];
        for (int j = 0; j < COLUMNS; j++) {
            for (int k = 0; k < 6; k++) {
                columns[j][draw.integer(0, ROWS - 1)] = j % 3 == 0 ? 1 : draw.normal();
            }
        }
        for (int j = 10; dependent && j < 60; j++) {
            columns[j] = columns[j + 100].clone();
            columns[j + 200] = IntStream.range(0, ROWS).mapToDouble(i -> 0).toArray();
        }
        for (int i = 0; dependent && i < ROWS; i++) {
            columns[70][i] = -columns[71][i];
        }
        return SparseDesign.ofColumns(ROWS, columns);
    }

    private static Datafit datafit(String loss, Draw draw) {
        double[] y =
                IntStream.range(0, ROWS).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
        double[] weights = draw.weights(ROWS);
        weights[5] = 0;
        return Losses.named(loss).on(Target.of(y), weights);
    }

    @ParameterizedTest
    @CsvSource({
        "logistic, true, lasso",
        "logistic, false, lasso",
        "squared_hinge, true, lasso",
        "squared_hinge, false, lasso",
        "squared, true, lasso",
        "poisson, true, lasso",
        "logistic, true, enet",
        "logistic, true, bounded",
    })
    void provesAMinimum(String loss, boolean intercept, String penalised) {
        Draw draw = Draw.seeded(23);
        SparseDesign entries = design(draw, true);
        Datafit datafit = datafit(loss, draw);
        Design view = StandardizedDesign.of(entries, Standardization.of(entries, datafit.weights(), intercept, true));
        Penalty penalty = switch (penalised) {
            case "enet" -> Penalty.elasticNet(0.7).factor("x1", 3).free("x2");
            case "bounded" -> Penalty.lasso().within("x1*", -0.2, Double.POSITIVE_INFINITY);
            default -> Penalty.lasso();
        };
        Problem problem = new Problem(
                view, datafit, penalty.at(WEAK, Features.numbered(COLUMNS)), draw.normals(ROWS, 0.1), intercept);
        Solver passes = Solvers.of(view, datafit, problem.prox());
        Solution found = passes.solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
        assertThat(passes.plan()).contains("coordinate descent");
        assertThat(found.certificate().converged()).isTrue();
        if (penalised.equals("bounded")) {
            assertThat(IntStream.range(0, COLUMNS)
                            .mapToDouble(j -> found.coefficients().get(j, 0)))
                    .anyMatch(b -> b == -0.2);
        }
    }

    @Test
    void findsWhatActiveSetNewtonFinds() {
        Draw draw = Draw.seeded(37);
        SparseDesign entries = design(draw, false);
        Datafit datafit = datafit("logistic", draw);
        Design view = StandardizedDesign.of(entries, Standardization.of(entries, datafit.weights(), true, true));
        Problem problem = Problem.of(view, datafit, Penalty.lasso().at(WEAK, Features.numbered(COLUMNS)));
        Solver passes = Solvers.of(view, datafit, problem.prox());
        Solution found = passes.solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
        assertThat(passes.plan()).contains("coordinate descent");
        Solution other =
                Solvers.forProx(problem.prox()).solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
        double scale = other.certificate().scale();
        assertThat(found.certificate().scale()).isCloseTo(scale, within(1e-12 * scale));
        assertThat(found.certificate().objective())
                .isCloseTo(other.certificate().objective(), within(2e-9 * scale));
        assertThat(found.coefficients().active()).isEqualTo(other.coefficients().active());
    }

    @Test
    void aStrongPenaltyIsLeftToActiveSets() {
        Draw draw = Draw.seeded(29);
        SparseDesign entries = design(draw, true);
        Datafit datafit = datafit("logistic", draw);
        Problem problem = Problem.of(entries, datafit, Penalty.lasso().at(5e-3, Features.numbered(COLUMNS)));
        Solver solver = Solvers.of(entries, datafit, problem.prox());
        Solution found = solver.solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
        assertThat(found.certificate().converged()).isTrue();
        assertThat(solver.plan()).contains("Cholesky");
        Problem weaker = Problem.of(entries, datafit, Penalty.lasso().at(4e-3, Features.numbered(COLUMNS)));
        Solution next = solver.solve(weaker, Start.from(found.coefficients()), Stopping.DEFAULT, Observer.SILENT);
        assertThat(next.certificate().converged()).isTrue();
    }

    /** Rows that are all beyond the margin leave columns without curvature: only the penalty says where they end. */
    @Test
    void columnsWithoutCurvatureAreSolved() {
        Draw draw = Draw.seeded(31);
        int rows = 300;
        double[][] columns = new double[40][rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            y[i] = i % 10 == 0 ? 1 : 0;
            for (int k = 0; k < 4; k++) {
                columns[draw.integer(0, 39)][i] = 1;
            }
        }
        Datafit datafit = Losses.named("squared_hinge").on(Target.of(y), draw.weights(rows));
        SparseDesign design = SparseDesign.ofColumns(rows, columns);
        for (double lambda : new double[] {1e-2, 1e-3, 1e-4, 1e-5}) {
            Problem problem = new Problem(
                    design, datafit, Penalty.lasso().at(lambda, Features.numbered(40)), new double[0], false);
            Solution found = Solvers.of(design, datafit, problem.prox())
                    .solve(problem, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
            assertThat(found.certificate().converged()).isTrue();
        }
    }
}
