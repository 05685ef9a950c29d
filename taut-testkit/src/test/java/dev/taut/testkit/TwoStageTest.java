package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
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
import dev.taut.penalty.AdaptivePenalty;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.RelaxedPenalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Penalties that fit twice: the adaptive lasso after its pilot, the relaxed lasso before its refit. */
class TwoStageTest {
    private static final int P = 8;

    private static PathProblem problem(Draw draw, SmoothLoss loss, int n, Penalty penalty) {
        double[][] columns = draw.columns(n, P);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double signal = 1.5 * columns[0][i] - columns[3][i] + draw.normal();
            y[i] = loss.name().equals("squared") ? signal : signal > 0 ? 1 : 0;
        }
        Design design = DenseDesign.ofColumns(n, columns);
        Datafit datafit =
                loss.on(Target.of(y), IntStream.range(0, n).mapToDouble(i -> 1).toArray());
        return PathProblem.of(design, Features.numbered(P), datafit, penalty);
    }

    private static PathProblem with(PathProblem problem, Penalty penalty) {
        return PathProblem.of(problem.design(), problem.features(), problem.datafit(), penalty);
    }

    private static LambdaPath walk(PathProblem problem, Lambdas lambdas) {
        return Paths.walk(problem, lambdas, Stopping.atGap(1e-12), Observer.SILENT);
    }

    /** The pilot chosen anew from the deviances of the lasso path, its weights passed as penalty factors. */
    @Test
    void theAdaptiveLassoIsALassoWithFactorsFromItsPilot() {
        Seeds.each(5, draw -> {
            for (SmoothLoss loss : new SmoothLoss[] {Losses.squared(), Losses.logistic()}) {
                int n = draw.integer(60, 120);
                PathProblem problem = problem(draw, loss, n, new AdaptivePenalty(2));
                LambdaPath lasso = walk(with(problem, Penalty.lasso()), Lambdas.grid(50, 0));
                double least = Double.POSITIVE_INFINITY;
                double[] pilot = new double[P];
                for (Knot knot : lasso) {
                    double left = 1 - knot.devianceExplained();
                    double misfit = loss.name().equals("squared")
                            ? n * Math.log(left)
                            : 2 * n * left * knot.certificate().scale();
                    double bic = misfit + Math.log(n) * knot.coefficients().active();
                    if (bic < least) {
                        least = bic;
                        pilot = knot.coefficients().dense();
                    }
                }
                Penalty factors = Penalty.lasso();
                for (int j = 0; j < P; j++) {
                    String name = "x" + (j + 1);
                    factors = pilot[j] == 0
                            ? factors.within(name, 0, 0)
                            : factors.factor(name, 1 / (pilot[j] * pilot[j]));
                }
                LambdaPath adaptive = walk(problem, Lambdas.grid(10, 0.01));
                LambdaPath expected = walk(with(problem, factors), Lambdas.grid(10, 0.01));
                assertThat(adaptive.lambdaMax()).isCloseTo(expected.lambdaMax(), within(1e-6 * expected.lambdaMax()));
                for (int k = 0; k < adaptive.knots().size(); k++) {
                    assertThat(adaptive.knots().get(k).certificate().converged())
                            .isTrue();
                    assertThat(adaptive.knots().get(k).coefficients().dense())
                            .usingComparatorWithPrecision(1e-5)
                            .containsExactly(
                                    expected.knots().get(k).coefficients().dense());
                }
            }
        });
    }

    @Test
    void blendsLieBetweenLassoAndRefit() {
        Seeds.each(5, draw -> {
            for (SmoothLoss loss : new SmoothLoss[] {Losses.squared(), Losses.logistic()}) {
                PathProblem problem = problem(draw, loss, draw.integer(60, 120), new RelaxedPenalty(0));
                Lambdas lambdas = Lambdas.grid(6, 0.1);
                LambdaPath refits = walk(problem, lambdas);
                LambdaPath halves = walk(with(problem, new RelaxedPenalty(0.5)), lambdas);
                LambdaPath lasso = walk(with(problem, Penalty.lasso()), lambdas);
                for (int k = 0; k < refits.knots().size(); k++) {
                    double[] selected = lasso.knots().get(k).coefficients().dense();
                    double[] refit = refits.knots().get(k).coefficients().dense();
                    double[] half = halves.knots().get(k).coefficients().dense();
                    Penalty only = Penalty.none();
                    for (int j = 0; j < P; j++) {
                        only = selected[j] == 0 ? only.within("x" + (j + 1), 0, 0) : only;
                        assertThat(half[j]).isCloseTo((selected[j] + refit[j]) / 2, within(1e-6));
                    }
                    Knot unpenalised =
                            walk(with(problem, only), Lambdas.of(0)).knots().get(0);
                    assertThat(refit)
                            .usingComparatorWithPrecision(1e-5)
                            .containsExactly(unpenalised.coefficients().dense());
                    assertThat(refits.knots().get(k).devianceExplained())
                            .isCloseTo(unpenalised.devianceExplained(), within(1e-8))
                            .isGreaterThanOrEqualTo(lasso.knots().get(k).devianceExplained() - 1e-9);
                }
            }
        });
    }

    /** A refit that separates the classes has no finite coefficients, and the path says so and ends. */
    @Test
    void aPathEndsWhereTheRefitSeparatesTheClasses() {
        double[] x = {1, 2, 3, 4, 5, 6};
        PathProblem problem = PathProblem.of(
                DenseDesign.ofColumns(6, x),
                Features.numbered(1),
                Losses.logistic().on(Target.of(0, 0, 0, 1, 1, 1), new double[] {1, 1, 1, 1, 1, 1}),
                new RelaxedPenalty(0));
        LambdaPath path = walk(problem, Lambdas.grid(5, 0.1));
        assertThat(path.knots()).hasSize(2);
        assertThat(path.ended()).isEqualTo("ended after 2 of 5 knots: the model explains 100.00 % of the deviance");
    }

    @Test
    void namesReadBack() {
        assertThat(Penalties.named("adaptive")).isEqualTo(new AdaptivePenalty(1));
        assertThat(Penalties.named("relaxed:0.25")).isEqualTo(new RelaxedPenalty(0.25));
        assertThat(Penalties.named(new RelaxedPenalty(0.5).name())).isEqualTo(new RelaxedPenalty(0.5));
    }
}
