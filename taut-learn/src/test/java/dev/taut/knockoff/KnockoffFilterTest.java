package dev.taut.knockoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.Linear;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Refused;
import dev.taut.fold.Seeds;
import dev.taut.kernel.Vectors;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.tuning.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class KnockoffFilterTest {
    /** Columns with correlation ρ^|j − k|. */
    private static double[][] columns(int rows, int count, double rho, Random random) {
        double[][] x = new double[count][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < count; j++) {
                double fresh = random.nextGaussian();
                x[j][i] = j == 0 ? fresh : rho * x[j - 1][i] + Math.sqrt(1 - rho * rho) * fresh;
            }
        }
        return x;
    }

    /** y = size·Σ ±x over every third column, the first {@code real} of them, + noise. */
    private static double[] response(double[][] x, int real, double size, Random random) {
        double[] y = new double[x[0].length];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.nextGaussian();
            for (int k = 0; k < real; k++) {
                y[i] += (k % 2 == 0 ? size : -size) * x[3 * k][i];
            }
        }
        return y;
    }

    private static Dataset dataset(double[][] x, Column y) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            columns.add(NumericColumn.of("v" + j, x[j]));
        }
        columns.add(y);
        return Dataset.of(Table.of(columns.toArray(Column[]::new)), "y");
    }

    private static Columns standardized(double[][] x) {
        return Columns.of(dev.taut.design.DenseDesign.ofColumns(x[0].length, x));
    }

    private static Normals normals(long seed) {
        return new Normals(Seeds.of(seed).stream("test"));
    }

    @Test
    void fixedCopiesHaveTheProductsOfTheColumns() {
        Columns x = standardized(columns(50, 8, 0.7, new Random(1)));
        for (Separation separation : Separation.values()) {
            Copies copies = Copies.fixed(x, separation, normals(1)).orElseThrow();
            double[][] r = x.correlation();
            for (int j = 0; j < 8; j++) {
                assertThat(DoubleStream.of(copies.copies()[j]).sum()).isEqualTo(0, within(1e-9));
                for (int k = 0; k < 8; k++) {
                    double among = Vectors.dot(copies.copies()[j], copies.copies()[k]) / 50;
                    double across = Vectors.dot(x.values()[j], copies.copies()[k]) / 50;
                    assertThat(among).as(separation.word()).isEqualTo(r[j][k], within(1e-6));
                    assertThat(across).isEqualTo(r[j][k] - (j == k ? copies.separation()[j] : 0), within(1e-6));
                }
            }
        }
    }

    /** Swapping a column with its copy must leave the joint second moments as they are. */
    @Test
    void modelCopiesAreExchangeableWithTheirColumns() {
        Columns x = standardized(columns(40_000, 4, 0.6, new Random(2)));
        Copies copies = Copies.model(x, Separation.ENTROPY, normals(3));
        double[][] r = x.correlation();
        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < 4; k++) {
                double among = Vectors.dot(copies.copies()[j], copies.copies()[k]) / 40_000;
                double across = Vectors.dot(x.values()[j], copies.copies()[k]) / 40_000;
                // Five standard errors of a correlation of so many rows.
                assertThat(among).isEqualTo(r[j][k], within(0.025));
                assertThat(across).isEqualTo(r[j][k] - (j == k ? copies.separation()[j] : 0), within(0.025));
            }
        }
        assertThat(copies.share()).isLessThan(0.01);
    }

    @Test
    void correlationsOfFewRowsAreShrunk() {
        Copies copies = Copies.model(standardized(columns(20, 30, 0.3, new Random(3))), Separation.EQUAL, normals(1));
        assertThat(copies.share()).isBetween(0.2, 1.0);
        assertThat(DoubleStream.of(copies.separation()).boxed()).allMatch(s -> s > 0.05 && s <= 1);
    }

    /** Equal correlations ρ: by symmetry all s are equal, and the smallest eigenvalue is 1 − ρ. */
    @Test
    void separationsOfEqualCorrelationsAreKnown() {
        for (double rho : new double[] {0.2, 0.5, 0.8}) {
            double[][] r = new double[6][6];
            for (int j = 0; j < 6; j++) {
                java.util.Arrays.fill(r[j], rho);
                r[j][j] = 1;
            }
            double most = Math.min(1, 2 * (1 - rho));
            assertThat(Separation.EQUAL.of(r)).containsOnly(new double[] {most}, within(1e-8));
            assertThat(Separation.SDP.of(r)).containsOnly(new double[] {most}, within(1e-4));
            // Stationary: 1/s is the diagonal of (2Σ − sI)⁻¹.
            double s = Separation.ENTROPY.of(r)[0];
            double far = 1 / (2 - 2 * rho - s);
            double near = 1 / (2 - 2 * rho - s + 12 * rho);
            assertThat(1 / s).isEqualTo(far + (near - far) / 6, within(1e-6));
        }
    }

    /** No step inside the constraints that chance finds has a larger sum. */
    @Test
    void theSemidefiniteProgramIsSolved() {
        Random random = new Random(4);
        double[][] r = standardized(columns(60, 7, 0.8, random)).correlation();
        double[] s = Separation.SDP.of(r);
        double sum = DoubleStream.of(s).sum();
        assertThat(sum).isGreaterThan(DoubleStream.of(Separation.EQUAL.of(r)).sum());
        assertThat(feasible(r, s)).isTrue();
        double[] here = s.clone();
        double reached = sum;
        for (int trial = 0; trial < 20_000; trial++) {
            double[] moved = here.clone();
            double width = Math.pow(10, -1 - 4 * random.nextDouble());
            for (int j = 0; j < 7; j++) {
                moved[j] = Math.max(0, Math.min(1, moved[j] + width * random.nextGaussian()));
            }
            double there = DoubleStream.of(moved).sum();
            if (there > reached && feasible(r, moved)) {
                here = moved;
                reached = there;
            }
        }
        assertThat(reached - sum).isLessThan(1e-4);
    }

    private static boolean feasible(double[][] r, double[] s) {
        double[][] a = new double[s.length][s.length];
        for (int j = 0; j < s.length; j++) {
            for (int k = 0; k < s.length; k++) {
                a[j][k] = 2 * r[j][k] - (j == k ? s[j] - 1e-12 : 0);
            }
        }
        return Factor.of(a).isPresent();
    }

    @Test
    void thresholdsAreThoseOfTheDefinition() {
        double[] w = {9, 8, 7, -6.5, 6, 5, 4, 3, -2, 1, 0};
        // knockoff: at 3 there are 7 wins and 1 loss, 1/7; at 1 there are 8 wins and 2 losses, 2/8.
        assertThat(new Threshold(w, 0).at(0.2)).hasValue(3);
        assertThat(new Threshold(w, 0).at(0.1)).hasValue(7);
        assertThat(new Threshold(w, 0).at(0.25)).hasValue(1);
        // knockoff+: (1 + 1)/7 at 3, 1/3 at 7.
        assertThat(new Threshold(w, 1).at(0.3)).hasValue(3);
        assertThat(new Threshold(w, 1).at(0.1)).isEmpty();
        assertThat(new Threshold(w, 1).level(3)).hasValue(2.0 / 7);
        assertThat(new Threshold(w, 1).level(8)).as("taken along at 3").hasValue(2.0 / 7);
        assertThat(new Threshold(w, 1).level(-2)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theSameForAnyNumberOfThreadsAndOtherForAnotherSeed() {
        Random random = new Random(5);
        double[][] x = columns(120, 12, 0.3, random);
        Dataset data = dataset(x, NumericColumn.of("y", response(x, 4, 0.8, random)));
        KnockoffFilter filter = KnockoffFilter.of(Linear.regression())
                .construction(Construction.MODEL)
                .target(0.3);
        assertThat(filter.threads(3).on(data).features())
                .isEqualTo(filter.on(data).features());
        assertThat(filter.seed(1).on(data).features())
                .isNotEqualTo(filter.on(data).features());
    }

    @Test
    void categoriesAndOtherLossesHaveModelCopies() {
        Random random = new Random(6);
        double[][] x = columns(300, 9, 0.2, random);
        double[] eta = response(x, 3, 2.5, random);
        List<String> labels = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (double value : eta) {
            labels.add(value > 0 ? "yes" : "no");
            groups.add("abc".charAt(random.nextInt(3)) + "");
        }
        Dataset numbers = dataset(x, TextColumn.of("y", labels));
        List<Column> all = new ArrayList<>(numbers.table().columns());
        all.add(TextColumn.of("g", groups));
        Dataset data = Dataset.of(Table.of(all.toArray(Column[]::new)), "y");
        Knockoffs knockoffs = KnockoffFilter.of(Linear.logistic()).target(0.5).on(data);
        assertThat(knockoffs.construction()).isEqualTo(Construction.MODEL);
        assertThat(knockoffs.statistic()).isEqualTo(Statistic.DIFFERENCE);
        assertThat(knockoffs.features()).hasSize(11);
        assertThat(knockoffs.features().subList(0, 3))
                .extracting(FeatureKnockoff::feature)
                .containsExactlyInAnyOrder("v0", "v3", "v6");
    }

    @Test
    void whatCannotBeIsRefused() {
        Random random = new Random(7);
        double[][] x = columns(20, 15, 0.2, random);
        Dataset data = dataset(x, NumericColumn.of("y", response(x, 3, 1, random)));
        KnockoffFilter filter = KnockoffFilter.of(Linear.regression());
        assertThatThrownBy(() -> filter.construction(Construction.FIXED).on(data))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("15 columns need 31 rows");
        assertThatThrownBy(() -> KnockoffFilter.of(
                                Linear.regression().penalty(Penalty.lasso().free("v1")))
                        .on(data))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("names columns");
        double[][] wide = columns(60, 5, 0, random);
        wide[4] = wide[3].clone();
        wide[4][0] += 1e-9;
        Dataset twins = dataset(wide, NumericColumn.of("y", response(wide, 2, 1, random)));
        assertThatThrownBy(() -> filter.construction(Construction.FIXED).on(twins, Progress.SILENT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("determined by others");
        assertThatThrownBy(() -> filter.construction(Construction.FIXED)
                        .statistic(Statistic.DIFFERENCE)
                        .on(dataset(columns(60, 5, 0, random), NumericColumn.of("y", new double[60])), Progress.SILENT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tear");
    }

    /**
     * 150 data sets with 10 of 30 columns that matter: the mean share of false selections of knockoff+ must keep the target
     * of 0.2, three standard errors allowed for, while most columns that matter are found.
     */
    @Test
    void fixedCopiesKeepTheFalseDiscoveryRate() {
        KnockoffFilter filter = KnockoffFilter.of(Linear.regression().lambdas(Lambdas.grid(60, 1e-2)))
                .construction(Construction.FIXED)
                .target(0.2);
        Rates rates = rates(150, 0.3, seed -> filter.seed(seed));
        assertThat(rates.falseShare()).isLessThanOrEqualTo(0.2 + 3 * rates.error());
        assertThat(rates.falseShare()).as("not by selecting nothing").isGreaterThan(0.02);
        assertThat(rates.power()).isGreaterThan(0.6);
    }

    /** The same for copies from the normal model with estimated correlations, by the entry statistic. */
    @Test
    void modelCopiesKeepTheFalseDiscoveryRate() {
        KnockoffFilter filter = KnockoffFilter.of(Linear.regression().lambdas(Lambdas.grid(60, 1e-2)))
                .construction(Construction.MODEL)
                .statistic(Statistic.ENTRY)
                .target(0.2);
        Rates rates = rates(150, 0.3, seed -> filter.seed(seed));
        assertThat(rates.falseShare()).isLessThanOrEqualTo(0.2 + 3 * rates.error());
        assertThat(rates.falseShare()).isGreaterThan(0.02);
        assertThat(rates.power()).isGreaterThan(0.6);
    }

    private record Rates(double falseShare, double error, double power) {}

    private static Rates rates(int studies, double rho, java.util.function.LongFunction<KnockoffFilter> filters) {
        double sum = 0;
        double squares = 0;
        double found = 0;
        for (int study = 0; study < studies; study++) {
            Random random = new Random(1000 + study);
            double[][] x = columns(100, 30, rho, random);
            Dataset data = dataset(x, NumericColumn.of("y", response(x, 10, 0.5, random)));
            List<String> selected =
                    filters.apply(study).on(data, Progress.SILENT).selected();
            long real = selected.stream()
                    .filter(name -> Integer.parseInt(name.substring(1)) % 3 == 0)
                    .count();
            double share = selected.isEmpty() ? 0 : 1 - (double) real / selected.size();
            sum += share;
            squares += share * share;
            found += real / 10.0;
        }
        double mean = sum / studies;
        return new Rates(mean, Math.sqrt((squares / studies - mean * mean) / studies), found / studies);
    }
}
