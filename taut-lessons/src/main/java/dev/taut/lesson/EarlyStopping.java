package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gradient descent that is stopped after t steps of size r lies close to ridge at λ = 1/(r·t) (Ali, Kolter and Tibshirani
 * 2019, "A continuous-time view of early stopping for least squares regression").
 */
final class EarlyStopping implements Lesson {
    private static final int COLUMNS = 30;
    private static final int TRAIN = 60;
    private static final int ALL = 1060;
    private static final double RATE = 0.05;

    /** A stopped descent, ridge at the λ that matches, and how far apart their weights are, relative to ridge's. */
    record Pair(int epochs, double lambda, double stopped, double ridge, double distance) {}

    @Override
    public String name() {
        return "early-stopping";
    }

    @Override
    public String question() {
        return "Why does stopping early regularize?";
    }

    @Override
    public void teach(Board board) {
        board.say(
                "60 rows, 30 features: enough to overfit. Noise alone has a mean squared error of 1; fresh rows judge.");
        board.say(
                "BREAK IT. Let gradient descent on the squared error run to its end, without a penalty, starting at zero."
                        + " Read the third column from top to bottom: it gets better, and then worse.");
        board.table(
                List.of(">epochs", ">λ = 1/(rate·epochs)", ">stopped, fresh", ">ridge, fresh", ">distance"),
                pairs().stream()
                        .map(p -> List.of(
                                Integer.toString(p.epochs),
                                Figures.brief(p.lambda),
                                Figures.of(p.stopped),
                                Figures.of(p.ridge),
                                Figures.percent(p.distance)))
                        .toList());
        board.say("FIX IT. Stop where a validation set says so; or run a ridge path, which is the fourth column: what"
                + " so many epochs allow the weights to grow, that much λ allows them, too. `distance` is between the two"
                + " vectors of weights.");
        board.say(
                "Remember: early stopping is ridge's cousin. It has a knob like λ (the number of epochs), and that must be"
                        + " tuned on rows that the descent does not see.");
    }

    static List<Pair> pairs() {
        Table all = table();
        Table train = all.rows(IntStream.range(0, TRAIN).toArray());
        Table fresh = all.rows(IntStream.range(TRAIN, ALL).toArray());
        double[][] x = columns(train);
        double[] y = Sheet.values(train, "y");
        double[] weights = new double[COLUMNS + 1];
        List<Pair> pairs = new ArrayList<>();
        for (int epoch = 1; epoch <= 10_000; epoch++) {
            step(weights, x, y);
            if (epoch == 3
                    || epoch == 10
                    || epoch == 30
                    || epoch == 100
                    || epoch == 300
                    || epoch == 1000
                    || epoch == 10_000) {
                pairs.add(pair(epoch, weights, train, fresh));
            }
        }
        return pairs;
    }

    private static Pair pair(int epoch, double[] weights, Table train, Table fresh) {
        double lambda = 1 / (RATE * epoch);
        LinearModel ridge = Linear.regression()
                .penalty(Penalty.ridge())
                .standardize(false)
                .at(lambda)
                .fit(Dataset.of(train, "y"));
        double apart = 0;
        double length = 0;
        for (int j = 0; j < COLUMNS; j++) {
            double b = Figures.coefficient(ridge, "x" + (j + 1));
            apart += (b - weights[j]) * (b - weights[j]);
            length += b * b;
        }
        double[] truth = Sheet.values(fresh, "y");
        return new Pair(
                epoch,
                lambda,
                squaredError(errors(weights, columns(fresh), truth)),
                Figures.squaredError(ridge, fresh, truth),
                Math.sqrt(apart / length));
    }

    /** One step down the gradient of half the mean squared error; the last weight is the bias. */
    private static void step(double[] weights, double[][] x, double[] y) {
        double[] errors = errors(weights, x, y);
        for (int j = 0; j <= COLUMNS; j++) {
            double gradient = 0;
            for (int i = 0; i < y.length; i++) {
                gradient += errors[i] * (j < COLUMNS ? x[j][i] : 1);
            }
            weights[j] -= RATE * gradient / y.length;
        }
    }

    private static double[] errors(double[] weights, double[][] x, double[] y) {
        double[] errors = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            errors[i] = weights[COLUMNS] - y[i];
            for (int j = 0; j < COLUMNS; j++) {
                errors[i] += weights[j] * x[j][i];
            }
        }
        return errors;
    }

    private static double squaredError(double[] errors) {
        double sum = 0;
        for (double error : errors) {
            sum += error * error;
        }
        return sum / errors.length;
    }

    private static double[][] columns(Table table) {
        return IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(j -> Sheet.values(table, "x" + j))
                .toArray(double[][]::new);
    }

    private static Table table() {
        Sheet sheet = new Sheet(ALL, 8);
        double[] y = sheet.normals();
        for (int j = 1; j <= COLUMNS; j++) {
            double[] x = sheet.normals();
            double weight = 0.2 * (j % 3 - 1);
            for (int i = 0; i < ALL; i++) {
                y[i] += weight * x[i];
            }
            sheet.with("x" + j, x);
        }
        return sheet.with("y", y).table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table().rows(IntStream.range(0, TRAIN).toArray()));
    }

    @Override
    public List<String> onwards() {
        return List.of("taut tune " + DATA + " --target y --penalty ridge");
    }
}
