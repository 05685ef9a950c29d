package dev.taut.check;

import static dev.taut.check.Houses.GAP;
import static dev.taut.check.Houses.houses;
import static dev.taut.check.Houses.noise;
import static dev.taut.check.Houses.numbers;
import static dev.taut.check.Houses.text;
import static dev.taut.check.Houses.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sentence about names and values, as a user reads it. */
class ValueChecksTest {
    @Test
    void cleanDataSaysNothing() {
        assertThat(text(houses())).isEmpty();
    }

    @Test
    void t0101EveryLackingNameAtOnce() {
        Dataset data = Dataset.of(houses().table(), "pirce")
                .exclude("AREA", "rooms", "nonsense")
                .weights("wight")
                .categorical("Rooms");
        assertThat(text(data)).isEqualTo("""
                error[T0101]: target column `pirce` is not in houses.csv
                  houses.csv:1  price,area,rooms
                  did you mean `price`?
                  help: --target price
                error[T0101]: weights column `wight` is not in houses.csv
                  houses.csv:1  price,area,rooms
                error[T0101]: excluded column `AREA` is not in houses.csv
                  houses.csv:1  price,area,rooms
                  did you mean `area`?
                  help: --exclude area,rooms
                error[T0101]: excluded column `nonsense` is not in houses.csv
                  houses.csv:1  price,area,rooms
                  help: --exclude area,rooms
                error[T0101]: categorical column `Rooms` is not in houses.csv
                  houses.csv:1  price,area,rooms
                  did you mean `rooms`?
                  help: --categorical rooms""");
    }

    @Test
    void t0101ATableInMemoryHasNoFileToName() {
        Dataset data = Dataset.of(Table.of(NumericColumn.of("mean radius", 1)), "mean.radius");
        assertThat(text(data)).isEqualTo("""
                error[T0101]: target column `mean.radius` is not in the table
                  columns: mean radius
                  did you mean `mean radius`?
                  help: --target 'mean radius'""");
    }

    @Test
    void t0001APartForOneColumnOnly() {
        assertThat(text(houses(noise("w", 8)).weights("w").weights("area"))).isEqualTo("""
                error[T0001]: only one weights column is possible, 2 were named: w, area
                  help: --weights w""");
        assertThat(text(houses().exclude("price"))).isEqualTo("""
                error[T0001]: no column is the target: it was given another role as well
                  a column plays one part: target, feature, weights, offset, split or excluded""");
    }

    @Test
    void t0201TextInNumbers() {
        Dataset data = houses(words("area", i -> switch (i) {
            case 5, 9, 30 -> "n/a";
            case 12 -> "1,250";
            default -> String.valueOf(100 + i);
        }));
        assertThat(text(data)).isEqualTo("""
                error[T0201]: column `area` should be numeric but 4 of 40 values are text
                  rows 6, 10, 13 …: "n/a" (3), "1,250" (1)
                  help: --missing 'n/a' --thousands ','
                  help: --categorical area""");
        assertThat(text(houses(words("area", i -> i == 3 ? "12 kg" : i + ".5"))))
                .isEqualTo("""
                error[T0201]: column `area` should be numeric but 1 of 40 values is text
                  row 4: "12 kg" (1)
                  help: --categorical area
                  help: --exclude area""");
        assertThat(text(houses(words("area", i -> i % 6 == 0 ? "3,5" + i : i + ""))))
                .isEqualTo("""
                error[T0201]: column `area` should be numeric but 7 of 40 values are text
                  rows 1, 7, 13 …: "3,50" (1), "3,56" (1), "3,512" (1) and 4 more
                  help: --decimal ','
                  help: --categorical area""");
    }

    @Test
    void t0201NotBelowFourFifthsAndNotForDeclaredCategories() {
        assertThat(text(houses(words("area", i -> i % 4 == 0 ? "none" : i % 5 + ""))))
                .isEmpty();
        assertThat(text(houses(words("area", i -> i % 10 == 0 ? "none" : i % 5 + ""))
                        .categorical("area")))
                .isEmpty();
    }

    @Test
    void t0201TextTargets() {
        assertThat(text(houses(words("price", i -> i == 7 ? "ask" : i * 1.5 + ""))))
                .isEqualTo("""
                error[T0201]: target `price` should be numeric but 1 of 40 values is text
                  row 8: "ask" (1)
                  help: --missing 'ask'
                  help: --task multiclass""");
        assertThat(text(houses(words("price", i -> i % 2 == 0 ? "low" : "high")).task(Task.REGRESSION)))
                .isEqualTo("""
                error[T0201]: target `price` is text, but regression predicts numbers
                  its values: "low", "high"
                  help: --task binary""");
    }

    @Test
    void t0202MissingTarget() {
        Dataset data = houses(numbers("price", i -> i == 4 || i == 11 ? GAP : i * i % 17.0));
        assertThat(text(data)).isEqualTo("""
                error[T0202]: target `price` has 2 missing values; rows without a target cannot teach
                  help: --drop-missing-target""");
        CheckedData dropped = Checks.of(data, CheckOptions.standard().dropMissingTarget(true));
        assertThat(text(dropped)).isEqualTo("note[T0202]: 2 rows without a value of `price` were left out");
        assertThat(dropped.orRefuse().rows()).isEqualTo(38);
        assertThat(dropped.data().target().missing()).isZero();
    }

    @Test
    void t0203Infinite() {
        double infinity = Double.POSITIVE_INFINITY;
        Dataset data = houses(
                numbers("ratio", i -> i == 8 || i == 21 ? infinity : i * 7 % 11.0),
                numbers("price", i -> i == 0 ? -infinity : i * 5 % 13.0));
        assertThat(text(data)).isEqualTo("""
                error[T0203]: infinite values in `ratio` (rows 9, 22): 1/0 in an earlier step?
                  help: --missing inf
                error[T0203]: infinite value in target `price` (row 1): 1/0 in an earlier step?
                  help: --missing inf""");
    }

    @Test
    void t0204Missing() {
        NumericColumn income = numbers("income", i -> i % 8 == 0 ? GAP : i * 7 % 11.0);
        assertThat(text(houses(income))).isEqualTo("""
                warning[T0204]: `income` has 5 missing values (12.5 %)
                  numbers are imputed inside each fold, plus a 0/1 flag; missing text is a category of its own
                  why: imputing before splitting would leak the held-out rows; --impute none refuses instead""");
        TextColumn cabin = words("cabin", i -> i % 4 == 0 ? "abc".substring(i % 3, i % 3 + 1) : "");
        assertThat(text(houses(income, cabin))).isEqualTo("""
                warning[T0204]: 2 columns have missing values: income 5 (12.5 %), cabin 30 (75.0 %)
                  numbers are imputed inside each fold, plus a 0/1 flag; missing text is a category of its own
                  why: imputing before splitting would leak the held-out rows; --impute none refuses instead
                  help: --exclude cabin""");
        assertThat(text(Checks.of(houses(income), CheckOptions.standard().refuseMissing(true))))
                .isEqualTo("""
                error[T0204]: `income` has 5 missing values (12.5 %) and --impute none was asked
                  help: --impute median""");
    }

    @Test
    void t0205SingleValue() {
        assertThat(text(houses(words("price", i -> "no")))).isEqualTo("""
                error[T0205]: target `price` has a single value ("no") in all 40 rows
                  nothing to separate: check the filter that made this file, or name another --target""");
        assertThat(text(houses(numbers("price", i -> 3.0)))).isEqualTo("""
                error[T0205]: target `price` has a single value ("3") in all 40 rows
                  nothing to explain: check the filter that made this file, or name another --target""");
    }

    @Test
    void t0206RareClass() {
        assertThat(text(houses(words("price", i -> i < 6 ? "yes" : "no")))).isEqualTo("""
                warning[T0206]: class "yes" has 6 rows: fewer than 10 folds
                  some folds are tested without it, so figures about it are uncertain
                  help: --folds 6 --repeats 20""");
        assertThat(text(houses(words("price", i -> i < 1 ? "yes" : "no")))).isEqualTo("""
                warning[T0206]: class "yes" has 1 row: fewer than 10 folds
                  some folds are tested without it, so figures about it are uncertain""");
        assertThat(text(Checks.of(
                        houses(words("price", i -> i < 6 ? "yes" : "no")),
                        CheckOptions.standard().folds(5))))
                .isEmpty();
        assertThat(text(houses(words("price", i -> "name " + i)))).isEqualTo("""
                error[T0206]: target `price` has 40 classes in 40 rows: most have a single row
                  a class is learnt from several rows; is this the column to predict?""");
    }

    @Test
    void t0207ValuesThatTheRoleDoesNotAllow() {
        Dataset data = houses(
                        numbers("w", i -> i == 2 ? -1.0 : i == 3 ? GAP : 1.0),
                        words("o", i -> "log"),
                        words("part", i -> i % 2 == 0 ? "train" : "maybe"))
                .weights("w")
                .offset("o")
                .with(Role.SPLIT, "part");
        assertThat(text(data)).isEqualTo("""
                error[T0207]: weights `w` are negative in 1 row (row 3)
                error[T0207]: weights `w` are missing or infinite in 1 row (row 4)
                error[T0207]: `o` cannot be an offset: it does not hold numbers
                  first value: "log"
                error[T0207]: split column `part` does not say which rows train
                  its values: train, maybe
                  in every row it must be train or test, true or false, 1 or 0""");
        assertThat(text(houses(numbers("w", i -> 0.0)).weights("w")))
                .isEqualTo("error[T0207]: weights `w` are 0 in every row: nothing would count");
        assertThat(text(houses(numbers("o", i -> i == 5 ? GAP : 1.0)).offset("o")))
                .isEqualTo("error[T0207]: offset `o` is missing or infinite in 1 row (row 6)");
        assertThat(text(houses(numbers("s", i -> 1.0)).with(Role.SPLIT, "s")))
                .isEqualTo("error[T0207]: split column `s` puts every row into training");
        assertThat(text(houses(numbers("w", i -> 2.0)).weights("w"))).isEmpty();
    }

    @Test
    void t0207TargetsThatTheTaskDoesNotAllow() {
        assertThat(text(houses(numbers("price", i -> i == 3 ? 1.5 : i == 9 ? -2 : i * 7 % 10.0))
                        .task(Task.COUNT)))
                .isEqualTo("""
                        error[T0207]: target `price` is not a count in 2 rows (rows 4, 10)
                          a count is 0, 1, 2 …; the first of these is 1.5
                          help: --task regression""");
        assertThat(text(houses(words("price", i -> "abc".substring(i % 3, i % 3 + 1)))
                        .task(Task.BINARY)))
                .isEqualTo("""
                error[T0207]: target `price` has 3 different values, a binary task has two
                  its values: "a", "b", "c"
                  help: --task multiclass""");
    }

    @Test
    void manyFindingsOfOneKindAreShortened() {
        Column[] bad = IntStream.range(0, 9)
                .mapToObj(j -> words("x" + j, i -> i == j ? "?" : i * 7 % 11 + j * i * i % 5 + ""))
                .toArray(Column[]::new);
        String text = text(houses(bad));
        assertThat(text.split("error\\[T0201]")).hasSize(7);
        assertThat(text).endsWith("""
                error[T0201]: the same in 4 more: x5, x6, x7, x8
                  help: --missing '?'""");
    }

    @Test
    void anAllowedWarningIsANote() {
        Dataset data = houses(words("country", i -> "FR"));
        CheckOptions allow = CheckOptions.standard().allow(dev.taut.finding.Code.CONSTANT_COLUMN);
        assertThat(text(Checks.of(data, allow))).startsWith("note[T0301]");
    }

    @Test
    void errorsRefuseOnDemandAllAtOnce() {
        CheckedData checked = Checks.of(houses(
                words("order_id", i -> "o-" + i),
                numbers("price", i -> i == 4 ? GAP : i * 7 % 11.0),
                words("c", i -> "")));
        assertThat(checked.hasErrors()).isTrue();
        assertThatThrownBy(checked::orRefuse)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(f -> f.code().id())
                                .containsExactly("T0305", "T0202"));
    }
}
