package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.design.Standardization;
import dev.taut.glmnet.Glmnet;
import dev.taut.glmnet.GlmnetPath;
import dev.taut.glmnet.Grid;
import dev.taut.path.PathProblem;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under glmnet's conventions Taut walks the path that glmnet walks, knot by knot, and ends where it ends. */
class GoldenGlmnetTest {
    /** Of coefficients per standard deviation of their column, of λ and of the deviance explained. */
    private static final double AGREES = 1e-6;

    static Stream<GoldenGlmnet.Path> paths() {
        return GoldenGlmnet.FILES.stream().flatMap(file -> GoldenGlmnet.paths(file).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void pathsAgree(GoldenGlmnet.Path golden) {
        PathProblem problem = golden.problem(golden.rows());
        GlmnetPath found = walk(golden, problem);

        assertThat(found.ended()).as(found.ended()).isNotBlank();
        assertThat(found.lambdas()).hasSize(golden.lambda().length);
        for (int k = 0; k < golden.lambda().length; k++) {
            assertThat(found.lambdas()[k] / golden.lambda()[k]).as("λ %s", k).isCloseTo(1, Offset.offset(AGREES));
            assertThat(found.explained()[k])
                    .as("deviance %s", k)
                    .isCloseTo(golden.devRatio()[k], Offset.offset(AGREES));
            String knot = "knot " + k;
            close(problem, found.coefficients().get(k), golden.intercepts()[k], golden.beta()[k], knot);
        }
        betweenKnots(golden, problem, found);
    }

    private static void betweenKnots(GoldenGlmnet.Path golden, PathProblem problem, GlmnetPath found) {
        int p = golden.x().length;
        for (int i = 0; i < golden.s().length; i++) {
            double[] all = golden.coefficients()[i];
            int outputs = all.length / (p + 1);
            double[] intercepts = new double[outputs];
            double[] beta = new double[outputs * p];
            for (int k = 0; k < outputs; k++) {
                intercepts[k] = all[k * (p + 1)];
                System.arraycopy(all, k * (p + 1) + 1, beta, k * p, p);
            }
            close(problem, found.at(golden.s()[i]), intercepts, beta, "s = " + golden.s()[i]);
        }
    }

    private static GlmnetPath walk(GoldenGlmnet.Path golden, PathProblem problem) {
        Grid grid = golden.given().length > 0
                ? Grid.of(golden.given())
                : new Grid(golden.nlambda(), golden.ratio(), new double[0], golden.dfmax());
        // Rounding keeps norms of whole columns from the last digits of a gap.
        boolean norms = golden.loss().equals("grouped") || golden.loss().equals("responses");
        return Glmnet.path(problem, golden.family(), grid, Stopping.atGap(norms ? 1e-13 : 1e-15), Observer.SILENT);
    }

    private static void close(
            PathProblem problem, Coefficients found, double[] intercepts, double[] beta, String where) {
        double[] deviations = Standardization.of(
                        problem.design(), problem.datafit().weights(), true, true)
                .scales();
        int p = deviations.length;
        double size = 1;
        for (int c = 0; c < beta.length; c++) {
            size = Math.max(size, beta[c] == 0 ? 0 : Math.abs(beta[c]) * deviations[c % p]);
        }
        for (int c = 0; c < beta.length; c++) {
            double difference = Math.abs(found.get(c % p, c / p) - beta[c]);
            assertThat(difference == 0 ? 0 : difference * deviations[c % p])
                    .as("%s, coordinate %s: %s and %s", where, c, found.get(c % p, c / p), beta[c])
                    .isLessThan(AGREES * size);
        }
        for (int k = 0; k < intercepts.length; k++) {
            assertThat(found.intercept(k))
                    .as("%s, intercept", where)
                    .isCloseTo(intercepts[k], Offset.offset(1e-5 * Math.max(1, Math.abs(intercepts[k]))));
        }
    }
}
