package dev.taut.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.Linear;
import dev.taut.data.Dataset;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.path.Lambdas;
import dev.taut.recipe.Recipe;
import dev.taut.run.Run;
import dev.taut.study.Study;
import dev.taut.text.Terms;
import dev.taut.text.Weighting;
import dev.taut.tuning.FitPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The chapter about words. */
class TextReportTest {
    private static Run run(Terms terms) {
        SplittableRandom random = new SplittableRandom(5);
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean yes = i % 2 == 0;
            String noise = "word" + random.nextInt(9) + " other" + random.nextInt(9);
            texts.add(noise + (yes ? " <b>" : " home") + (random.nextInt(9) == 0 ? " home" : ""));
            labels.add(yes ? "yes" : "no");
        }
        Dataset data = Dataset.of(Table.of(TextColumn.of("m", texts), TextColumn.of("label", labels)), "label")
                .text("m");
        Linear linear = Linear.logistic()
                .lambdas(Lambdas.grid(20, 1e-2))
                .recipe(Recipe.standard().terms(terms));
        return Study.fit(data, FitPlan.standard().linear(linear)).run();
    }

    @Test
    void wordsOfBothDirectionsAreNamedWithTheRowsThatHoldThem() {
        String page = Report.html(run(Terms.standard().weighting(Weighting.PRESENCE)));
        assertThat(page)
                .contains(
                        "id=\"text\"",
                        "Words of m",
                        "Words that raise",
                        "Words that lower",
                        "Held by most rows: ",
                        "home");
        assertThat(page).doesNotContain("m~<b>");
    }

    @Test
    void hashedTermsAreSaidToHaveNoNames() {
        assertThat(Report.html(run(Terms.standard().weighting(Weighting.HASHED).most(16))))
                .contains("Terms are spread over 16 columns by a hash");
    }

    @Test
    void withoutTextThereIsNoSuchChapter() {
        assertThat(Report.html(dev.taut.report.example.Examples.regression())).doesNotContain("id=\"text\"");
    }
}
