package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.Basis;
import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.DifferencePenalty;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.QuadraticPenalty;
import dev.taut.penalty.RebasedProx;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Penalties that are separable in another basis: the laws of the basis, and paths against textbook steps. */
class RebasedSolverTest {
    private static final int P = BlockSolverTest.P;

    private static Features features() {
        return new Features(IntStream.range(0, P)
                .mapToObj(j -> new Feature("x" + j, "x" + j))
                .toList());
    }

    /** The rows of the k-th difference of P numbers. */
    private static double[][] differences(int order) {
        double[][] rows = new double[P - order][P];
        for (int i = 0; i < rows.length; i++) {
            double binomial = 1;
            for (int j = order; j >= 0; j--) {
                rows[i][i + j] = binomial;
                binomial *= -(double) j / (order - j + 1);
            }
        }
        return rows;
    }

    private static double[][] square(double[][] rows) {
        double[][] square = new double[P][P];
        for (double[] row : rows) {
            for (int i = 0; i < P; i++) {
                for (int j = 0; j < P; j++) {
                    square[i][j] += row[i] * row[j];
                }
            }
        }
        return square;
    }

    /** −∇F(β) = λ·Dᵀs with s a subgradient of the absolute values at Dβ, the conditions of a minimum by definition. */
    @Test
    void trendFiltering() {
        for (int degree = 0; degree <= 2; degree++) {
            double[][] rows = differences(degree + 1);
            Penalty penalty = DifferencePenalty.trend(degree);
            for (Loss loss : new Loss[] {Losses.squared(), Losses.logistic(), Losses.poisson()}) {
                Seeds.each(5, draw -> {
                    int n = draw.integer(20, 40);
                    double[][] columns = draw.columns(n, P);
                    double[] y = signal(loss, columns, draw);
                    Datafit datafit = loss.on(Target.of(y), draw.weights(n));
                    Design design = DenseDesign.ofColumns(n, columns);
                    PathProblem problem =
                            new PathProblem(design, features(), datafit, penalty, new double[0], true, false);
                    LambdaPath path =
                            Paths.walk(problem, Lambdas.grid(6, 0.02), Stopping.atGap(1e-13), Observer.SILENT);
                    assertThat(path.knots()).isNotEmpty();
                    for (Knot knot : path) {
                        assertThat(knot.certificate().converged()).isTrue();
                        assertSubgradient(rows, knot, gradient(columns, datafit, path.raw(knot)));
                    }
                });
            }
        }
    }

    private static double[] signal(Loss loss, double[][] columns, Draw draw) {
        return IntStream.range(0, columns[0].length)
                .mapToDouble(i -> {
                    double eta = columns[0][i] + columns[1][i] - columns[6][i] + draw.normal();
                    return loss.equals(Losses.squared()) ? eta : eta > 0 ? 1 : 0;
                })
                .toArray();
    }

    private static double[] gradient(double[][] columns, Datafit datafit, Coefficients coefficients) {
        double[] eta = new double[columns[0].length];
        for (int i = 0; i < eta.length; i++) {
            eta[i] = coefficients.intercept(0);
            for (int j = 0; j < P; j++) {
                eta[i] += columns[j][i] * coefficients.get(j, 0);
            }
        }
        double[] slopes = new double[eta.length];
        datafit.gradient(eta, slopes);
        return IntStream.range(0, P)
                .mapToDouble(j -> product(columns[j], slopes))
                .toArray();
    }

    /** The last entry of each row of D is 1, so that s follows from the last columns backwards. */
    private static void assertSubgradient(double[][] rows, Knot knot, double[] gradient) {
        double[] rest = gradient.clone();
        double slack = 0;
        for (int i = rows.length - 1; i >= 0; i--) {
            double s = -rest[P - rows.length + i] / knot.lambda();
            double kink = product(rows[i], knot.coefficients().dense());
            assertThat(s).isBetween(-1 - 1e-4, 1 + 1e-4);
            slack += knot.lambda() * (Math.abs(kink) - s * kink);
            for (int j = 0; j < P; j++) {
                rest[j] += knot.lambda() * rows[i][j] * s;
            }
        }
        assertThat(rest).containsExactly(new double[P], within(1e-4 * knot.lambda()));
        assertThat(slack).isLessThan(1e-7 * knot.certificate().scale());
    }

    @Test
    void smoothDifferences() {
        for (int order = 1; order <= 3; order++) {
            double[][] matrix = square(differences(order));
            BlockSolverTest.assertAgree(
                    DifferencePenalty.smooth(order), lambda -> (u, t) -> NaiveSteps.quadratic(u, t * lambda, matrix));
        }
    }

    @Test
    void quadraticForms() {
        for (int rank : new int[] {3, P, 2 * P}) {
            double[][] matrix = square(Draw.seeded(rank).columns(P, rank));
            BlockSolverTest.assertAgree(
                    new QuadraticPenalty(matrix), lambda -> (u, t) -> NaiveSteps.quadratic(u, t * lambda, matrix));
        }
    }

    @Test
    void aBasisAndItsInverse() {
        for (Penalty penalty : new Penalty[] {
            DifferencePenalty.trend(0),
            DifferencePenalty.trend(3),
            DifferencePenalty.smooth(2).free("x3"),
            new QuadraticPenalty(square(Draw.seeded(5).columns(P, 4)))
        }) {
            Basis basis = ((RebasedProx) penalty.at(1, features())).basis();
            Seeds.each(5, draw -> {
                double[] beta = draw.normals(P, 1);
                double[] gradient = draw.normals(P, 1);
                double[] theta = basis.forwardAll(beta);
                assertThat(basis.inverseAll(theta)).containsExactly(beta, within(1e-9));
                assertThat(product(basis.inverseTransposedAll(gradient), theta))
                        .isCloseTo(product(gradient, beta), within(1e-9));
            });
        }
    }

    @Test
    void freeColumnsCutTheOrder() {
        double[] beta = {1, 1, 5, 2, 2, 2, 4, 4};
        assertThat(DifferencePenalty.trend(0).free("x2").at(10, features()).value(beta))
                .isEqualTo(20);
        assertThat(DifferencePenalty.smooth(1).free("x2").at(10, features()).value(beta))
                .isEqualTo(20);
    }

    @Test
    void refusesWhatIsNoPenalty() {
        assertThatThrownBy(() -> new QuadraticPenalty(new double[][] {{1, 2}, {2, 1}}))
                .hasMessageContaining("semidefinite");
        assertThatThrownBy(() -> new QuadraticPenalty(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("symmetric");
        assertThatThrownBy(() -> new QuadraticPenalty(new double[][] {{1, 0}})).hasMessageContaining("1 rows");
        assertThatThrownBy(() -> new QuadraticPenalty(new double[][] {{1}}).at(1, features()))
                .hasMessageContaining("8 coefficients");
        assertThatThrownBy(() -> DifferencePenalty.trend(1).within("x0", 0, 1).at(1, features()))
                .hasMessageContaining("bounds");
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
