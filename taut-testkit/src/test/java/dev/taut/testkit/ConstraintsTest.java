package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Constraint;
import dev.taut.penalty.Constraint.Term;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Linear constraints where the answer is known otherwise; {@code MatrixTest} has them with every loss. */
class ConstraintsTest {
    private static final double FREE = Double.POSITIVE_INFINITY;

    private static Features features(int columns) {
        return new Features(IntStream.range(0, columns)
                .mapToObj(j -> new Feature("x" + j, "x" + j))
                .toList());
    }

    private static LambdaPath path(
            double[][] columns, double[] y, Penalty penalty, Lambdas lambdas, boolean intercept) {
        PathProblem problem = new PathProblem(
                DenseDesign.ofColumns(y.length, columns),
                features(columns.length),
                Losses.squared().on(Target.of(y)),
                penalty,
                new double[0],
                intercept,
                true);
        return Paths.walk(problem, lambdas, Stopping.DEFAULT, Observer.SILENT);
    }

    /** Pooled adjacent violators of the means of levels (Ayer et al. 1955). */
    @Test
    void levelsInOrderAreIsotonicRegression() {
        int[] level = {0, 0, 1, 1, 1, 2, 3, 3, 4, 4, 4, 4};
        double[] y = {1, 2, 5, 4, 6, 3, 4, 5, 9, 8, 7, 8};
        double[][] columns = new double[5][y.length];
        for (int i = 0; i < y.length; i++) {
            columns[level[i]][i] = 1;
        }
        Penalty ordered = Penalty.none()
                .subjectTo(Constraint.increasing("x0", "x1", "x2", "x3", "x4").toArray(Constraint[]::new));
        LambdaPath path = path(columns, y, ordered, Lambdas.of(0), false);
        Knot knot = path.knots().get(0);
        assertThat(knot.certificate().converged()).isTrue();
        // The means 1.5, 5, 3, 4.5, 8: the second to the fourth are pooled to 27 / 6.
        double[] pooled = {1.5, 4.5, 4.5, 4.5, 8};
        assertThat(path.raw(knot).dense()).containsExactly(pooled, within(1e-9));
    }

    /** With one coefficient eliminated, nothing is left to be constrained. */
    @Test
    void aSumOfZeroIsAColumnLess() {
        Draw draw = Draw.seeded(3);
        double[][] columns = draw.columns(40, 3);
        double[] y = IntStream.range(0, 40)
                .mapToDouble(i -> columns[0][i] - 0.3 * columns[1][i] + 0.2 * columns[2][i] + draw.normal())
                .toArray();
        Penalty zero = Penalty.none().subjectTo(Constraint.sumZero("x0", "x1", "x2"));
        LambdaPath path = path(columns, y, zero, Lambdas.of(0), true);
        double[] found = path.raw(path.knots().get(0)).dense();
        double[][] differences = new double[2][40];
        for (int i = 0; i < 40; i++) {
            differences[0][i] = columns[0][i] - columns[2][i];
            differences[1][i] = columns[1][i] - columns[2][i];
        }
        LambdaPath fewer = path(differences, y, Penalty.none(), Lambdas.of(0), true);
        double[] expected = fewer.raw(fewer.knots().get(0)).dense();
        assertThat(found)
                .containsExactly(new double[] {expected[0], expected[1], -expected[0] - expected[1]}, within(1e-9));
    }

    @Test
    void limitsThatDoNotBindChangeNothing() {
        Draw draw = Draw.seeded(5);
        double[][] columns = draw.columns(30, 4);
        double[] y = IntStream.range(0, 30)
                .mapToDouble(i -> columns[0][i] + draw.normal())
                .toArray();
        Penalty loose = Penalty.lasso().subjectTo(new Constraint(List.of(new Term("x0", 1), new Term("x3", 2)), -9, 9));
        LambdaPath with = path(columns, y, loose, Lambdas.grid(20, 0.01), true);
        LambdaPath without = path(columns, y, Penalty.lasso(), Lambdas.grid(20, 0.01), true);
        assertThat(with.lambdaMax()).isCloseTo(without.lambdaMax(), within(1e-12));
        for (int k = 0; k < 20; k++) {
            assertThat(with.knots().get(k).coefficients().dense())
                    .containsExactly(without.knots().get(k).coefficients().dense(), within(1e-5));
            assertThat(with.knots().get(k).certificate().gap())
                    .isLessThanOrEqualTo(
                            1e-9 * with.knots().get(k).certificate().scale());
        }
    }

    /** Coefficients of raw columns are meant, whatever is standardized. */
    @Test
    void constraintsSpeakOfRawColumns() {
        Draw draw = Draw.seeded(6);
        double[][] columns = draw.columns(50, 2);
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            columns[1][i] *= 1000;
            y[i] = 3 * columns[0][i] + 0.002 * columns[1][i] + draw.normal();
        }
        Penalty together =
                Penalty.ridge().subjectTo(new Constraint(List.of(new Term("x0", 1), new Term("x1", 100)), 0, 1));
        LambdaPath path = path(columns, y, together, Lambdas.of(0.01), true);
        double[] beta = path.raw(path.knots().get(0)).dense();
        assertThat(beta[0] + 100 * beta[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysWhatItMeans() {
        assertThat(new Constraint(List.of(new Term("a", 1), new Term("b", -2.5)), Double.NEGATIVE_INFINITY, 3))
                .hasToString("a − 2.5·b ≤ 3");
        assertThat(new Constraint(List.of(new Term("a", -1)), -1, FREE)).hasToString("−a ≥ -1");
        assertThat(Constraint.sumZero("a", "b")).hasToString("a + b = 0");
        assertThat(Constraint.increasing("a", "b").get(0)).hasToString("b − a ≥ 0");
        assertThat(Penalty.lasso().subjectTo(Constraint.sumZero("a", "b")).formula())
                .isEqualTo("λ · ‖β‖₁ subject to a + b = 0");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Constraint(List.of(new Term("a", 1)), 1, 2))
                .hasMessageContaining("1 ≤ a ≤ 2")
                .hasMessageContaining("must contain 0");
        assertThatThrownBy(() -> new Term("a", 0)).hasMessageContaining("other than 0");
        assertThatThrownBy(() -> Constraint.increasing("a", "a")).hasMessageContaining("two different columns");
        Penalty unknown = Penalty.lasso().subjectTo(Constraint.sumZero("x0", "y"));
        assertThatThrownBy(() -> unknown.at(1, features(2))).hasMessageContaining("`y`");
        assertThat(unknown.among(features(2)).at(1, features(2)).columns()).isEqualTo(2);
    }
}
