package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.path.Knot;
import dev.taut.penalty.Penalty;
import dev.taut.study.Study;
import dev.taut.tuning.Rule;
import dev.taut.tuning.TunedPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Too much penalty is as wrong as too little, and the training error shows it. */
final class OverRegularization implements Lesson {
    private static final int ROWS = 150;
    private static final int COLUMNS = 12;

    /** One λ: the share of the variance it explains on the rows it was fitted to, and its cross-validated error. */
    record Strength(double lambda, double explained, double error, boolean chosen) {}

    @Override
    public String name() {
        return "over-regularization";
    }

    @Override
    public String question() {
        return "How does one notice that the penalty is too strong?";
    }

    @Override
    public void teach(Board board) {
        board.say(
                "150 rows, 12 features that all matter a little: the home ground of ridge. Noise alone has a root mean"
                        + " squared error of 1.");
        board.say(
                "BREAK IT. Turn λ up. The more one regularizes, the safer? Watch how much of y the model still explains on"
                        + " the very rows that it has seen:");
        board.table(
                List.of(">λ", ">explained in training", ">cross-validated RMSE", ""),
                strengths().stream()
                        .map(s -> List.of(
                                Figures.brief(s.lambda),
                                Figures.percent(s.explained),
                                Figures.of(s.error),
                                s.chosen ? "← least error" : ""))
                        .toList());
        board.say(
                "At the top the model predicts nearly the mean for everyone: bad in training AND in validation, which is"
                        + " underfitting. Overfitting is good in training and bad in validation.");
        board.say(
                "FIX IT. Let cross-validation choose; and look at both figures: when the training error is near that of no"
                        + " model at all, the penalty is too strong, or the features are of no use.");
        board.say("Remember: a penalty buys less variance with more bias. T0403 says so when nothing is left.");
    }

    static List<Strength> strengths() {
        Dataset data = Dataset.of(table(), "y");
        Linear ridge = Linear.regression().penalty(Penalty.ridge());
        TunedPath tuned = Study.crossValidate(ridge, data, Folds.of(10).seed(42));
        LinearPath path = ridge.path(data);
        List<Knot> knots = tuned.path().knots();
        int best = knots.indexOf(tuned.select(Rule.MINIMUM).knot());
        List<Strength> strengths = new ArrayList<>();
        for (int k : IntStream.concat(IntStream.of(best), IntStream.iterate(30, k -> k < knots.size(), k -> k + 12))
                .sorted()
                .distinct()
                .toArray()) {
            double explained = 1 - path.deviance(knots.get(k)) / path.nullDeviance();
            strengths.add(new Strength(knots.get(k).lambda(), explained, tuned.mean(k), k == best));
        }
        return strengths;
    }

    private static Table table() {
        Sheet sheet = new Sheet(ROWS, 6);
        double[] y = sheet.normals();
        for (int j = 1; j <= COLUMNS; j++) {
            double[] x = sheet.normals();
            for (int i = 0; i < ROWS; i++) {
                y[i] += 0.4 * x[i];
            }
            sheet.with("x" + j, x);
        }
        return sheet.with("y", y).table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table());
    }

    @Override
    public List<String> onwards() {
        return List.of(
                "taut fit " + DATA + " --target y --penalty lasso --lambda 3",
                "taut fit " + DATA + " --target y --penalty ridge");
    }
}
