package dev.taut.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.loss.BatchLoss;
import dev.taut.neural.loss.ClassLoss;
import dev.taut.neural.loss.NumberLoss;
import dev.taut.neural.net.FloatRows;
import dev.taut.neural.net.Net;
import dev.taut.neural.penalty.Regularizer;
import dev.taut.neural.penalty.Where;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A net without hidden layers, trained on all rows at once, is the line of the path solvers: the same zeros, the same numbers. */
class LineTest {
    private static final int ROWS = 120;
    private static final int COLUMNS = 12;
    private static final Noise NOISE = Noise.of(8);

    private final float[] x = new float[ROWS * COLUMNS];
    private final double[][] matrix = new double[ROWS][COLUMNS];
    private final double[] eta = new double[ROWS];

    /** Columns are correlated; three of them count. */
    LineTest() {
        for (int i = 0; i < ROWS; i++) {
            double common = NOISE.child("common").normal(i);
            for (int j = 0; j < COLUMNS; j++) {
                x[i * COLUMNS + j] = (float) (0.5 * common + NOISE.normal(i * COLUMNS + j));
                matrix[i][j] = x[i * COLUMNS + j];
            }
            eta[i] = matrix[i][0] - 0.7 * matrix[i][3] + 0.4 * matrix[i][7];
        }
    }

    private float[] target(String loss) {
        float[] y = new float[ROWS * (loss.equals("multinomial") ? 3 : 1)];
        for (int i = 0; i < ROWS; i++) {
            double noise = NOISE.child("target").normal(i);
            switch (loss) {
                case "logistic" -> y[i] = eta[i] + noise > 0 ? 1 : 0;
                case "multinomial" -> y[i * 3 + (int) Math.min(2, Math.max(0, Math.round(1 + eta[i] + noise / 2)))] = 1;
                case "poisson" -> y[i] = (float) Math.floor(Math.exp(eta[i] / 2 + noise / 4));
                default -> y[i] = (float) (2 + eta[i] + noise / 2);
            }
        }
        return y;
    }

    private static Target coded(float[] y, String loss) {
        if (loss.equals("multinomial")) {
            int[] codes = new int[ROWS];
            for (int i = 0; i < y.length; i++) {
                codes[i / 3] += y[i] == 1 ? i % 3 : 0;
            }
            return Target.classes(3, codes);
        }
        double[] numbers = new double[ROWS];
        int[] codes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            numbers[i] = y[i];
            codes[i] = (int) y[i];
        }
        return loss.equals("logistic") ? Target.classes(2, codes) : Target.of(numbers);
    }

    private Coefficients line(String loss, Penalty penalty, double lambda, Datafit fit) {
        PathProblem problem = new PathProblem(
                DenseDesign.ofRows(matrix),
                Features.numbered(COLUMNS),
                fit,
                penalty,
                new double[ROWS * fit.outputs()],
                true,
                false);
        LambdaPath path = Paths.walk(problem, Lambdas.of(lambda), Stopping.DEFAULT, Observer.SILENT);
        return path.raw(path.knots().get(0));
    }

    private static BatchLoss batchLoss(String loss) {
        return switch (loss) {
            case "logistic" -> ClassLoss.of(2);
            case "multinomial" -> ClassLoss.of(3);
            default -> new NumberLoss((dev.taut.loss.SmoothLoss) Losses.named(loss));
        };
    }

    private float[] net(float[] y, BatchLoss loss, Optimizer optimizer, Regularizer regularizer, int epochs) {
        Descent descent = Descent.of(epochs, ROWS).optimizer(optimizer);
        Training training = Training.of(loss, descent).with(regularizer);
        FloatRows rows = new FloatRows(Shape.flat(COLUMNS), x, y, new float[0]);
        return Trainer.fit(Net.input(COLUMNS).output(loss.outputs()), training, rows)
                .theta();
    }

    @ParameterizedTest(name = "{0}, {1} at {2}, {3}")
    @CsvSource({
        "squared, lasso, 0.1, adam",
        "squared, lasso, 0.1, sgd",
        "squared, lasso, 0.1, dampened",
        "squared, enet 0.5, 0.2, adam",
        "squared, ridge, 0.3, sgd",
        "logistic, lasso, 0.03, adam",
        "logistic, lasso, 0.03, sgd",
        "poisson, lasso, 0.05, adam",
        "huber:0.5, lasso, 0.05, adam",
        "squared, slope, 0.05, sgd",
        "squared, slope, 0.05, adam",
        "squared, fused 0.5, 0.1, sgd",
        "squared, mcp 3, 0.1, sgd",
        "squared, scad 3.7, 0.1, sgd"
    })
    void aNetWithoutHiddenLayersIsTheLine(String loss, String penalty, double lambda, String optimizer) {
        float[] y = target(loss);
        Datafit fit = Losses.named(loss).on(coded(y, loss));
        Coefficients line = line(loss, Penalties.named(penalty), lambda, fit);
        Optimizer chosen = switch (optimizer) {
            case "adam" -> Optimizer.adam(0.03);
            case "sgd" -> Optimizer.sgd(0.03);
            default -> new Optimizer.Sgd(0.3, 0.9, true);
        };
        Regularizer regularizer = new Regularizer.Penalised(Where.weights(), Penalties.named(penalty), lambda);
        float[] theta = net(y, batchLoss(loss), chosen, regularizer, 1500);
        for (int j = 0; j < COLUMNS; j++) {
            assertThat((double) theta[j]).as("coefficient %d", j).isCloseTo(line.get(j, 0), within(1e-4));
        }
        assertThat((double) theta[COLUMNS]).as("intercept").isCloseTo(line.intercept(0), within(1e-4));
        if (penalty.equals("lasso")) {
            assertThat(line.active()).isBetween(1, COLUMNS - 1);
            checkOptimality(theta, fit, lambda);
        }
    }

    /** Where a coefficient is exactly zero the gradient is at most λ, elsewhere it is −λ·sign. */
    private void checkOptimality(float[] theta, Datafit fit, double lambda) {
        double[] predictors = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            predictors[i] = theta[COLUMNS];
            for (int j = 0; j < COLUMNS; j++) {
                predictors[i] += theta[j] * matrix[i][j];
            }
        }
        double[] slopes = new double[ROWS];
        fit.gradient(predictors, slopes);
        int zeros = 0;
        for (int j = 0; j < COLUMNS; j++) {
            double gradient = 0;
            for (int i = 0; i < ROWS; i++) {
                gradient += slopes[i] * matrix[i][j];
            }
            if (theta[j] == 0) {
                zeros++;
                assertThat(Math.abs(gradient)).isLessThanOrEqualTo(lambda + 1e-6);
            } else {
                assertThat(gradient).isCloseTo(-lambda * Math.signum(theta[j]), within(1e-4));
            }
        }
        assertThat(zeros).isPositive();
    }

    /** λ·√3 per group of three weights here is what λ·1 per column and its three outputs is there. */
    @Test
    void groupsOfAnInputAreTheGroupedMultinomial() {
        float[] y = target("multinomial");
        Datafit fit = Losses.multinomial().on(coded(y, "multinomial"));
        double lambda = 0.05;
        Coefficients line = line("multinomial", new GroupPenalty(Groups.each(), 1, 0), lambda, fit);
        Penalty groups = new GroupPenalty(Groups.bySource(), 1, 0);
        for (Optimizer optimizer : new Optimizer[] {Optimizer.sgd(0.1), Optimizer.adam(0.03)}) {
            Regularizer regularizer = new Regularizer.Penalised(Where.inputs("*"), groups, lambda / Math.sqrt(3));
            float[] theta = net(y, ClassLoss.of(3), optimizer, regularizer, 3000);
            for (int i = 0; i < 3 * COLUMNS; i++) {
                assertThat((double) theta[i]).isCloseTo(line.get(i / 3, i % 3), within(1e-4));
            }
            assertThat(line.active()).isBetween(3, 3 * COLUMNS - 3);
        }
    }
}
