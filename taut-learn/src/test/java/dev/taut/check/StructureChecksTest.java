package dev.taut.check;

import static dev.taut.check.Houses.GAP;
import static dev.taut.check.Houses.N;
import static dev.taut.check.Houses.houses;
import static dev.taut.check.Houses.noise;
import static dev.taut.check.Houses.numbers;
import static dev.taut.check.Houses.text;
import static dev.taut.check.Houses.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sentence about the structure of a table, as a user reads it. */
class StructureChecksTest {
    @Test
    void t0301Constant() {
        CheckedData checked =
                Checks.of(houses(words("country", i -> "FR"), words("currency", i -> "EUR"), numbers("v2", i -> GAP)));
        assertThat(text(checked)).isEqualTo("""
                warning[T0301]: 3 constant columns carry no information and were dropped: country, currency, v2
                  without any value: v2
                  help: --exclude country,currency,v2""");
        assertThat(checked.orRefuse().features()).extracting(Column::name).containsExactly("area", "rooms");
        assertThat(text(houses(words("the country", i -> "FR")))).isEqualTo("""
                warning[T0301]: 1 constant column carries no information and was dropped: the country
                  help: --exclude 'the country'""");
    }

    @Test
    void t0302TheSameColumnTwice() {
        double[] metres = noise("area", 2).values();
        NumericColumn feet = NumericColumn.of(
                "area_sqft", Arrays.stream(metres).map(m -> 3 - 10.764 * m).toArray());
        CheckedData checked = Checks.of(houses(feet));
        assertThat(text(checked)).isEqualTo("""
                warning[T0302]: `area` and `area_sqft` are the same column up to scale; a choice between them is arbitrary
                  dropped `area_sqft` (later in the file)
                  help: --exclude area_sqft
                  help: --keep area_sqft""");
        assertThat(checked.data().role("area_sqft")).isEqualTo(Role.LEFT_OUT);
        TextColumn one = words("sex", i -> i % 3 == 0 ? "m" : "f");
        TextColumn two = words("gender", i -> i % 3 == 0 ? "male" : "female");
        assertThat(text(houses(one, two))).isEqualTo("""
                warning[T0302]: `sex` and `gender` are the same column; a choice between them is arbitrary
                  dropped `gender` (later in the file)
                  help: --exclude gender
                  help: --keep gender""");
        assertThat(text(Checks.of(houses(one, two), CheckOptions.standard().keep("gender"))))
                .isEmpty();
    }

    @Test
    void t0303Clusters() {
        double[] area = noise("area", 2).values();
        double[] jitter = noise("jitter", 9).values();
        NumericColumn garden = numbers("garden", i -> area[i] + 0.1 * jitter[i]);
        NumericColumn fence = numbers("fence", i -> -area[i] + 0.12 * jitter[(i + 1) % N]);
        assertThat(text(houses(garden))).isEqualTo("""
                note[T0303]: correlated cluster {area, garden} (r = 0.99)
                  lasso keeps one and may swap it between folds; ridge and elastic net share the weight
                  help: taut compare … --penalties lasso,enet:0.5""");
        assertThat(text(houses(garden, fence))).isEqualTo("""
                note[T0303]: correlated cluster {area, garden, fence} (|r| up to 0.99)
                  lasso keeps one and may swap it between folds; ridge and elastic net share the weight
                  help: taut compare … --penalties lasso,enet:0.5""");
        Column[] many = IntStream.rangeClosed(0, 500)
                .mapToObj(j -> noise("x" + j, 100 + j))
                .toArray(Column[]::new);
        assertThat(text(houses(many)))
                .isEqualTo("note[T0303]: correlated clusters were not searched among 503 columns (limit 500)");
    }

    @Test
    void t0304TooFewRows() {
        assertThat(text(houses().rows(new int[] {3})))
                .isEqualTo("error[T0304]: the table has 1 row; at least 2 (and better 30) are needed");
        assertThat(text(houses().rows(new int[0])))
                .isEqualTo("error[T0304]: the table has no rows; at least 2 (and better 30) are needed");
        Dataset data = houses(numbers("price", i -> i == 4 ? 1.0 : GAP));
        assertThat(text(Checks.of(data, CheckOptions.standard().dropMissingTarget(true))))
                .isEqualTo("""
                error[T0304]: 1 row left after dropping missing targets; at least 2 (and better 30) are needed
                note[T0202]: 39 rows without a value of `price` were left out""");
    }

    @Test
    void t0305Identifiers() {
        TextColumn order = words("order_id", i -> "o-" + i);
        NumericColumn row = numbers("row", i -> 1001.0 + i);
        assertThat(text(houses(order, row))).isEqualTo("""
                error[T0305]: `order_id` is different in every row: an identifier, not a feature
                  left in, it would create 40 one-hot columns
                  help: --exclude order_id
                  help: --allow T0305
                error[T0305]: `row` counts the rows: an identifier, not a feature
                  left in, the model would learn the order of the file
                  help: --exclude row
                  help: --allow T0305""");
        CheckedData allowed =
                Checks.of(houses(order, row), CheckOptions.standard().allow(dev.taut.finding.Code.IDENTIFIER));
        assertThat(text(allowed)).isEqualTo("""
                note[T0305]: `order_id` is different in every row: an identifier, not a feature
                  left out, as --allow T0305 asks
                note[T0305]: `row` counts the rows: an identifier, not a feature
                  left out, as --allow T0305 asks""");
        assertThat(allowed.orRefuse().features()).extracting(Column::name).containsExactly("area", "rooms");
        assertThat(text(houses(words("code", i -> "c" + Math.max(i, 1)))))
                .startsWith("error[T0305]: `code` has 39 different values in 40 rows: an identifier, not a feature");
        assertThat(text(Checks.of(houses(row), CheckOptions.standard().keep("row"))))
                .isEmpty();
        assertThat(text(houses(numbers("year", i -> 1980.0 + i)))).isEmpty();
    }

    @Test
    void t0306Leaks() {
        double[] price = noise("price", 1).values();
        assertThat(text(houses(numbers("tax", i -> 0.2 * price[i] + 0.01 * (i % 7)))))
                .isEqualTo("""
                warning[T0306]: `tax` alone explains > 99.9 % of `price`: information from the future?
                  if it is known only afterwards, leave it out: nothing else will matter beside it
                  help: --exclude tax""");
        TextColumn churn = words("price", i -> i % 2 == 0 ? "yes" : "no");
        NumericColumn refund = numbers("refund", i -> i % 2 == 0 ? 50.0 + i : i);
        TextColumn reason = words("reason", i -> i % 2 == 0 ? "left" + i % 3 : "");
        NumericColumn left = numbers("left", i -> i % 2 == 0 ? 1.0 + i * i % 7 : GAP);
        assertThat(Checks.of(houses(churn, refund, reason, left)).findings().stream()
                        .filter(f -> f.code() == dev.taut.finding.Code.LEAKAGE_SUSPECT)
                        .map(f -> f.message()))
                .containsExactly(
                        "`refund` alone explains 100.0 % of `price`: information from the future?",
                        "`reason` alone explains 100.0 % of `price`: information from the future?",
                        "`left` alone explains 100.0 % of `price`: information from the future?");
    }

    @Test
    void t0306NotForCategoriesThatOnlyNameTheRows() {
        TextColumn churn = words("price", i -> i % 2 == 0 ? "yes" : "no");
        assertThat(text(houses(churn, words("street", i -> "s" + i / 2 + (i % 2 == 0 ? "a" : "b") + i % 4 / 2))))
                .doesNotContain("T0306");
    }

    @Test
    void t0307Unscaled() {
        Dataset data = houses(numbers("share", i -> i * 7 % 11 / 1000.0));
        assertThat(text(Checks.of(data, CheckOptions.standard().standardize(false))))
                .isEqualTo("""
                warning[T0307]: `rooms` spreads 8 405× wider than `share` and columns are not standardized
                  why: the penalty then falls on units, not on importance
                  help: --standardize""");
        assertThat(text(data)).isEmpty();
    }

    @Test
    void t0308FreeText() {
        CheckedData checked = Checks.of(houses(words("owner", i -> "Smith, Mr. John " + i)));
        assertThat(text(checked)).isEqualTo("""
                warning[T0308]: `owner` is free text (40 different values, 18 characters on average) and was left out
                  help: --exclude owner
                  help: --text owner""");
        assertThat(checked.orRefuse().role("owner")).isEqualTo(Role.LEFT_OUT);
        assertThat(text(checked.data().with(Role.FEATURE, "owner").text("owner")))
                .isEmpty();
    }

    @Test
    void t0311Prose() {
        CheckedData checked = Checks.of(houses(words("review", i -> "it was the best of " + i + " times")));
        assertThat(text(checked)).isEqualTo("""
                note[T0311]: `review` is prose (40 different values of 7 words on average): its words become features
                  help: --text review
                  help: --exclude review""");
        assertThat(checked.orRefuse().isText("review")).isTrue();
        assertThat(text(checked.data())).isEmpty();
    }

    @Test
    void t0309ManyLevels() {
        Dataset data = houses();
        int[] twice = IntStream.range(0, 4 * N).map(i -> i % N).toArray();
        List<String> cells =
                IntStream.range(0, 4 * N).mapToObj(i -> "t" + i % 60).toList();
        List<Column> columns = new ArrayList<>(data.table().rows(twice).columns());
        columns.add(TextColumn.of("ticket", cells));
        assertThat(text(Dataset.of(Table.of(columns.toArray(Column[]::new)), "price")))
                .isEqualTo("""
                note[T0309]: `ticket` has 60 categories; rare ones are pooled as "(other)"
                  help: --exclude ticket""");
    }

    @Test
    void t0310NoFeature() {
        assertThat(text(houses().exclude("area", "rooms")))
                .isEqualTo("error[T0310]: no feature is left to explain `price`");
    }
}
