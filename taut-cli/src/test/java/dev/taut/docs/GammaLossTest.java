package dev.taut.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaLossTest {
    private static final double[] Y = {0.5, 2, 7, 1};
    private static final double[] WEIGHTS = {1, 2, 0.5, 0};
    private static final double[] ETA = {0.3, -1, 2, 0.1};

    private final Datafit datafit = new GammaLoss().on(Target.of(Y), WEIGHTS);

    @Test
    void theGradientIsTheSlopeOfTheValueAndTheCurvatureThatOfTheGradient() {
        double h = 1e-5;
        double[] gradient = new double[4];
        double[] curvature = new double[4];
        double[] above = new double[4];
        double[] below = new double[4];
        datafit.gradient(ETA, gradient);
        datafit.curvature(ETA, curvature);
        for (int i = 0; i < 4; i++) {
            double[] plus = ETA.clone();
            double[] minus = ETA.clone();
            plus[i] += h;
            minus[i] -= h;
            assertThat((datafit.value(plus) - datafit.value(minus)) / (2 * h)).isCloseTo(gradient[i], within(1e-8));
            datafit.gradient(plus, above);
            datafit.gradient(minus, below);
            assertThat((above[i] - below[i]) / (2 * h)).isCloseTo(curvature[i], within(1e-8));
        }
    }

    @Test
    void valueAndConjugateMeetAtTheGradient() {
        double[] r = new double[4];
        datafit.gradient(ETA, r);
        double product = 0;
        for (int i = 0; i < 4; i++) {
            product += r[i] * ETA[i];
        }
        assertThat(datafit.value(ETA) + datafit.conjugate(r)).isCloseTo(product, within(1e-12));
        r[0] = 1;
        assertThat(datafit.conjugate(r)).isInfinite();
    }

    @Test
    void theSaturatedModelFitsEveryRow() {
        double[] perfect = new double[4];
        for (int i = 0; i < 4; i++) {
            perfect[i] = Math.log(Y[i]);
        }
        assertThat(datafit.value(perfect)).isCloseTo(datafit.saturated(), within(1e-12));
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        assertThatThrownBy(() -> new GammaLoss().on(Target.of(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the gamma loss needs targets > 0, row 2 has 0.0");
    }

    @Test
    void everyKnotOfALassoPathIsCertified() {
        Random random = new Random(3);
        double[] x = new double[300];
        double[] noise = new double[300];
        double[] y = new double[300];
        for (int i = 0; i < 300; i++) {
            x[i] = random.nextGaussian();
            noise[i] = random.nextGaussian();
            y[i] = Math.exp(1 + 0.5 * x[i]) * (0.5 + random.nextDouble());
        }
        PathProblem problem = PathProblem.of(
                DenseDesign.ofColumns(300, x, noise),
                Features.named("x", "noise"),
                new GammaLoss().on(Target.of(y)),
                Penalty.lasso());
        assertThat(Paths.walk(problem, Lambdas.grid(20, 0.001), Stopping.DEFAULT, Observer.SILENT))
                .extracting(Knot::certificate)
                .allSatisfy(certificate -> assertThat(certificate.relativeGap()).isBetween(0.0, 1e-9));
    }
}
