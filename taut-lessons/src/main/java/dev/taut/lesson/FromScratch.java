package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.lesson.scratch.L1FromScratch;
import dev.taut.lesson.scratch.L2FromScratch;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Stopping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gradient descent on a penalised straight line, without any library, beside the library's exact answer: minimise mean squared
 * error + λ/2·w² (l2), + λ·|w| (l1) or + λ·(½·|w| + ¼·w²) (enet); the bias is not penalised.
 *
 * @param penalty      which
 * @param lambda       λ ≥ 0
 * @param learningRate the length of a step, in units of the gradient, &gt; 0
 * @param epochs       steps, ≥ 1
 */
public record FromScratch(Kind penalty, double lambda, double learningRate, int epochs) implements Lesson {
    private static final int PRINT_EVERY = 100;
    /** The first two standard normal numbers of NumPy's legacy generator with seed 42. */
    private static final double START_BIAS = 0.4967141530112327;

    private static final double START_WEIGHT = -0.13826430117118466;

    /** A penalty on one weight. */
    public enum Kind {
        L2,
        L1,
        ENET;

        private double l1Ratio() {
            return this == L1 ? 1 : this == ENET ? 0.5 : 0;
        }
    }

    public FromScratch {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("λ is " + lambda + ", not a finite number ≥ 0");
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("the learning rate is " + learningRate + ", not a finite number > 0");
        }
        if (epochs < 1) {
            throw new IllegalArgumentException(epochs + " epochs are fewer than 1");
        }
    }

    /** L2, λ 0.1, learning rate 0.1, 1000 epochs. */
    public static FromScratch standard() {
        return new FromScratch(Kind.L2, 0.1, 0.1, 1000);
    }

    @Override
    public String name() {
        return "l2-from-scratch";
    }

    @Override
    public String question() {
        return "How does gradient descent with a penalty work, inside?";
    }

    @Override
    public void teach(Board board) {
        board.say(
                "100 points around the line y = 3x + 2. Fit ŷ = bias + weight·x by gradient descent: mean squared error + "
                        + formula() + ", λ = " + lambda + ", learning rate " + learningRate
                        + ". The bias is not penalised.");
        Table points = points();
        double[] x = Sheet.values(points, "x");
        double[] y = Sheet.values(points, "y");
        boolean finished = penalty == Kind.L2 ? l2(x, y, board) : sideBySide(x, y, board);
        LinearModel exact = exact(points);
        board.line(weights("library's exact", exact.intercepts().get(0), Figures.coefficient(exact, "x")));
        if (!finished) {
            board.say(
                    "The descent ran away: with this learning rate each step overshoots the valley by more than it came"
                            + " down. Try --learning-rate " + Figures.brief(learningRate / 10) + ".");
        }
        board.say(
                penalty == Kind.L2
                        ? "Without a penalty the weight would be larger: λ/2·w² pulls it towards zero, by the λ·w in its"
                                + " gradient. Now change something: --lambda 1, --learning-rate 1.5, --epochs 50,"
                                + " --penalty l1. The code that ran: --show-code."
                        : "Turn λ up (--lambda 2): the soft threshold sets the weight to exactly zero, the subgradient goes"
                                + " on dancing around it. The code that ran: --show-code.");
    }

    private String formula() {
        return switch (penalty) {
            case L2 -> "λ/2·weight²";
            case L1 -> "λ·|weight|";
            case ENET -> "λ·(½·|weight| + ¼·weight²)";
        };
    }

    private boolean l2(double[] x, double[] y, Board board) {
        L2FromScratch descent = new L2FromScratch(lambda, learningRate, epochs);
        descent.start(START_BIAS, START_WEIGHT);
        try {
            descent.fit(x, y, board::line);
        } catch (ArithmeticException away) {
            board.line(String.valueOf(away.getMessage()));
            return false;
        }
        board.line(weights("gradient descent", descent.bias(), descent.weight()));
        return true;
    }

    private boolean sideBySide(double[] x, double[] y, Board board) {
        L1FromScratch subgradient = new L1FromScratch(lambda, penalty.l1Ratio(), new double[][] {x}, y);
        L1FromScratch softThreshold = new L1FromScratch(lambda, penalty.l1Ratio(), new double[][] {x}, y);
        subgradient.start(START_BIAS, START_WEIGHT);
        softThreshold.start(START_BIAS, START_WEIGHT);
        for (int epoch = 0; epoch < epochs; epoch++) {
            double left = subgradient.totalLoss();
            double right = softThreshold.totalLoss();
            if (!(left + right < 1e12)) {
                board.line("the loss has run away at epoch " + epoch);
                return false;
            }
            if (epoch % PRINT_EVERY == 0) {
                board.line(String.format(
                        Locale.ROOT,
                        "Epoch: %d Total Loss: %.10f (subgradient)  %.10f (soft threshold)",
                        epoch,
                        left,
                        right));
            }
            subgradient.subgradientStep(learningRate);
            softThreshold.softThresholdStep(learningRate);
        }
        board.line(weights("subgradient", subgradient.bias(), subgradient.weights()[0]));
        board.line(weights("soft threshold", softThreshold.bias(), softThreshold.weights()[0]));
        return true;
    }

    private static String weights(String who, double bias, double weight) {
        return String.format(Locale.ROOT, "%-17s bias %.10f  weight %.10f", who, bias, weight);
    }

    /** The library halves the squared error, so the same minimiser has half the λ. */
    private LinearModel exact(Table points) {
        Penalty same = switch (penalty) {
            case L2 -> Penalty.ridge();
            case L1 -> Penalty.lasso();
            case ENET -> Penalty.elasticNet(0.5);
        };
        return Linear.regression()
                .penalty(same)
                .standardize(false)
                .stopping(Stopping.atGap(1e-14))
                .at(lambda / 2)
                .fit(Dataset.of(points, "y"));
    }

    /** The 100 points, as published with the lesson. */
    static Table points() {
        List<double[]> rows = new ArrayList<>();
        try (InputStream in = FromScratch.class.getResourceAsStream("/dev/taut/lesson/line.csv")) {
            if (in == null) {
                throw new IllegalStateException("the lesson lacks its points");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines().skip(1).forEach(line -> {
                int comma = line.indexOf(',');
                rows.add(new double[] {
                    Double.parseDouble(line.substring(0, comma)), Double.parseDouble(line.substring(comma + 1))
                });
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sheet sheet = new Sheet(rows.size(), 0);
        return sheet.with("x", sheet.fill(i -> rows.get(i)[0]))
                .with("y", sheet.fill(i -> rows.get(i)[1]))
                .table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(points());
    }

    @Override
    public List<String> onwards() {
        return List.of("taut path " + DATA + " --target y --penalty ridge --no-standardize --knots");
    }

    @Override
    public List<Class<?>> code() {
        return penalty == Kind.L2 ? List.of(L2FromScratch.class) : List.of(L1FromScratch.class);
    }
}
