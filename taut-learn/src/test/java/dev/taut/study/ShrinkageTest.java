package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.data.SharedData;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.run.Shrinkage;
import dev.taut.run.Shrinkage.Picture;
import dev.taut.tuning.FitPlan;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
    private static final FitPlan PLAN = FitPlan.standard().holdout(0);

    private static Shrinkage of(Dataset data, FitPlan plan) {
        return Study.fit(data, plan).run().effect().shrinkage().orElseThrow();
    }

    @Test
    void sharesAreThoseOfTheListedCoefficients() {
        Shrinkage shrinkage = of(Samples.regression(150, 3), PLAN);
        double chosen =
                shrinkage.rows().stream().mapToDouble(r -> Math.abs(r.chosen())).sum();
        double whole = shrinkage.rows().stream()
                .mapToDouble(r -> Math.abs(r.unpenalised()))
                .sum();
        assertThat(shrinkage.l1Share()).isCloseTo(chosen / whole, within(1e-12)).isLessThan(1);
        assertThat(shrinkage.rows()).isSortedAccordingTo(Comparator.comparingDouble(r -> -Math.abs(r.unpenalised())));
    }

    /** Both points lie on the ellipse, and its tangent there is the diamond's, or the disc's. */
    @Test
    void theEllipseTouchesTheDiamondInACornerAndTheDisc() {
        Picture p = of(Samples.regression(150, 3), PLAN).picture().orElseThrow();
        assertThat(excess(p, p.lasso())).isCloseTo(p.level(), within(1e-9));
        assertThat(excess(p, p.ridge())).isCloseTo(p.level(), within(1e-9));
        assertThat(p.lasso().stream().filter(v -> v == 0)).hasSize(1);
        assertThat(Math.abs(p.lasso().get(0)) + Math.abs(p.lasso().get(1))).isCloseTo(p.diamond(), within(1e-12));
        double[] g = gradient(p, p.ridge());
        assertThat(g[0] * p.ridge().get(1) - g[1] * p.ridge().get(0))
                .as("along the radius")
                .isCloseTo(0, within(1e-9));
        double[] h = gradient(p, p.lasso());
        int active = p.lasso().get(0) == 0 ? 1 : 0;
        assertThat(Math.abs(h[1 - active])).as("subgradient").isLessThanOrEqualTo(Math.abs(h[active]) + 1e-9);
    }

    /** The picture's diamond is the lasso of these two columns, where the second is about to enter. */
    @Test
    void theCornerIsWhereTheSecondColumnEnters() {
        Dataset data = Dataset.of(SharedData.table("prostate.csv"), "lpsa").exclude("train");
        Picture p = of(data, PLAN).picture().orElseThrow();
        assertThat(List.of(p.first(), p.second())).containsExactly("lcavol", "svi");
        Dataset two = data.exclude("age", "lbph", "lweight", "lcp", "gleason", "pgg45");
        var path = Linear.regression()
                .penalty(Penalty.lasso())
                .lambdas(Lambdas.grid(2000, 0.01))
                .path(two)
                .path();
        var entered = path.knots().stream()
                .filter(k -> k.coefficients().active() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(entered.coefficients().l1Norm()).isCloseTo(p.diamond(), within(0.01));
    }

    @Test
    void oneNumericColumnCannotBeDrawn() {
        Dataset one = Samples.regression(100, 4).exclude("a", "c");
        assertThat(of(one, PLAN).picture()).isEmpty();
    }

    private static double excess(Picture p, List<Double> b) {
        double x = b.get(0) - p.minimum().get(0);
        double y = b.get(1) - p.minimum().get(1);
        return (p.hessian().get(0) * x * x
                        + 2 * p.hessian().get(1) * x * y
                        + p.hessian().get(2) * y * y)
                / 2;
    }

    private static double[] gradient(Picture p, List<Double> b) {
        double x = b.get(0) - p.minimum().get(0);
        double y = b.get(1) - p.minimum().get(1);
        return new double[] {
            p.hessian().get(0) * x + p.hessian().get(1) * y,
            p.hessian().get(1) * x + p.hessian().get(2) * y
        };
    }
}
