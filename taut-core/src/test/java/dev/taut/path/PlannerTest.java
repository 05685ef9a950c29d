package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.path.Situation.Structure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of methods: they answer every situation, and every row of them answers some. */
class PlannerTest {
    private static final double PLENTY = 64e9;
    private static final double LITTLE = 1e6;

    private static Situation situation(int rows, int columns, double density, boolean squared, Structure structure) {
        long entries = Math.round(density * rows * columns);
        return new Situation(rows, columns, entries, 1, squared, structure, 100, 1, rows, PLENTY);
    }

    private static Situation with(Situation s, double memory) {
        return new Situation(
                s.rows(),
                s.columns(),
                s.nonZeros(),
                s.outputs(),
                s.squared(),
                s.structure(),
                s.lambdas(),
                s.samples(),
                s.fewest(),
                memory);
    }

    private static List<Situation> grid() {
        List<Situation> grid = new ArrayList<>();
        int[] sizes = {0, 1, 2, 50, 1000, 10_000, 1_000_000};
        for (int rows : sizes) {
            for (int columns : sizes) {
                for (double density : new double[] {0, 0.01, 1}) {
                    for (Structure structure : Structure.values()) {
                        grid.add(situation(rows, columns, density, true, structure));
                        grid.add(situation(rows, columns, density, false, structure));
                    }
                }
            }
        }
        return grid;
    }

    private static List<Situation> sampled() {
        List<Situation> sampled = new ArrayList<>();
        for (Situation s : grid()) {
            for (int folds : new int[] {1, 2, 10, s.rows()}) {
                Situation shared = s.shared(folds + 1, s.rows() - s.rows() / Math.max(1, folds));
                sampled.add(shared);
                sampled.add(with(shared, LITTLE));
            }
        }
        return sampled;
    }

    @Test
    void everySituationHasAPathMethodThatFitsAndSaysWhy() {
        for (Situation s : grid()) {
            Plan<PathMethod> plan = Planner.path(s);
            assertThat(plan.method().fits(s)).as("%s", s).isTrue();
            assertThat(plan.sentence()).startsWith(plan.method().words());
            assertThat(plan.chosen().cost().seconds()).as("%s", s).isNotNaN().isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void everySituationHasASampleMethodThatFits() {
        for (Situation s : sampled()) {
            assertThat(Planner.samples(s).method().fits(s)).as("%s", s).isTrue();
        }
    }

    @Test
    void everyRowOfTheTablesIsTheChoiceSomewhere() {
        Set<PathMethod> paths =
                grid().stream().map(s -> Planner.path(s).method()).collect(Collectors.toSet());
        assertThat(paths).isEqualTo(EnumSet.allOf(PathMethod.class));
        Set<SampleMethod> samples =
                sampled().stream().map(s -> Planner.samples(s).method()).collect(Collectors.toSet());
        assertThat(samples).isEqualTo(EnumSet.allOf(SampleMethod.class));
    }

    @Test
    void theMethodsOfTheRacedProblems() {
        assertThat(chosen(100_000, 100, 1, true, Structure.OTHER)).isEqualTo(PathMethod.GRAM);
        assertThat(chosen(10_000, 1000, 1, true, Structure.OTHER)).isEqualTo(PathMethod.GRAM);
        assertThat(chosen(100_000, 100, 1, true, Structure.RIDGE)).isEqualTo(PathMethod.GRAM_RIDGE);
        assertThat(chosen(10_000, 1000, 1, true, Structure.WEIGHTED_RIDGE)).isEqualTo(PathMethod.GRAM_RIDGE);
        assertThat(chosen(200, 20_000, 1, true, Structure.RIDGE)).isEqualTo(PathMethod.TRIDIAGONAL);
        assertThat(chosen(200, 20_000, 1, false, Structure.RIDGE)).isEqualTo(PathMethod.ROW_SPACE);
        assertThat(chosen(200, 20_000, 1, true, Structure.OTHER)).isEqualTo(PathMethod.NEWTON);
        assertThat(chosen(100_000, 50, 1, false, Structure.OTHER)).isEqualTo(PathMethod.NEWTON);
        assertThat(chosen(10_000, 100_000, 0.001, true, Structure.OTHER)).isEqualTo(PathMethod.NEWTON);
    }

    private static PathMethod chosen(int rows, int columns, double density, boolean squared, Structure structure) {
        return Planner.path(situation(rows, columns, density, squared, structure))
                .method();
    }

    @Test
    void foldsOfAWideMatrixShareItUnlessThatCostsMuchMore() {
        Situation wide = situation(1000, 100_000, 1, true, Structure.OTHER);
        assertThat(Planner.samples(wide.shared(11, 900)).method()).isEqualTo(SampleMethod.ROW_WEIGHTS);
        Situation half = wide.shared(3, 300);
        assertThat(Planner.samples(half).method()).isEqualTo(SampleMethod.COPIED_ROWS);
        assertThat(Planner.samples(with(half, 6e8)).method()).isEqualTo(SampleMethod.ROW_WEIGHTS);
    }

    @Test
    void aSentenceNamesTheChoiceItsCostAndTheAlternatives() {
        Plan<PathMethod> plan = Planner.path(situation(10_000, 100, 1, true, Structure.OTHER));
        assertThat(plan.sentence())
                .isEqualTo("rows reduced to the Cholesky factor of the Gram matrix, with active-set Newton steps there"
                        + " (108 Mflop, 8.0 MB read, 160 kB held), rather than active-set Newton steps on the design"
                        + " (485 Mflop, 1.8 GB read, 1.6 MB held)");
        assertThat(Planner.path(situation(50, 1000, 1, false, Structure.OTHER)).sentence())
                .endsWith(", the only method for this problem");
    }
}
