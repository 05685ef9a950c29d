package dev.taut.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import dev.taut.testkit.Draw;
import org.junit.jupiter.api.Test;

/** The example loss on the whole line from data to certificates. */
class GammaPathTest {
    @Test
    void everyKnotOfALassoPathIsCertified() {
        Draw draw = Draw.seeded(3);
        double[][] columns = draw.columns(300, 3);
        double[] y = new double[300];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.exp(1 + 0.5 * columns[0][i]) * (0.5 + draw.uniform());
        }
        PathProblem problem = PathProblem.of(
                DenseDesign.ofColumns(300, columns),
                Features.numbered(3),
                new GammaLoss().on(Target.of(y)),
                Penalty.lasso());
        assertThat(Paths.walk(problem, Lambdas.grid(20, 0.001), Stopping.DEFAULT, Observer.SILENT))
                .hasSize(20)
                .extracting(Knot::certificate)
                .allSatisfy(certificate -> assertThat(certificate.relativeGap()).isBetween(0.0, 1e-9));
    }
}
