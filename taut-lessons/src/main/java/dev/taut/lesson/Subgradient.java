package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.lesson.scratch.L1FromScratch;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A subgradient walks past the corner of |β|; a proximal step lands on it. */
final class Subgradient implements Lesson {
    private static final int ROWS = 100;
    private static final int COLUMNS = 30;
    private static final double LAMBDA = 0.4;
    private static final double RATE = 0.1;

    /** After so many steps, how far the loss is above the least, and how many weights are exactly zero, for both. */
    record Progress(
            int steps, double subgradientExcess, int subgradientZeros, double proximalExcess, int proximalZeros) {}

    @Override
    public String name() {
        return "subgradient";
    }

    @Override
    public String question() {
        return "Why does plain gradient descent give no exact zeros?";
    }

    @Override
    public void teach(Board board) {
        board.say("100 rows, 30 features, 4 of which matter. Minimise mean squared error + λ·Σ|weight| with λ = "
                + LAMBDA + ". The library's proved optimum has " + optimalZeros() + " exact zeros.");
        board.say(
                "BREAK IT. |weight| has no gradient at zero. Take a subgradient: sign(weight), with steps that shrink like"
                        + " 1/√t so that it converges at all. The weights dance around zero and none is exactly zero.");
        board.say(
                "FIX IT. Step down the squared error alone, then solve the corner exactly: the soft threshold cuts λ·rate"
                        + " off every weight and sets to zero what is smaller.");
        board.table(
                List.of(">steps", ">subgradient: excess", ">zeros", ">soft threshold: excess", ">zeros"),
                progress().stream()
                        .map(p -> List.of(
                                Integer.toString(p.steps),
                                Figures.brief(p.subgradientExcess),
                                Integer.toString(p.subgradientZeros),
                                Figures.brief(Math.max(0, p.proximalExcess)),
                                Integer.toString(p.proximalZeros)))
                        .toList());
        board.say("`excess` is the total loss minus the least one.");
        board.say(
                "Remember: adding λ·|w| to the loss of a neural network and calling an optimiser is the left half of this"
                        + " table. Exact zeros need a proximal step.");
    }

    static List<Progress> progress() {
        double[][] x = columns();
        double[] y = target(x);
        double least = totalLoss(optimum());
        L1FromScratch left = new L1FromScratch(LAMBDA, 1, x, y);
        L1FromScratch right = new L1FromScratch(LAMBDA, 1, x, y);
        List<Progress> progress = new ArrayList<>();
        for (int t = 1; t <= 3000; t++) {
            left.subgradientStep(RATE / Math.sqrt(t));
            right.softThresholdStep(RATE);
            if (t == 10 || t == 30 || t == 100 || t == 300 || t == 1000 || t == 3000) {
                progress.add(new Progress(
                        t, left.totalLoss() - least, zeros(left), right.totalLoss() - least, zeros(right)));
            }
        }
        return progress;
    }

    static int optimalZeros() {
        return COLUMNS - optimum().coefficients().size();
    }

    private static LinearModel optimum() {
        Sheet sheet = new Sheet(ROWS, 10);
        double[][] x = columns();
        for (int j = 0; j < COLUMNS; j++) {
            sheet.with("x" + j, x[j]);
        }
        // Half the squared error, so half the λ: the same minimiser.
        return Linear.regression()
                .penalty(Penalty.lasso())
                .standardize(false)
                .at(LAMBDA / 2)
                .fit(sheet.with("y", target(x)).dataset("y"));
    }

    private static double totalLoss(LinearModel model) {
        double[][] x = columns();
        L1FromScratch there = new L1FromScratch(LAMBDA, 1, x, target(x));
        there.start(
                model.intercepts().get(0),
                IntStream.range(0, COLUMNS)
                        .mapToDouble(j -> Figures.coefficient(model, "x" + j))
                        .toArray());
        return there.totalLoss();
    }

    private static int zeros(L1FromScratch descent) {
        return (int) Arrays.stream(descent.weights()).filter(w -> w == 0).count();
    }

    private static double[][] columns() {
        Sheet sheet = new Sheet(ROWS, 10);
        return IntStream.range(0, COLUMNS).mapToObj(j -> sheet.normals()).toArray(double[][]::new);
    }

    private static double[] target(double[][] x) {
        double[] noise = new Sheet(ROWS, 11).normals();
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> 1 + 2 * x[0][i] - 1.5 * x[1][i] + x[2][i] + 0.7 * x[3][i] + noise[i])
                .toArray();
    }

    @Override
    public List<Class<?>> code() {
        return List.of(L1FromScratch.class);
    }
}
