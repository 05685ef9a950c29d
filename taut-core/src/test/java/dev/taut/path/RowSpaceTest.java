package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Features;
import dev.taut.design.SparseDesign;
import dev.taut.design.Standardization;
import dev.taut.design.StandardizedDesign;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate;
import dev.taut.solver.Certificates;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Problem;
import dev.taut.solver.Solution;
import dev.taut.solver.Solvers;
import dev.taut.solver.Start;
import dev.taut.solver.Stopping;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowSpaceTest {
    private static final int N = 15;
    private static final int P = 40;

    private static double[][] columns(long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[P][N];
        for (double[] column : columns) {
            for (int i = 0; i < N; i++) {
                column[i] = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
            }
        }
        columns[3] = columns[0].clone();
        columns[4] = new double[N];
        return columns;
    }

    private static Design standardized(Design design, double[] weights) {
        return StandardizedDesign.of(design, Standardization.of(design, weights, true, true));
    }

    static Stream<Datafit> datafits() {
        Random random = new Random(5);
        double[] weights = random.doubles(N, 0.5, 2).toArray();
        double[] numbers =
                IntStream.range(0, N).mapToDouble(i -> random.nextGaussian()).toArray();
        double[] counts =
                IntStream.range(0, N).mapToDouble(i -> random.nextInt(7)).toArray();
        return Stream.of(
                Losses.squared().on(Target.of(numbers), weights),
                Losses.logistic()
                        .on(
                                Target.classes(
                                        2,
                                        IntStream.range(0, N)
                                                .map(i -> i % 5 % 2)
                                                .toArray()),
                                weights),
                Losses.multinomial()
                        .on(
                                Target.classes(
                                        3,
                                        IntStream.range(0, N)
                                                .map(i -> i % 5 % 3)
                                                .toArray()),
                                weights),
                Losses.poisson().on(Target.of(counts), weights));
    }

    @Test
    void predictorsAndNormsAreThoseOfTheColumns() {
        double[] weights = datafits().findFirst().orElseThrow().weights();
        double[][] columns = columns(1);
        for (double[] column : columns) {
            column[7] = column[2];
        }
        for (Design raw : new Design[] {DenseDesign.ofColumns(N, columns), SparseDesign.ofColumns(N, columns)}) {
            Design view = standardized(raw, weights);
            RowSpace space = RowSpace.of(view);
            // Centring takes one dimension, the twin row another.
            assertThat(space.design().columns()).isEqualTo(N - 2);
            double[] gamma =
                    new Random(2).doubles(space.design().columns(), -1, 1).toArray();
            Coefficients back = space.back(Coefficients.of(gamma.length, new double[] {0.5}, gamma));
            double[] direct = new double[N];
            double[] reduced = new double[N];
            double norm = 0;
            double reducedNorm = 0;
            for (int j = 0; j < P; j++) {
                view.axpy(j, back.get(j, 0), direct, 0);
                norm += back.get(j, 0) * back.get(j, 0);
            }
            for (int k = 0; k < gamma.length; k++) {
                space.design().axpy(k, gamma[k], reduced, 0);
                reducedNorm += gamma[k] * gamma[k];
            }
            assertThat(direct).containsExactly(reduced, within(1e-12));
            assertThat(norm).isCloseTo(reducedNorm, within(1e-12));
            assertThat(back.intercept(0)).isEqualTo(0.5);
            assertThat(back.get(4, 0)).as("a constant column").isZero();
            assertThat(back.get(3, 0)).as("twins share").isEqualTo(back.get(0, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("datafits")
    void gapsAreThoseOfTheColumns(Datafit datafit) {
        Design view = standardized(DenseDesign.ofColumns(N, columns(3)), datafit.weights());
        RowSpace space = RowSpace.of(view);
        int r = space.design().columns();
        for (double lambda : new double[] {3, 0.1, 0.003}) {
            Problem reduced =
                    Problem.of(space.design(), datafit, Penalty.ridge().at(lambda, Features.numbered(r)));
            Problem full = Problem.of(view, datafit, Penalty.ridge().at(lambda, Features.numbered(P)));
            Solution solution =
                    Solvers.forProx(reduced.prox()).solve(reduced, Start.cold(), Stopping.DEFAULT, Observer.SILENT);
            double[] away = solution.coefficients().dense();
            for (int c = 0; c < away.length; c++) {
                away[c] *= 1 + 0.1 * (c % 3);
            }
            Coefficients rough = Coefficients.of(r, solution.coefficients().intercepts(), away);
            Certificate there = Certificates.of(reduced, rough, solution.certificate(), Stopping.DEFAULT);
            Certificate here = Certificates.of(full, space.back(rough), solution.certificate(), Stopping.DEFAULT);
            double rounding = 1e-12 * (1 + Math.abs(there.objective()));
            assertThat(there.gap()).as("a gap worth comparing").isGreaterThan(1e-7);
            assertThat(here.objective()).isCloseTo(there.objective(), within(rounding));
            assertThat(here.gap()).isCloseTo(there.gap(), within(rounding));
        }
    }

    @ParameterizedTest
    @MethodSource("datafits")
    void pathsAreThoseOfTheColumns(Datafit datafit) {
        Design raw = DenseDesign.ofColumns(N, columns(4));
        LambdaPath path = Paths.walk(
                PathProblem.of(raw, Features.numbered(P), datafit, Penalty.ridge()),
                Lambdas.grid(6, 1e-4).and(0.05),
                Stopping.DEFAULT,
                Observer.SILENT);
        assertThat(path.plan())
                .contains(datafit.isQuadratic() ? "kernel matrix of 15 rows" : "the row space has 14 dimensions");
        Design view = standardized(raw, datafit.weights());
        for (Knot knot : path) {
            Problem full = Problem.of(view, datafit, Penalty.ridge().at(knot.lambda(), Features.numbered(P)));
            Certificate direct = Solvers.forProx(full.prox())
                    .solve(full, Start.cold(), Stopping.DEFAULT, Observer.SILENT)
                    .certificate();
            Certificate certificate = knot.certificate();
            assertThat(certificate.converged()).isTrue();
            assertThat(certificate.scale()).isCloseTo(direct.scale(), within(1e-12 * direct.scale()));
            assertThat(certificate.objective())
                    .isBetween(
                            direct.objective() - direct.gap() - 1e-14, direct.objective() + certificate.gap() + 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("datafits")
    void withoutPenaltyTheFitIsFree(Datafit datafit) {
        LambdaPath path = Paths.walk(
                PathProblem.of(DenseDesign.ofColumns(N, columns(6)), Features.numbered(P), datafit, Penalty.none()),
                Lambdas.DEFAULT,
                Stopping.DEFAULT,
                Observer.SILENT);
        assertThat(path.lambdaMax()).isZero();
        assertThat(path.knots()).hasSize(1);
        assertThat(path.knots().get(0).certificate().converged()).isTrue();
        assertThat(path.knots().get(0).devianceExplained()).isCloseTo(1, within(2e-9));
    }

    /** Two equal rows with different targets: not even p > n columns reach the saturated model. */
    @Test
    void withoutPenaltyConflictingRowsAreCertifiedToo() {
        double[][] columns = columns(8);
        for (double[] column : columns) {
            column[7] = column[2];
        }
        double[] y = new Random(9).doubles(N, -1, 1).toArray();
        Datafit datafit = Losses.squared().on(Target.of(y));
        Knot knot = Paths.walk(
                        PathProblem.of(
                                DenseDesign.ofColumns(N, columns), Features.numbered(P), datafit, Penalty.none()),
                        Lambdas.DEFAULT,
                        Stopping.DEFAULT,
                        Observer.SILENT)
                .knots()
                .get(0);
        double half = (y[7] - y[2]) / 2;
        assertThat(knot.certificate().objective()).isCloseTo(half * half / N, within(1e-12));
        assertThat(knot.certificate().converged()).isTrue();
    }

    @Test
    void otherPenaltiesKeepTheirColumns() {
        Design wide = DenseDesign.ofColumns(N, columns(7));
        Design square = DenseDesign.ofColumns(P, new double[P][P]);
        assertThat(RowSpace.applies(Penalty.ridge(), wide)).isTrue();
        assertThat(RowSpace.applies(Penalty.elasticNet(0.01), wide)).isFalse();
        assertThat(RowSpace.applies(Penalty.ridge().factor("x1", 2), wide)).isFalse();
        assertThat(RowSpace.applies(Penalty.ridge().within("x1", 0, 1), wide)).isFalse();
        assertThat(RowSpace.applies(Penalty.ridge(), square)).isFalse();
    }
}
