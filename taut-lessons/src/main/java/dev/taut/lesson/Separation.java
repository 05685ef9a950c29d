package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where classes are separable, a logistic model without penalty has no finite answer. */
final class Separation implements Lesson {
    private static final int ROWS = 40;
    private static final double LAMBDA = 0.01;

    /** The slope of an unpenalised descent after so many epochs. */
    record Slope(int epochs, double slope, double loss) {}

    @Override
    public String name() {
        return "separation";
    }

    @Override
    public String question() {
        return "Why do logistic coefficients sometimes run away?";
    }

    @Override
    public void teach(Board board) {
        board.say(
                "40 pupils: everyone with a score above 61 passed, nobody else did. Fit P(passed) = 1 / (1 + exp(−(bias +"
                        + " slope · score))) by gradient descent, the score in standard deviations.");
        board.say("BREAK IT. No penalty. The steeper the curve the smaller the loss, for ever: every run ends where the"
                + " patience ends, and every package prints another number.");
        board.table(
                List.of(">epochs", ">slope", ">loss"),
                slopes().stream()
                        .map(s -> List.of(Integer.toString(s.epochs), Figures.of(s.slope), Figures.brief(s.loss)))
                        .toList());
        board.say(
                "FIX IT. A ridge penalty, however small, makes steepness cost something, so there is one best slope. With"
                        + " λ = " + LAMBDA + " it is " + Figures.of(penalised())
                        + " per standard deviation, proved optimal.");
        board.say(
                "Remember: huge coefficients with huge standard errors mean separation. Taut refuses --penalty none on such"
                        + " data (T0501).");
    }

    static List<Slope> slopes() {
        double[] score = scores();
        double[] x = standardized(score);
        double bias = 0;
        double slope = 0;
        List<Slope> slopes = new ArrayList<>();
        for (int epoch = 1; epoch <= 100_000; epoch++) {
            double biasGradient = 0;
            double slopeGradient = 0;
            double loss = 0;
            for (int i = 0; i < ROWS; i++) {
                double sign = score[i] > 61 ? 1 : -1;
                double margin = sign * (bias + slope * x[i]);
                double pull = sign / (1 + Math.exp(margin));
                biasGradient -= pull;
                slopeGradient -= pull * x[i];
                loss += Math.log1p(Math.exp(-margin));
            }
            bias -= biasGradient / ROWS;
            slope -= slopeGradient / ROWS;
            if (epoch == 100 || epoch == 1000 || epoch == 10_000 || epoch == 100_000) {
                slopes.add(new Slope(epoch, slope, loss / ROWS));
            }
        }
        return slopes;
    }

    /** The slope per standard deviation under a ridge penalty. */
    static double penalised() {
        LinearModel model =
                Linear.logistic().penalty(Penalty.ridge()).at(LAMBDA).fit(Dataset.of(table(), "passed"));
        double[] score = scores();
        return Figures.coefficient(model, "score") * deviation(score);
    }

    private static double[] standardized(double[] values) {
        double mean = mean(values);
        double deviation = deviation(values);
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (values[i] - mean) / deviation;
        }
        return scaled;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] scores() {
        Sheet sheet = new Sheet(ROWS, 7);
        double[] drawn = sheet.uniforms(30, 90);
        return sheet.fill(i -> Math.round(drawn[i]));
    }

    private static Table table() {
        Sheet sheet = new Sheet(ROWS, 7);
        double[] score = scores();
        double[] sleep = sheet.uniforms(5, 9);
        return sheet.with("score", score)
                .with("sleep", sheet.fill(i -> Math.round(10 * sleep[i]) / 10.0))
                .with("passed", sheet.fill(i -> score[i] > 61 ? 1 : 0))
                .table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table());
    }

    @Override
    public List<String> onwards() {
        return List.of("taut fit " + DATA + " --target passed --penalty ridge");
    }
}
