package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.design.Standardization;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalty;
import dev.taut.scale.Circumstances;
import dev.taut.scale.Scale;
import dev.taut.scale.Strength;
import dev.taut.scale.Translation;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Taut finds what each library found, if λ is translated by {@link Scale}. */
class GoldenScalesTest {
    /** Per standard deviation of a column, relative to the largest coefficient. */
    private static final double AGREES = 1e-6;

    /** LIBSVM keeps its kernel in single precision. */
    private static final double AGREES_SINGLE = 1e-4;

    private static final Offset<Double> BACK = Offset.offset(1e-12);

    @TestFactory
    Stream<DynamicTest> coefficientsAgree() {
        return Arrays.stream(Scale.values())
                .flatMap(scale ->
                        GoldenScales.library(scale == Scale.LIBLINEAR_C ? "liblinear" : scale.word()).fits().stream()
                                .map(fit ->
                                        DynamicTest.dynamicTest(scale.title() + " " + fit, () -> agrees(scale, fit))));
    }

    private static void agrees(Scale scale, GoldenScales.Fit fit) {
        GoldenScales.Data data = GoldenScales.data(fit.data());
        double[] weights = fit.weighted() ? data.weights() : ones(data.y().length);
        Translation translation = (Translation) scale.under(circumstances(fit, data, weights), share(fit.penalty()));
        Strength strength = translation.strength(fit.numbers());

        assertThat(translation.numbers(strength)).as("and back").containsExactly(fit.numbers(), BACK);
        Coefficients found = solve(fit, data, weights, strength);
        double[] deviations = Standardization.of(
                        DenseDesign.ofColumns(data.y().length, data.columns()),
                        Weights.normalized(weights, weights.length),
                        true,
                        true)
                .scales();
        double largest = 0;
        double worst = 0;
        for (int k = 0; k < fit.beta().length; k++) {
            for (int j = 0; j < deviations.length; j++) {
                largest = Math.max(largest, Math.abs(fit.beta()[k][j] * deviations[j]));
                worst = Math.max(worst, Math.abs(fit.beta()[k][j] - found.get(j, k)) * deviations[j]);
            }
        }
        assertThat(worst / largest).as("λ = %s", strength).isLessThan(single(fit) ? AGREES_SINGLE : AGREES);
    }

    private static boolean single(GoldenScales.Fit fit) {
        return fit.estimator().equals("SVC") || fit.estimator().equals("SVR");
    }

    private static double share(String penalty) {
        return switch (penalty) {
            case "ridge" -> 0;
            case "lasso" -> 1;
            default -> 0.5;
        };
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static boolean classes(GoldenScales.Fit fit) {
        return List.of("logistic", "probit", "cloglog", "multinomial", "hinge", "squared_hinge")
                .contains(fit.loss());
    }

    private static Circumstances circumstances(GoldenScales.Fit fit, GoldenScales.Data data, double[] weights) {
        double[] target = classes(fit) ? new double[weights.length] : data.y();
        return new Circumstances(
                fit.loss(),
                Circumstances.Sample.of(target, weights),
                Circumstances.Penalised.alike(normal(fit) ? data.columns().length : 5000),
                false,
                fit.standardize(),
                fit.intercept());
    }

    /** Spark chooses its other solver for many columns only. */
    private static boolean normal(GoldenScales.Fit fit) {
        return !fit.estimator().endsWith("l-bfgs");
    }

    private static Coefficients solve(
            GoldenScales.Fit fit, GoldenScales.Data data, double[] weights, Strength strength) {
        Target target = classes(fit)
                ? Target.classes(
                        fit.loss().equals("multinomial") ? 3 : 2,
                        Arrays.stream(data.y()).mapToInt(v -> (int) v).toArray())
                : Target.of(data.y());
        PathProblem problem = new PathProblem(
                DenseDesign.ofColumns(data.y().length, data.columns()),
                Features.numbered(data.columns().length),
                Losses.named(fit.loss()).on(target, weights),
                Penalty.elasticNet(strength.l1Ratio()),
                new double[0],
                fit.intercept(),
                fit.standardize());
        LambdaPath path = Paths.walk(problem, Lambdas.of(strength.lambda()), Stopping.atGap(1e-15), Observer.SILENT);
        return path.raw(path.knots().get(0));
    }
}
