package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.SeparableProx;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a penalty promises along a path: λ_max is where all becomes zero, more λ never means a larger penalty value. */
public abstract class PenaltyPathContract {
    /** The penalty under test, without factors or bounds. */
    protected abstract Penalty penalty();

    @Test
    void lambdaMaxIsTight() {
        Seeds.each(10, draw -> {
            for (Loss loss : new Loss[] {Losses.squared(), Losses.logistic()}) {
                PathProblem problem = problem(draw, loss, penalty());
                assertTight(problem, 0);
                assertTight(with(problem, penalty().factor("x1", 3).factor("x2", 0.4)), 0);
                assertTight(with(problem, penalty().within("x*", 0, 10)), 0);
                assertTight(with(problem, penalty().free("x3")), 1);
                assertTight(with(problem, penalty().free("x3").within("x3", 0, 0.01)), 1);
            }
        });
    }

    /**
     * All zero just above λ_max and not just below, but for columns that are free. A free column is fitted to the
     * accuracy of a gap of 1e-9, and the gradient of the others is known to its square root.
     */
    private static void assertTight(PathProblem problem, int free) {
        double lambdaMax = walk(problem, 1).lambdaMax();
        if (!sparse(problem.penalty()) || lambdaMax == 0) {
            assertThat(lambdaMax).isNotNegative();
            return;
        }
        Knot above = walk(problem, lambdaMax * (1 + (free == 0 ? 1e-9 : 1e-4)))
                .knots()
                .get(0);
        Knot below = walk(problem, lambdaMax * (1 - 1e-3)).knots().get(0);
        assertThat(above.coefficients().active()).as("active at λ_max").isLessThanOrEqualTo(free);
        assertThat(penalised(problem, above)).as("penalty at λ_max").isZero();
        assertThat(penalised(problem, below)).as("penalty below λ_max").isPositive();
    }

    private static double penalised(PathProblem problem, Knot knot) {
        SeparableProx prox = (SeparableProx) problem.penalty().at(1, problem.features());
        return prox.value(knot.coefficients().dense());
    }

    /** Whether there is a λ at which the penalty holds a coefficient at exactly zero. */
    private static boolean sparse(Penalty penalty) {
        return IntStream.range(0, 4).anyMatch(j -> prox(penalty, 1, 4).slope(j, 0, 1) > 0);
    }

    @Test
    void moreLambdaMeansLessPenalty() {
        Seeds.each(5, draw -> {
            PathProblem problem = problem(draw, Losses.squared(), penalty());
            LambdaPath path = walk(problem, 2, 1, 0.5, 0.1, 0.01, 0);
            double before = -1e-9;
            for (Knot knot : path) {
                double now = penalised(problem, knot);
                assertThat(now).isGreaterThanOrEqualTo(before - 1e-6 * Math.abs(before));
                before = now;
                assertThat(knot.certificate().converged()).isTrue();
            }
        });
    }

    @Test
    void lambdaMaxOfNothingIsZero() {
        assertThat(penalty().lambdaMax(new double[3], Features.numbered(3))).isZero();
        assertThat(penalty().lambdaMax(new double[0], Features.numbered(0))).isZero();
    }

    @Test
    void lambdaMaxScalesWithTheGradient() {
        double one = penalty().lambdaMax(new double[] {0.2, -0.7}, Features.numbered(2));
        double ten = penalty().lambdaMax(new double[] {2, -7}, Features.numbered(2));
        assertThat(ten).isCloseTo(10 * one, within(1e-10 * (1 + ten)));
    }

    @Test
    void sayWhatTheyAre() {
        assertThat(penalty().name()).isNotBlank().isEqualTo(penalty().name().strip());
        assertThat(penalty()).as("a penalty is a value").isEqualTo(penalty());
        assertThat(penalty().free("x1").name()).isEqualTo(penalty().name());
        if (named()) {
            assertThat(Penalties.named(penalty().name())).isEqualTo(penalty());
        }
    }

    /** Whether the command line knows the penalty by its name. */
    protected boolean named() {
        return true;
    }

    static SeparableProx prox(Penalty penalty, double lambda, int columns) {
        return (SeparableProx) penalty.at(lambda, Features.numbered(columns));
    }

    private static PathProblem problem(Draw draw, Loss loss, Penalty penalty) {
        int n = draw.integer(12, 30);
        double[][] columns = draw.columns(n, 4);
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> columns[0][i] - columns[1][i] + draw.normal() > 0 ? 1 : 0)
                .toArray();
        return PathProblem.of(
                DenseDesign.ofColumns(n, columns),
                Features.numbered(4),
                loss.on(Target.of(y), draw.weights(n)),
                penalty);
    }

    private static PathProblem with(PathProblem problem, Penalty penalty) {
        return PathProblem.of(problem.design(), problem.features(), problem.datafit(), penalty);
    }

    private static LambdaPath walk(PathProblem problem, double... lambdas) {
        return Paths.walk(problem, Lambdas.of(lambdas), Stopping.DEFAULT, Observer.SILENT);
    }
}
