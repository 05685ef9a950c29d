package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.check.CheckOptions;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.design.Feature;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Real tables become the designs that textbooks fit. */
class ReferenceRecipeTest {
    @Test
    void saheartHasOneColumnForFamilyHistory() {
        Dataset data = Dataset.of(SharedData.table("saheart.csv"), "chd");
        assertThat(Recipe.standard().fit(data).features().list())
                .extracting(Feature::name)
                .containsExactly(
                        "sbp", "tobacco", "ldl", "adiposity", "famhist=Present", "typea", "obesity", "alcohol", "age");
    }

    @Test
    void bikeshareKeepsItsOneHourOfHeavyRain() {
        Table table =
                SharedData.table("bikeshare.csv").keep(c -> c.matches("mnth|hr|workingday|temp|weathersit|bikers"));
        Dataset data = Dataset.of(table, "bikers").categorical("hr");
        FittedRecipe fitted = Recipe.standard().contrast(Contrast.REFERENCE).fit(data);
        assertThat(fitted.features().size()).isEqualTo(11 + 23 + 1 + 3 + 1);
        assertThat(fitted.features().matching("weathersit=heavy rain/snow")).hasSize(1);
    }

    @Test
    void titanicIsEncodedWithItsGaps() {
        Dataset raw = Dataset.of(SharedData.table("titanic.csv"), "Survived").exclude("PassengerId", "Ticket", "Cabin");
        Dataset data = Checks.of(raw, CheckOptions.standard()).orRefuse();
        FittedRecipe fitted = Recipe.standard().fit(data);
        assertThat(fitted.features().list())
                .extracting(Feature::name)
                .containsExactly(
                        "Pclass",
                        "Sex=male",
                        "Age",
                        "Age (missing)",
                        "SibSp",
                        "Parch",
                        "Fare",
                        "Embarked=C",
                        "Embarked=Q",
                        "Embarked=S",
                        "Embarked (missing)");
        assertThat(fitted.encode(data.table()).findings()).isEmpty();
    }

    @Test
    void datesSurviveJsonToo() {
        long[] days =
                IntStream.range(0, 400).mapToLong(i -> (19_000L + i) * 86_400).toArray();
        Table table = Table.of(DateColumn.of("when", days), NumericColumn.of("y", new double[400]));
        FittedRecipe fitted = Recipe.standard().fit(Dataset.of(table, "y"));
        JsonMapper json = new JsonMapper();
        FittedRecipe read = json.readValue(json.writeValueAsString(fitted), FittedRecipe.class);
        assertThat(read).isEqualTo(fitted);
        assertThat(Matrices.equal(
                        read.encode(table).design(), fitted.encode(table).design()))
                .isTrue();
        assertThat(fitted.encoding("when")).isEqualTo("date: days, month, weekday");
    }
}
