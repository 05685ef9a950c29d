package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SquareRootLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.squareRoot();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.of(draw.normals(rows, 2));
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.classes(3, 0, 1, 2), "multinomial");
    }

    @Override
    protected boolean canonical() {
        return false;
    }

    @Override
    protected double[] fittedFreely(Target target, Datafit fit) {
        return target.numbers();
    }

    private static LambdaPath path(SmoothLoss loss, double[] y, double[][] columns, double lambda) {
        return Paths.walk(
                PathProblem.of(
                        DenseDesign.ofColumns(y.length, columns),
                        Features.numbered(columns.length),
                        loss.on(Target.of(y)),
                        Penalty.lasso()),
                Lambdas.of(lambda),
                Stopping.atGap(1e-12),
                Observer.SILENT);
    }

    /** Its lasso at λ is the lasso of the squared loss at λσ, σ being the root mean square of the residuals. */
    @Test
    void itsLassoIsThatOfTheSquaredLossAtAnotherLambda() {
        Seeds.each(10, draw -> {
            double[][] columns = draw.columns(50, 20);
            double[] y = draw.normals(50, 1);
            for (int i = 0; i < 50; i++) {
                y[i] = 3 + 5 * (y[i] + columns[0][i] - columns[1][i]);
            }
            LambdaPath root = path(Losses.squareRoot(), y, columns, 0.2);
            Knot found = root.knots().get(0);
            assertThat(found.certificate().converged()).isTrue();
            double sigma =
                    found.certificate().objective() - 0.2 * found.coefficients().l1Norm();
            LambdaPath squared = path(Losses.squared(), y, columns, 0.2 * sigma);
            double[] expected = squared.knots().get(0).coefficients().dense();
            assertThat(found.coefficients().dense()).containsExactly(expected, within(1e-5));
        });
    }
}
