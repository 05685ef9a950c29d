package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.path.Knot;
import dev.taut.penalty.Penalty;
import dev.taut.study.Study;
import dev.taut.tuning.Rule;
import dev.taut.tuning.TunedPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** No λ is right by itself: cross-validation finds it, fresh data judge it. */
final class LambdaByHand implements Lesson {
    private static final int COLUMNS = 40;
    private static final int TRAIN = 80;
    private static final int ALL = 2080;

    /** One λ: its error on the rows it was fitted to and on fresh ones, and how many features it keeps. */
    record Choice(String name, double lambda, double train, double fresh, int active) {}

    @Override
    public String name() {
        return "lambda";
    }

    @Override
    public String question() {
        return "How strong should the penalty be?";
    }

    @Override
    public void teach(Board board) {
        List<Choice> choices = choices();
        board.say(
                "80 rows, 40 features, of which 5 matter; 2 000 fresh rows to judge by. The noise alone has a mean squared"
                        + " error of 1: nobody can do better.");
        board.say(
                "BREAK IT. Choose λ by hand. Too small: the lasso learns the noise by heart, and its training error is a"
                        + " lie. Too large: it learns nothing.");
        board.table(
                List.of("choice", ">λ", ">kept", ">training error", ">fresh error"),
                choices.stream()
                        .map(c -> List.of(
                                c.name,
                                Figures.brief(c.lambda),
                                Integer.toString(c.active),
                                Figures.of(c.train),
                                Figures.of(c.fresh)))
                        .toList());
        board.say("FIX IT. The last two rows chose λ by ten-fold cross-validation on the 80 rows alone: `min` where the"
                + " estimated error is least, `1se` the strongest penalty within one standard error of it, a simpler"
                + " model that cannot be told from the best.");
        board.say(
                "Remember: training error always falls with λ and says nothing. Tune, then judge on rows never used.");
    }

    static List<Choice> choices() {
        Table all = table();
        Table train = all.rows(range(0, TRAIN));
        Linear lasso = Linear.regression().penalty(Penalty.lasso());
        TunedPath tuned =
                Study.crossValidate(lasso, Dataset.of(train, "y"), Folds.of(10).seed(42));
        LinearPath path = lasso.path(Dataset.of(train, "y"));
        List<Knot> knots = path.path().knots();
        return List.of(
                choice("far too small", path.model(knots.get(knots.size() - 1)), all),
                choice("far too large", path.model(knots.get(2)), all),
                choice("cross-validation, min", tuned.select(Rule.MINIMUM).model(), all),
                choice(
                        "cross-validation, 1se",
                        tuned.select(Rule.ONE_STANDARD_ERROR).model(),
                        all));
    }

    private static Choice choice(String name, LinearModel model, Table all) {
        return new Choice(
                name,
                model.lambda(),
                error(model, all.rows(range(0, TRAIN))),
                error(model, all.rows(range(TRAIN, ALL))),
                model.coefficients().size());
    }

    private static double error(LinearModel model, Table rows) {
        return Figures.squaredError(model, rows, Sheet.values(rows, "y"));
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static Table table() {
        Sheet sheet = new Sheet(ALL, 2);
        double[] y = sheet.normals();
        for (int j = 1; j <= COLUMNS; j++) {
            double[] x = sheet.normals();
            double weight = j <= 5 ? 1.0 - 0.15 * j : 0;
            for (int i = 0; i < ALL; i++) {
                y[i] += weight * x[i];
            }
            sheet.with("x" + j, x);
        }
        return sheet.with("y", y).table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table().rows(range(0, TRAIN)));
    }

    @Override
    public List<String> onwards() {
        return List.of("taut tune " + DATA + " --target y", "taut fit " + DATA + " --target y --rule min -o out");
    }
}
