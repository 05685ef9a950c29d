package dev.taut.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearModel;
import dev.taut.Predictions;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.fold.Folds;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Recipe;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.run.TextSummary;
import dev.taut.run.TextSummary.WeightyTerm;
import dev.taut.text.Terms;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Rule;
import dev.taut.tuning.TunedPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStudyTest {
    private static final Linear LOGISTIC = Linear.logistic().lambdas(Lambdas.grid(40, 1e-3));

    /** Texts of ten words of forty; {@code signal} puts "win" into those of class yes. */
    private static Dataset messages(int rows, long seed, boolean signal) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean yes = random.nextBoolean();
            String text = random.ints(10, 0, 40).mapToObj(w -> "word" + w).collect(Collectors.joining(" "));
            texts.add(signal && yes && random.nextInt(10) > 0 ? text + " WIN!" : text);
            labels.add(yes ? "yes" : "no");
        }
        return Dataset.of(Table.of(TextColumn.of("message", texts), TextColumn.of("label", labels)), "label");
    }

    @Test
    void proseIsFoundByItselfAndItsWordsExplain() {
        Dataset data = messages(200, 1, true);
        Run run = Study.fit(data, FitPlan.standard().linear(LOGISTIC)).run();
        assertThat(run.findings()).extracting(Finding::code).contains(Code.PROSE);
        TextSummary text = run.text().get(0);
        assertThat(text.column()).isEqualTo("message");
        assertThat(text.columns()).isEqualTo(41);
        assertThat(text.known()).isEqualTo(1);
        assertThat(text.raising()).extracting(WeightyTerm::term).first().isEqualTo("win");
        assertThat(run.solution().coefficients().get(0).feature()).isEqualTo("message~win");
        assertThat(run.solution().coefficients().get(0).ratio()).isEmpty();
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
    }

    @Test
    void declaredTextIsNotNotedAndAStoredModelPredictsTheSame(@TempDir Path folder) throws IOException {
        Dataset data = messages(150, 2, true).text("message");
        assertThat(Checks.of(data).findings()).isEmpty();
        Fit fit = Study.fit(data, FitPlan.standard().linear(LOGISTIC));
        Table others = messages(50, 3, true).table();
        fit.model().save(folder.resolve("m.taut"));
        LinearModel read = LinearModel.load(folder.resolve("m.taut"));
        assertThat(read).isEqualTo(fit.model());
        assertThat(means(read.predict(others))).isEqualTo(means(fit.model().predict(others)));
    }

    private static List<Double> means(Predictions predictions) {
        return IntStream.range(0, 50).mapToObj(predictions::mean).toList();
    }

    /** The leakage canary: with every row a text of its own, words chosen outside the folds would look predictive. */
    @Test
    void randomLabelsAreNotPredictedFromWords() {
        Linear ridge = LOGISTIC.penalty(Penalty.ridge())
                .recipe(Recipe.standard().terms(Terms.standard().minRows(1).longest(2)));
        TunedPath tuned = Study.crossValidate(ridge, messages(300, 4, false), Folds.of(10));
        double chance = tuned.mean(0);
        int last = tuned.path().knots().size() - 1;
        assertThat(IntStream.rangeClosed(0, last).mapToDouble(tuned::mean).min().orElseThrow())
                .isGreaterThan(chance - 2 * tuned.standardError(0));
        assertThat(tuned.mean(last)).isGreaterThan(chance);
    }

    @Test
    void runsAreTheSameForOneThreadAndSeveral() {
        Dataset data = messages(120, 5, true);
        FitPlan plan = FitPlan.standard().linear(LOGISTIC);
        Run one = Study.fit(Checks.of(data), plan, Progress.SILENT).run();
        Run several =
                Study.fit(Checks.of(data), plan.threads(3), Progress.SILENT).run();
        assertThat(several.solution()).isEqualTo(one.solution());
        assertThat(several.tuning()).isEqualTo(one.tuning());
    }

    /**
     * Almeida, Gómez Hidalgo and Yamakami 2011, first 30 % to train: their linear SVM has accuracy 0.9764 and MCC
     * 0.893, multinomial naive Bayes 0.9374 and 0.697.
     */
    @Test
    void messagesAreToldFromSpamAsWellAsPublished() {
        Dataset data = Dataset.of(SharedData.table("sms_spam.csv.gz"), "label").text("text");
        assertThat(data.rows()).isEqualTo(5574);
        Linear ridge = Linear.logistic()
                .penalty(Penalty.ridge())
                .lambdas(Lambdas.grid(40, 1e-6))
                .recipe(Recipe.standard().terms(Terms.standard().minRows(1)));
        LinearModel model = Study.crossValidate(
                        ridge,
                        data.rows(IntStream.range(0, 1674).toArray()),
                        Folds.of(5).seed(42))
                .select(Rule.MINIMUM)
                .model();
        Dataset test = data.rows(IntStream.range(1674, 5574).toArray());
        Predictions predictions = model.predict(test.table());
        double[][] table = new double[2][2];
        for (int i = 0; i < test.rows(); i++) {
            table[test.target().text(i).equals("spam") ? 1 : 0][predictions.mean(i) > 0.5 ? 1 : 0]++;
        }
        double accuracy = (table[0][0] + table[1][1]) / test.rows();
        double mcc = (table[1][1] * table[0][0] - table[0][1] * table[1][0])
                / Math.sqrt((table[1][1] + table[0][1])
                        * (table[1][1] + table[1][0])
                        * (table[0][0] + table[0][1])
                        * (table[0][0] + table[1][0]));
        assertThat(accuracy).isGreaterThan(0.9764);
        assertThat(mcc).isGreaterThan(0.893);
        // What this implementation has, so that a change is noticed.
        assertThat(accuracy).isEqualTo(0.9826, within(0.001));
        assertThat(mcc).isEqualTo(0.921, within(0.005));
    }
}
