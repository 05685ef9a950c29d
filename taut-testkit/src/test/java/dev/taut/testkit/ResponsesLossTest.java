package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponsesLossTest extends LossContract {
    @Override
    protected SmoothLoss loss() {
        return Losses.responses();
    }

    @Override
    protected Target target(int rows, Draw draw) {
        return Target.responses(draw.columns(rows, draw.integer(1, 3)));
    }

    @Override
    protected Map<Target, String> refused() {
        return Map.of(Target.of(0, 1), "several numbers a row");
    }

    private static LambdaPath path(Datafit datafit, double[][] columns) {
        return Paths.walk(
                PathProblem.of(
                        DenseDesign.ofColumns(datafit.rows(), columns),
                        Features.numbered(columns.length),
                        datafit,
                        Penalty.elasticNet(0.7)),
                Lambdas.of(0.5, 0.1, 0.01),
                Stopping.atGap(1e-13),
                Observer.SILENT);
    }

    /** A penalty that is a sum over coefficients couples nothing: each response has the path it would have alone. */
    @Test
    void responsesUnderAPlainPenaltyAreFitsOfTheirOwn() {
        Seeds.each(5, draw -> {
            double[][] columns = draw.columns(40, 8);
            double[][] y = draw.columns(40, 3);
            double[] weights = draw.weights(40);
            for (int i = 0; i < 40; i++) {
                y[0][i] += columns[0][i];
                y[2][i] += 3 - columns[0][i] + columns[5][i];
            }
            LambdaPath together = path(loss().on(Target.responses(y), weights), columns);
            for (int k = 0; k < 3; k++) {
                LambdaPath alone = path(Losses.squared().on(Target.of(y[k]), weights), columns);
                for (int knot = 0; knot < 3; knot++) {
                    assertThat(together.knots().get(knot).certificate().converged())
                            .isTrue();
                    Coefficients all = together.knots().get(knot).coefficients().raw(together.standardization());
                    Coefficients one = alone.raw(alone.knots().get(knot));
                    assertThat(all.intercept(k)).isCloseTo(one.intercept(0), within(1e-6));
                    for (int j = 0; j < 8; j++) {
                        assertThat(all.get(j, k)).isCloseTo(one.get(j, 0), within(1e-6));
                    }
                }
            }
        });
    }
}
