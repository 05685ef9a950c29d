package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.fold.Split;
import dev.taut.penalty.Penalty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Features chosen with the help of the rows that are to judge them make any judgement worthless. */
final class SelectionLeakage implements Lesson {
    private static final int ROWS = 60;
    private static final int COLUMNS = 1500;
    private static final int KEPT = 20;
    private static final double LAMBDA = 0.1;

    /** The share of right answers in cross-validation, features chosen on all rows and inside each fold. */
    record Accuracy(double outside, double inside) {}

    @Override
    public String name() {
        return "selection-leakage";
    }

    @Override
    public String question() {
        return "Why must features be selected inside the folds?";
    }

    @Override
    public void teach(Board board) {
        Accuracy accuracy = accuracy();
        board.say(
                "60 patients, 1 500 genes, and a diagnosis drawn by tossing a coin. There is nothing to be learnt: an honest"
                        + " test must find about 50 % right answers.");
        board.say(
                "BREAK IT. Keep the 20 genes that go best with the diagnosis, on all rows. Then cross-validate a ridge"
                        + " logistic regression on those 20: " + Figures.percent(accuracy.outside) + " right answers.");
        board.say("The rows of every test fold had their say when the genes were chosen.");
        board.say(
                "FIX IT. Choose the 20 genes inside each fold, from its training rows alone, as if the test rows did not"
                        + " exist yet: " + Figures.percent(accuracy.inside) + " right answers.");
        board.say(
                "Remember: everything that looks at the target belongs inside the fold: selection, λ, imputation, scaling."
                        + " A lasso selects as it fits, and Taut refits it, recipe and all, in every fold.");
    }

    static Accuracy accuracy() {
        Dataset all = Dataset.of(table(), "sick");
        Set<String> leaked = best(all);
        int outside = 0;
        int inside = 0;
        for (Split split : Folds.of(10).seed(42).splits(all).get(0)) {
            Dataset train = all.rows(split.train());
            outside += right(train, all, split, leaked);
            inside += right(train, all, split, best(train));
        }
        return new Accuracy((double) outside / ROWS, (double) inside / ROWS);
    }

    /** How many of the split's test rows a model that was given these features gets right. */
    private static int right(Dataset train, Dataset all, Split split, Set<String> features) {
        Table kept = train.table().keep(name -> features.contains(name) || name.equals("sick"));
        LinearModel model =
                Linear.logistic().penalty(Penalty.ridge()).at(LAMBDA).fit(Dataset.of(kept, "sick"));
        Table test = all.table().rows(split.test());
        var predictions = model.predict(test);
        return (int) IntStream.range(0, test.rows())
                .filter(i -> predictions.label(i).equals(test.column("sick").text(i)))
                .count();
    }

    /** The features that correlate most with the target. */
    private static Set<String> best(Dataset data) {
        double[] y = Sheet.values(data.table(), "sick");
        Map<String, Double> correlations = data.features().stream()
                .collect(Collectors.toMap(Column::name, c -> correlation(((NumericColumn) c).values(), y)));
        return correlations.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(KEPT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum() / x.length;
        double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).sum() / y.length;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return Math.abs(xy) / Math.sqrt(xx * yy);
    }

    private static Table table() {
        Sheet sheet = new Sheet(ROWS, 5);
        double[] coins = sheet.uniforms(0, 1);
        for (int j = 1; j <= COLUMNS; j++) {
            sheet.with("gene" + j, sheet.normals());
        }
        return sheet.with("sick", sheet.fill(i -> coins[i] < 0.5 ? 0 : 1)).table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table());
    }

    @Override
    public List<String> onwards() {
        return List.of("taut tune " + DATA + " --target sick");
    }
}
