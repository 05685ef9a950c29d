package dev.taut.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import dev.taut.fold.Halves;
import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.tuning.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StabilitySelectionTest {
    private static final int ROWS = 120;

    /** y = 2·x0 − 1.5·x1 + noise among so many columns of noise; x2 is almost x3, and y leans on what they share. */
    private static Dataset regression(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[columns][rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            double shared = random.nextGaussian();
            for (int j = 0; j < columns; j++) {
                x[j][i] = j == 2 || j == 3 ? shared + 0.3 * random.nextGaussian() : random.nextGaussian();
            }
            y[i] = 2 * x[0][i] - 1.5 * x[1][i] + shared + random.nextGaussian();
        }
        return dataset(x, y);
    }

    private static Dataset dataset(double[][] x, double[] y) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            columns.add(NumericColumn.of("x" + j, x[j]));
        }
        columns.add(NumericColumn.of("y", y));
        return Dataset.of(Table.of(columns.toArray(Column[]::new)), "y");
    }

    private static Dataset withGroups(Dataset data) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < data.rows(); i++) {
            groups.add("g" + i / 3);
        }
        List<Column> columns = new ArrayList<>(data.table().columns());
        columns.add(TextColumn.of("g", groups));
        return data.on(Table.of(columns.toArray(Column[]::new))).with(Role.GROUP, "g");
    }

    /** The definition, written down once more: every half on a table of its own, one path each, no early end. */
    private static Map<String, Double> bruteForce(Linear linear, Dataset data, int pairs, int budget) {
        Halves halves = Halves.of(data, pairs, 42);
        Map<String, Double> frequencies = new HashMap<>();
        for (int h = 0; h < halves.count(); h++) {
            LinearPath path = linear.path(data.rows(halves.rows(h)));
            Set<String> chosen = new LinkedHashSet<>();
            for (Knot knot : path) {
                Set<String> union = new LinkedHashSet<>(chosen);
                double[] beta = knot.coefficients().dense();
                for (int j = 0; j < beta.length; j++) {
                    if (beta[j] != 0) {
                        union.add(path.path().features().get(j).name());
                    }
                }
                if (union.size() > budget) {
                    break;
                }
                chosen = union;
            }
            chosen.forEach(name -> frequencies.merge(name, 1.0 / halves.count(), Double::sum));
        }
        return frequencies;
    }

    @Test
    void frequenciesAreThoseOfTheDefinition() {
        Dataset data = regression(ROWS, 12, 1);
        ErrorControl control = ErrorControl.standard().budget(4).threshold(0.8);
        for (Penalty penalty : List.of(Penalty.elasticNet(0.5), Penalties.named("mcp"))) {
            Linear linear = Linear.regression().penalty(penalty).lambdas(Lambdas.grid(25, 1e-2));
            Stability stability =
                    StabilitySelection.of(linear).pairs(6).control(control).on(data, Progress.SILENT);
            Map<String, Double> expected = bruteForce(linear, data, 6, 4);
            for (FeatureStability feature : stability.features()) {
                assertThat(feature.frequency())
                        .as(penalty.name() + " " + feature.feature())
                        .isEqualTo(expected.getOrDefault(feature.feature(), 0.0), within(1e-12));
                assertThat(feature.selected()).isEqualTo(feature.frequency() >= 0.8 - 1e-12);
            }
            assertThat(stability.selected()).contains("x0", "x1");
        }
    }

    @Test
    void everyNumberOfThreadsGivesTheSame() {
        Dataset data = regression(ROWS, 12, 2);
        StabilitySelection one = StabilitySelection.of(Linear.regression()).pairs(20);
        Stability first = one.on(data);
        Stability second = one.threads(4).on(data);
        assertThat(second.features()).isEqualTo(first.features());
        assertThat(second.swaps()).isEqualTo(first.swaps());
        assertThat(one.seed(7).on(data).features()).isNotEqualTo(first.features());
    }

    @Test
    void halvesArePairsWithoutACommonRow() {
        Dataset data = regression(41, 3, 3);
        Halves halves = Halves.of(data, 5, 1);
        for (int pair = 0; pair < 5; pair++) {
            Set<Integer> rows = new LinkedHashSet<>();
            for (int half = 2 * pair; half < 2 * pair + 2; half++) {
                assertThat(halves.rows(half)).hasSize(20);
                for (int row : halves.rows(half)) {
                    rows.add(row);
                    assertThat(halves.contains(half, row)).isTrue();
                    assertThat(halves.counts(half)[row]).isEqualTo(1);
                }
            }
            assertThat(rows).hasSize(40);
        }
    }

    @Test
    void groupsStayTogether() {
        Halves halves = Halves.of(withGroups(regression(60, 3, 3)), 4, 1);
        for (int half = 0; half < 8; half++) {
            assertThat(halves.rows(half)).hasSize(30);
            for (int row : halves.rows(half)) {
                assertThat(halves.contains(half, row / 3 * 3))
                        .as(half + " " + row)
                        .isTrue();
            }
        }
    }

    @Test
    void frequencyGrowsAlongThePathToWhatTheHalvesSelect() {
        Stability stability = StabilitySelection.of(Linear.regression()).on(regression(ROWS, 12, 4));
        double[] lambdas = stability.lambdas(30);
        assertThat(lambdas).hasSize(30).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (FeatureStability feature : stability.features()) {
            double before = 0;
            for (double lambda : lambdas) {
                double now = stability.frequency(feature.feature(), lambda);
                assertThat(now).isGreaterThanOrEqualTo(before);
                before = now;
            }
            assertThat(before).isEqualTo(feature.frequency());
        }
        assertThat(stability.meanSelected())
                .isLessThanOrEqualTo(stability.control().budget());
    }

    @Test
    void twinsAreNamedAsSwapPartners() {
        Dataset data = regression(ROWS, 30, 5);
        Stability stability = StabilitySelection.of(Linear.regression())
                .control(ErrorControl.standard().budget(3).threshold(0.9))
                .on(data);
        assertThat(stability.swaps()).hasSize(1);
        Swap swap = stability.swaps().get(0);
        assertThat(Set.of(swap.first(), swap.second())).isEqualTo(Set.of("x2", "x3"));
        assertThat(swap.correlation()).isGreaterThan(0.85);
        assertThat(swap.either()).isGreaterThan(swap.both() + 0.5);
        assertThat(stability.selected()).containsExactlyInAnyOrder("x0", "x1");
    }

    @Test
    void columnsWithoutAPenaltyAreNoCandidates() {
        Dataset data = regression(ROWS, 8, 6);
        Stability stability = StabilitySelection.of(
                        Linear.regression().penalty(Penalty.lasso().free("x5")))
                .control(ErrorControl.standard().budget(2).threshold(0.8))
                .on(data);
        assertThat(stability.features()).hasSize(7).noneMatch(f -> f.feature().equals("x5"));
        assertThat(stability.selected()).containsExactlyInAnyOrder("x0", "x1");
    }

    @Test
    void otherLossesAndAHalfThatLacksAClass() {
        Random random = new Random(8);
        double[][] x = new double[5][60];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (double[] column : x) {
                column[i] = random.nextGaussian();
            }
            labels.add(i < 4 ? "rare" : "usual");
            x[0][i] += i < 4 ? 3 : 0;
        }
        Dataset numbers = dataset(x, new double[60]);
        Dataset data = numbers.on(numbers.table().with(TextColumn.of("y", labels)));
        Stability stability = StabilitySelection.of(Linear.logistic())
                .control(ErrorControl.standard().budget(1).threshold(0.6))
                .on(data, Progress.SILENT);
        assertThat(stability.unfitted()).isPositive();
        assertThat(stability.features().get(0).feature()).isEqualTo("x0");
        assertThat(stability.features().get(0).frequency())
                .isLessThanOrEqualTo(1 - stability.unfitted() / 100.0 + 1e-12);
    }

    @Test
    void aPenaltyWithoutZerosSelectsNothing() {
        assertThatThrownBy(() -> StabilitySelection.of(Linear.regression().penalty(Penalty.ridge()))
                        .on(regression(ROWS, 5, 9)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("keeps no coefficient at zero");
    }

    @Test
    void aBoundThatCannotBeKeptIsRefused() {
        assertThatThrownBy(() -> StabilitySelection.of(Linear.regression())
                        .control(ErrorControl.standard().bound(0.001))
                        .on(regression(ROWS, 5, 9)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no such small bound");
    }

    /**
     * 40 data sets of 40 exchangeable columns of noise beside 3 that matter: a column of noise is selected by a half with
     * a probability of at most q/p, so all of them count. Their mean number must keep the bound of 2, three
     * standard errors allowed for, and not by selecting nothing.
     */
    @Test
    void theExpectedNumberOfFalseSelectionsKeepsItsBound() {
        int studies = 40;
        ErrorControl control = ErrorControl.standard().bound(2).threshold(0.6).assuming(Assumption.R_CONCAVE);
        double sum = 0;
        double squares = 0;
        int found = 0;
        for (int study = 0; study < studies; study++) {
            Random random = new Random(100 + study);
            double[][] x = new double[43][80];
            double[] y = new double[80];
            for (int i = 0; i < 80; i++) {
                for (double[] column : x) {
                    column[i] = random.nextGaussian();
                }
                y[i] = 1.2 * (x[0][i] + x[1][i] + x[2][i]) + random.nextGaussian();
            }
            Stability stability = StabilitySelection.of(Linear.regression().lambdas(Lambdas.grid(40, 0.05)))
                    .pairs(12)
                    .control(control)
                    .seed(study)
                    .on(dataset(x, y), Progress.SILENT);
            assertThat(stability.control().expected()).isLessThanOrEqualTo(2);
            long real = stability.selected().stream()
                    .filter(Set.of("x0", "x1", "x2")::contains)
                    .count();
            double wrong = stability.selected().size() - real;
            found += (int) real;
            sum += wrong;
            squares += wrong * wrong;
        }
        double mean = sum / studies;
        double error = Math.sqrt((squares / studies - mean * mean) / studies);
        assertThat(mean + 3 * error).isLessThanOrEqualTo(2);
        assertThat(mean).as("a test that cannot fail shows nothing").isPositive();
        assertThat(found).isGreaterThan(studies * 3 * 9 / 10);
    }
}
