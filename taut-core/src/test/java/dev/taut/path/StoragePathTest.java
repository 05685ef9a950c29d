package dev.taut.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.DesignWriter;
import dev.taut.design.Features;
import dev.taut.design.FloatDesign;
import dev.taut.design.MappedDesign;
import dev.taut.design.Storage;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.path.Resamples.Judged;
import dev.taut.path.Resamples.Sample;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths, and those of the folds of a cross-validation, do not depend on where the numbers of X are kept. */
class StoragePathTest {
    private static final Lambdas LAMBDAS = Lambdas.grid(15, 1e-2);

    @TempDir
    Path folder;

    @Test
    void wideLasso() throws IOException {
        same(Losses.squared(), Penalty.lasso(), columns(60, 300));
    }

    @Test
    void tallLasso() throws IOException {
        same(Losses.squared(), Penalty.lasso(), columns(700, 12));
    }

    @Test
    void ridge() throws IOException {
        same(Losses.squared(), Penalty.ridge(), columns(40, 90));
    }

    @Test
    void logistic() throws IOException {
        same(Losses.logistic(), Penalty.elasticNet(0.5), columns(150, 200));
    }

    private void same(SmoothLoss loss, Penalty penalty, double[][] x) throws IOException {
        LambdaPath dense = walk(problem(loss, penalty, DenseDesign.ofColumns(x[0].length, x), x, i -> 1 + i % 3));
        assertThat(dense.knots().get(14).coefficients().active()).isGreaterThan(3);
        for (Design design : stored(x)) {
            LambdaPath path = walk(problem(loss, penalty, design, x, i -> 1 + i % 3));
            assertThat(path.knots()).isEqualTo(dense.knots());
            assertThat(path.lambdaMax()).isEqualTo(dense.lambdaMax());
            assertThat(path.standardization().scales())
                    .isEqualTo(dense.standardization().scales());
        }
    }

    /** The same numbers in every other storage. */
    private List<Design> stored(double[][] x) throws IOException {
        int rows = x[0].length;
        List<Design> designs = new ArrayList<>();
        designs.add(FloatDesign.ofColumns(
                rows, Arrays.stream(x).map(FloatDesign::rounded).toArray(float[][]::new)));
        for (Storage storage : Storage.values()) {
            Path file = folder.resolve(storage.name());
            try (DesignWriter writer = DesignWriter.create(file, rows, x.length, storage)) {
                writer.columns(x).finish();
            }
            designs.add(MappedDesign.open(file));
        }
        return designs;
    }

    private static LambdaPath walk(PathProblem problem) {
        return Paths.walk(problem, LAMBDAS, Stopping.DEFAULT, Observer.SILENT);
    }

    @Test
    void foldsThatSharePasses() throws IOException {
        double[][] x = columns(500, 9);
        IntFunction<Sample> folds = fold -> new Sample(
                IntStream.range(0, 500).mapToDouble(i -> i % 5 == fold ? 0 : 1).toArray(),
                IntStream.range(0, 500).mapToDouble(i -> i % 5 == fold ? 1 : 0).toArray());
        Resamples dense = resamples(DenseDesign.ofColumns(500, x), x, folds);
        for (Design design : stored(x)) {
            Resamples resamples = resamples(design, x, folds);
            for (int fold = 0; fold < 5; fold++) {
                Judged expected = dense.walk(fold, LAMBDAS, Stopping.DEFAULT, Observer.SILENT);
                Judged judged = resamples.walk(fold, LAMBDAS, Stopping.DEFAULT, Observer.SILENT);
                assertThat(judged.path().knots()).isEqualTo(expected.path().knots());
                assertThat(judged.losses()).isEqualTo(expected.losses()).hasSize(15);
            }
        }
    }

    private static Resamples resamples(Design design, double[][] x, IntFunction<Sample> folds) {
        PathProblem problem = problem(Losses.squared(), Penalty.lasso(), design, x, i -> 1);
        return Resamples.of(problem, 5, folds).orElseThrow();
    }

    /** Rows that are left out by weights of zero need no copy of the others. */
    @Test
    void foldsByWeights() throws IOException {
        double[][] x = columns(160, 200);
        double[][] cut = Arrays.stream(x)
                .map(column -> IntStream.range(0, 160)
                        .filter(i -> i % 4 > 0)
                        .mapToDouble(i -> column[i])
                        .toArray())
                .toArray(double[][]::new);
        double[] y = response(Losses.logistic(), x);
        double[] kept = IntStream.range(0, 160)
                .filter(i -> i % 4 > 0)
                .mapToDouble(i -> y[i])
                .toArray();
        LambdaPath apart = walk(problem(Losses.logistic(), DenseDesign.ofColumns(120, cut), kept, i -> 1));
        for (Design design : stored(x)) {
            LambdaPath path = walk(problem(Losses.logistic(), design, y, i -> i % 4 > 0 ? 1 : 0));
            for (int k = 0; k < 15; k++) {
                assertThat(path.knots().get(k).certificate().converged()).isTrue();
                assertThat(path.raw(path.knots().get(k)).dense())
                        .containsExactly(apart.raw(apart.knots().get(k)).dense(), within(1e-4));
            }
        }
    }

    /** Columns whose numbers float32 has, of means and scales that standardization must take out. */
    private static double[][] columns(int rows, int columns) {
        Random random = new Random(rows);
        double[][] x = new double[columns][rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                x[j][i] = (float) ((1 + j % 7) * random.nextGaussian() + j % 5 + (j > 0 ? x[j - 1][i] / 2 : 0));
            }
        }
        return x;
    }

    private static PathProblem problem(
            SmoothLoss loss, Penalty penalty, Design design, double[][] x, IntToDoubleFunction weight) {
        PathProblem lasso = problem(loss, design, response(loss, x), weight);
        return PathProblem.of(design, lasso.features(), lasso.datafit(), penalty);
    }

    private static double[] response(SmoothLoss loss, double[][] x) {
        Random random = new Random(7);
        double[] y = new double[x[0].length];
        for (int i = 0; i < y.length; i++) {
            double mean = x[0][i] - x[3][i] + x[5][i] / 4 + random.nextGaussian();
            y[i] = loss == Losses.squared() ? mean : mean > 1 ? 1 : 0;
        }
        return y;
    }

    private static PathProblem problem(SmoothLoss loss, Design design, double[] y, IntToDoubleFunction weight) {
        Target target = loss == Losses.squared()
                ? Target.of(y)
                : Target.classes(2, Arrays.stream(y).mapToInt(c -> (int) c).toArray());
        double[] weights =
                IntStream.range(0, y.length).mapToDouble(weight::applyAsDouble).toArray();
        return PathProblem.of(design, Features.numbered(design.columns()), loss.on(target, weights), Penalty.lasso());
    }
}
