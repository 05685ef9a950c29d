package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Laws of every recipe, on random tables. */
class NoLeakTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void heldOutRowsNeverChangeTheRecipe(int seed) {
        Dataset data = Matrices.random(seed, 60);
        int[] training = IntStream.range(0, 40).toArray();
        FittedRecipe fitted = Recipe.standard().fit(data.rows(training));
        FittedRecipe again =
                Recipe.standard().fit(data.on(spoiled(data.table(), 40)).rows(training));
        assertThat(again).isEqualTo(fitted);
        assertThat(Matrices.equal(
                        again.encode(data.rows(training).table()).design(),
                        fitted.encode(data.rows(training).table()).design()))
                .isTrue();
    }

    /** The same table with other values in all rows from {@code first} on. */
    private static Table spoiled(Table table, int first) {
        Table spoiled = table;
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn numbers) {
                double[] values = numbers.values();
                Arrays.fill(values, first, values.length, 1e9);
                spoiled = spoiled.with(NumericColumn.of(column.name(), values));
            } else {
                List<String> cells = IntStream.range(0, table.rows())
                        .mapToObj(i -> i < first ? column.text(i) : "spoiled" + i % 3)
                        .toList();
                spoiled = spoiled.with(TextColumn.of(column.name(), cells));
            }
        }
        return spoiled;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRowIsEncodedAlikeInAnyCompany(int seed) {
        Dataset data = Matrices.random(seed, 50);
        FittedRecipe fitted = Recipe.standard().fit(data);
        int[] some = {7, 3, 3, 49, 0};
        Encoded all = fitted.encode(data.table());
        Encoded few = fitted.encode(data.table().rows(some));
        for (int j = 0; j < all.design().columns(); j++) {
            double[] column = Matrices.column(all.design(), j);
            assertThat(Matrices.column(few.design(), j))
                    .containsExactly(
                            IntStream.of(some).mapToDouble(i -> column[i]).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTrainingColumnVariesAndIsFinite(int seed) {
        Dataset data = Matrices.random(seed, 50);
        Encoded encoded = Recipe.standard().fit(data).encode(data.table());
        assertThat(encoded.design().columns()).isEqualTo(encoded.features().size());
        assertThat(encoded.findings()).isEmpty();
        for (int j = 0; j < encoded.design().columns(); j++) {
            double[] column = Matrices.column(encoded.design(), j);
            assertThat(Arrays.stream(column).allMatch(Double::isFinite)).isTrue();
            assertThat(Arrays.stream(column).distinct().count()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withAReferenceNoColumnsOfACategoryAddUpToOne(int seed) {
        Dataset data = Matrices.random(seed, 50);
        FittedRecipe fitted = Recipe.standard().contrast(Contrast.REFERENCE).fit(data);
        Encoded encoded = fitted.encode(data.table());
        for (Step step : fitted.steps()) {
            if (step instanceof CategoryStep) {
                double[] sum = new double[data.rows()];
                for (int j = 0; j < encoded.design().columns(); j++) {
                    if (encoded.features().get(j).source().equals(step.column())) {
                        encoded.design().axpy(j, 1, sum, 0);
                    }
                }
                assertThat(Arrays.stream(sum).max().orElseThrow()).isEqualTo(1);
                assertThat(Arrays.stream(sum).min().orElseThrow()).isEqualTo(0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFittedRecipeSurvivesJson(int seed) {
        FittedRecipe fitted = Recipe.standard().fit(Matrices.random(seed, 50));
        JsonMapper json = new JsonMapper();
        assertThat(json.readValue(json.writeValueAsString(fitted), FittedRecipe.class))
                .isEqualTo(fitted);
    }
}
