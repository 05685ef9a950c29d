package dev.taut.lesson;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.fold.Folds;
import dev.taut.penalty.Penalty;
import dev.taut.study.Study;
import dev.taut.tuning.Rule;
import dev.taut.tuning.TunedPath;
import java.util.List;
import java.util.Optional;

/** What two features do together, no sum of what each does alone can say. */
final class Interactions implements Lesson {
    private static final int ROWS = 300;

    /** Cross-validated root mean squared errors: of the mean alone, of the main effects, and with the product. */
    record Errors(double none, double main, double product) {}

    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public String question() {
        return "What does a linear model miss when effects combine?";
    }

    @Override
    public void teach(Board board) {
        Errors errors = errors();
        board.say(
                "A crop of 300 fields: fertiliser helps where there is water and harms where there is none. Noise alone has"
                        + " a root mean squared error of 0.5.");
        board.say(
                "BREAK IT. Give the lasso `water` and `fertiliser` (as deviations from their means). Neither has an effect"
                        + " by itself, on average, so both look useless:");
        board.table(
                List.of("model", ">cross-validated RMSE"),
                List.of(
                        List.of("the mean, no feature", Figures.of(errors.none)),
                        List.of("water + fertiliser", Figures.of(errors.main)),
                        List.of("water + fertiliser + water × fertiliser", Figures.of(errors.product))));
        board.say(
                "FIX IT. Add the product as a feature (last row). With p features there are p(p+1)/2 products and squares:"
                        + " too many to add blindly, which is what the L1 penalty is for, and why products should enter only beside"
                        + " their features.");
        board.say("Remember: 'no effect' in a model without interactions means 'no effect on average'.");
    }

    static Errors errors() {
        Table plain = table();
        double[] water = Sheet.values(plain, "water");
        double[] fertiliser = Sheet.values(plain, "fertiliser");
        double[] product = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            product[i] = water[i] * fertiliser[i];
        }
        TunedPath main = tuned(plain);
        TunedPath both = tuned(plain.with(NumericColumn.of("water × fertiliser", product)));
        return new Errors(main.mean(0), least(main), least(both));
    }

    private static TunedPath tuned(Table table) {
        Linear lasso = Linear.regression().penalty(Penalty.lasso());
        return Study.crossValidate(
                lasso, Dataset.of(table, "crop"), Folds.of(10).seed(42));
    }

    private static double least(TunedPath tuned) {
        return tuned.mean(
                tuned.path().knots().indexOf(tuned.select(Rule.MINIMUM).knot()));
    }

    private static Table table() {
        Sheet sheet = new Sheet(ROWS, 4);
        double[] water = sheet.normals();
        double[] fertiliser = sheet.normals();
        double[] noise = sheet.normals();
        return sheet.with("water", water)
                .with("fertiliser", fertiliser)
                .with("crop", sheet.fill(i -> 5 + water[i] * fertiliser[i] + 0.5 * noise[i]))
                .table();
    }

    @Override
    public Optional<Table> data() {
        return Optional.of(table());
    }

    @Override
    public List<String> onwards() {
        return List.of("taut tune " + DATA + " --target crop");
    }
}
