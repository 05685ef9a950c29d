package dev.taut.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.SharedData;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import dev.taut.run.DataSummary.ClassCount;
import dev.taut.run.DataSummary.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private static String notes(Inspection inspection) {
        return inspection.columns().stream()
                .map(line -> line.summary().name() + ": " + String.join("; ", line.notes()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void diabetesAsInTheManual() {
        Inspection diabetes = Inspection.of(Checks.of(Dataset.of(SharedData.table("diabetes.csv"), "progression")));
        assertThat(notes(diabetes)).isEqualTo("""
                age:\s
                sex: two values: treat as categorical? --categorical sex
                bmi:\s
                bp:\s
                s1: r = +0.90 with s2
                s2: r = +0.90 with s1
                s3:\s
                s4:\s
                s5: spread is 66× smaller than s1: scaling matters
                s6:\s""");
        assertThat(diabetes.target().task()).isEqualTo("regression");
        assertThat(diabetes.target().histogram().counts().stream()
                        .mapToInt(c -> c)
                        .sum())
                .isEqualTo(442);
    }

    @Test
    void everyTypeAndPartHasItsNote() {
        long[] days =
                IntStream.range(0, 20).mapToLong(i -> (19_000L + i) * 86_400).toArray();
        Table table = Table.of(
                NumericColumn.of(
                        "y", IntStream.range(0, 20).mapToDouble(i -> i * i % 7).toArray()),
                TextColumn.of(
                        "region",
                        IntStream.range(0, 20).mapToObj(i -> "r" + i * i % 5).toList()),
                TextColumn.of(
                        "id", IntStream.range(0, 20).mapToObj(i -> "id" + i).toList()),
                DateColumn.of("when", days),
                NumericColumn.of(
                        "w", IntStream.range(0, 20).mapToDouble(i -> 1 + i % 2).toArray()),
                NumericColumn.of(
                        "gap",
                        IntStream.range(0, 20)
                                .mapToDouble(i -> i == 3 ? Double.NaN : i * i % 11)
                                .toArray()),
                NumericColumn.of(
                        "flag",
                        IntStream.range(0, 20).mapToDouble(i -> i * i % 3 % 2).toArray()),
                TextColumn.of("other", IntStream.range(0, 20).mapToObj(i -> "x").toList()));
        assertThat(notes(Inspection.of(
                        Checks.of(Dataset.of(table, "y").weights("w").exclude("other")))))
                .isEqualTo("""
                        region: 3 levels: r1, r4, r0
                        id: left out: an identifier, not a feature
                        when: 2022-01-08 … 2022-01-27
                        w: weights
                        gap: 1 missing (5.0 %)
                        flag:\s
                        other: excluded""");
    }

    @Test
    void summariesHoldTheFigures() {
        Table table = Table.of(
                NumericColumn.of("x", 1, 2, Double.NaN, 3),
                TextColumn.of("t", List.of("b", "a", "b", "")),
                TextColumn.of("y", List.of("yes", "no", "no", "no")));
        var columns = Summaries.columns(Dataset.of(table, "y"), name -> name.equals("x") ? "number" : "—");
        assertThat(columns)
                .extracting(
                        c -> c.role() + " " + c.type() + " " + c.encoding() + " " + c.missing() + " " + c.distinct())
                .containsExactly("feature numeric number 1 3", "feature text — 1 2", "target text — 0 2");
        assertThat(columns.get(0).statistics().mean()).isEqualTo(OptionalDouble.of(2));
        assertThat(columns.get(0).statistics().sd().orElseThrow()).isEqualTo(Math.sqrt(2.0 / 3));
        assertThat(columns.get(1).levels()).containsExactly(new ClassCount("b", 2), new ClassCount("a", 1));
        assertThat(Summaries.target(Dataset.of(table, "y")).classes())
                .containsExactly(new ClassCount("no", 3), new ClassCount("yes", 1));
    }

    @Test
    void distinctNumbersAreCountedAsASetWould() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n : new int[] {0, 1, 2, 3, 100, 5000}) {
            double[] values = random.ints(n, -n, n + 1)
                    .mapToDouble(i -> i % 7 == 0 ? Double.NaN : i % 11 == 0 ? -0.0 : i / 4.0)
                    .toArray();
            long expected = Arrays.stream(values)
                    .filter(v -> !Double.isNaN(v))
                    .map(v -> v + 0.0)
                    .distinct()
                    .count();
            assertThat(Summaries.distinct(NumericColumn.of("x", values))).isEqualTo((int) expected);
        }
    }

    @Test
    void histogramsHaveRoundEdgesAndLoseNobody() {
        NumericColumn column = NumericColumn.of("y", 0.3, 9.7, 5, 5, Double.NaN, 4.999);
        Histogram histogram = Summaries.histogram(column, Moments.of(column));
        assertThat(histogram.edges()).startsWith(0.0, 0.5).endsWith(9.5, 10.0);
        assertThat(histogram.counts().stream().mapToInt(c -> c).sum()).isEqualTo(5);
        assertThat(histogram.counts()).hasSize(20);
        NumericColumn same = NumericColumn.of("y", 2, 2);
        assertThat(Summaries.histogram(same, Moments.of(same))).isEqualTo(Histogram.NONE);
        NumericColumn edge = NumericColumn.of("y", 0, 10);
        assertThat(Summaries.histogram(edge, Moments.of(edge)).counts())
                .startsWith(1)
                .endsWith(1)
                .hasSize(20);
    }

    @Test
    void aTableWithoutTheTargetIsRefused() {
        Dataset data = Dataset.of(Table.of(NumericColumn.of("x", 1, 2)), "y");
        assertThatThrownBy(() -> Inspection.of(Checks.of(data)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("target column `y` is not in the table");
    }
}
