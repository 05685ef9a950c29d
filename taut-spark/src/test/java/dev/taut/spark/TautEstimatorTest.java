package dev.taut.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.Penalties;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cluster computes is what one machine computes. */
class TautEstimatorTest {
    private static final int ROWS = 400;
    private static final int COLUMNS = 6;
    private static final int FOLDS = 5;
    private static final StructType SCHEMA = new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType)
            .add("fold", DataTypes.IntegerType);

    private static SparkSession spark;

    @TempDir
    private Path folder;

    private final double[][] x = new double[ROWS][COLUMNS];
    private final double[] y = new double[ROWS];
    private final double[] weights = new double[ROWS];
    private final int[] folds = new int[ROWS];

    TautEstimatorTest() {
        Random random = new Random(11);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                x[i][j] = 50 * j + (j + 1) * random.nextGaussian();
            }
            y[i] = 7 + x[i][0] - 0.5 * x[i][2] + random.nextGaussian();
            weights[i] = i % 7 == 0 ? 0 : 0.5 + random.nextDouble();
            folds[i] = random.nextInt(FOLDS);
        }
    }

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest(name = "{0} on {1} partitions, {2}")
    @CsvSource({"lasso, 1, 1se, true", "lasso, 7, min, true", "ridge, 3, min, false", "enet:0.4, 2, 1se, true"})
    void equalsOneMachine(String penalty, int partitions, String rule, boolean intercept) {
        TautModel model = estimator()
                .setPenalty(penalty)
                .setRule(rule)
                .setIntercept(intercept)
                .fit(frame().repartition(partitions));
        double[] lambdas = model.pathLambdas();
        LambdaPath all = path(penalty, intercept, i -> true, lambdas);
        double[] means = new double[lambdas.length];
        for (int f = 0; f < FOLDS; f++) {
            int fold = f;
            LambdaPath without = path(penalty, intercept, i -> folds[i] != fold, lambdas);
            for (int k = 0; k < lambdas.length; k++) {
                Coefficients raw = without.raw(without.knots().get(k));
                for (int i = 0; i < ROWS; i++) {
                    double error = folds[i] == fold ? y[i] - raw.intercept(0) - dot(raw.dense(), x[i]) : 0;
                    means[k] += weights[i] * error * error / total(weights);
                }
            }
        }
        for (int k = 0; k < lambdas.length; k++) {
            double[] expected = all.raw(all.knots().get(k)).dense();
            double[] found = model.path().get(k).toArray();
            for (int j = 0; j < COLUMNS; j++) {
                assertThat(found[j]).isCloseTo(expected[j], within(1e-8 * (1 + Math.abs(expected[j]))));
            }
            assertThat(model.meanSquaredErrors()[k]).isCloseTo(means[k], within(1e-8 * means[k]));
        }
        assertThat(model.relativeGap()).isLessThanOrEqualTo(1e-10);
        assertThat(lambdas).contains(model.chosenLambda());
    }

    /** Without fold numbers rows are dealt by what they are, not by where they lie. */
    @Test
    void partitionsDoNotMatter() {
        Dataset<Row> frame = frame();
        TautModel one = new TautEstimator().setFolds(4).fit(frame.coalesce(1));
        TautModel many = new TautEstimator().setFolds(4).fit(frame.repartition(9));
        assertThat(many.chosenLambda()).isCloseTo(one.chosenLambda(), within(1e-12));
        for (int k = 0; k < one.pathLambdas().length; k++) {
            double expected = one.meanSquaredErrors()[k];
            assertThat(many.meanSquaredErrors()[k]).isCloseTo(expected, within(1e-10 * expected));
        }
    }

    @Test
    void sparseVectorsAndEmptyPartitionsAreRows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Vector features = Vectors.sparse(3, new int[] {i % 3}, new double[] {1 + i % 5});
            rows.add(RowFactory.create(features, 2.0 * (i % 3) + (i % 5) * 0.1, 1.0, 0));
        }
        Dataset<Row> frame = spark.createDataFrame(rows, SCHEMA);
        TautModel model = new TautEstimator().setLambda(0.01).fit(frame.repartition(80));
        TautModel whole = new TautEstimator().setLambda(0.01).fit(frame.coalesce(1));
        assertThat(model.coefficients().toArray())
                .containsExactly(whole.coefficients().toArray(), within(1e-10));
        assertThat(model.meanSquaredErrors()).isEmpty();
    }

    @Test
    void doesWhatTheDocumentShows() {
        Dataset<Row> frame = frame();
        String path = folder.resolve("model").toString();
        // @start region="fit"
        TautModel model = new TautEstimator()
                .setPenalty("enet:0.5") // lasso, ridge, mcp, scad … by Taut's names
                .setWeightCol("weight") // none by default
                .setFolds(10) // dealt by a hash of each row's numbers, or by a column: setFoldCol
                .setRule("1se") // or min
                .fit(frame);

        model.coefficients(); // of raw columns, at the chosen λ
        model.path(); // at every λ of model.pathLambdas()
        model.meanSquaredErrors(); // the cross-validation curve, with model.standardErrors()
        model.relativeGap(); // what is proved about the solution
        model.transform(frame).select("prediction");
        // @end region="fit"
        assertThat(model.coefficients().size()).isEqualTo(COLUMNS);
        assertThat(model.meanSquaredErrors()).hasSize(100);
        try {
            model.write().save(path);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        assertThat(TautModel.load(path).coefficients()).isEqualTo(model.coefficients());
    }

    @Test
    void isAStageOfAPipelineAndSurvivesFiles() {
        Dataset<Row> raw = spark.createDataFrame(
                IntStream.range(0, ROWS)
                        .mapToObj(i -> RowFactory.create(x[i][0], x[i][2], y[i]))
                        .toList(),
                new StructType()
                        .add("a", DataTypes.DoubleType)
                        .add("b", DataTypes.DoubleType)
                        .add("label", DataTypes.DoubleType));
        VectorAssembler assembler =
                new VectorAssembler().setInputCols(new String[] {"a", "b"}).setOutputCol("features");
        String estimators = folder.resolve("estimator").toString();
        String models = folder.resolve("models").toString();
        try {
            new TautEstimator()
                    .setPenalty("enet:0.3")
                    .setFolds(3)
                    .write()
                    .overwrite()
                    .save(estimators);
            TautEstimator read = TautEstimator.load(estimators);
            PipelineModel fitted = new Pipeline()
                    .setStages(new PipelineStage[] {assembler, read})
                    .fit(raw);
            fitted.write().overwrite().save(models);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        PipelineModel back = PipelineModel.load(models);
        TautModel model = (TautModel) back.stages()[1];
        assertThat(model.getOrDefault(model.penalty())).isEqualTo("enet:0.3");
        assertThat(model.pathLambdas()).hasSize(100);
        Row first = back.transform(raw).select("a", "b", "prediction").first();
        double expected = model.fittedIntercept()
                + dot(model.coefficients().toArray(), new double[] {first.getDouble(0), first.getDouble(1)});
        assertThat(first.getDouble(2)).isCloseTo(expected, within(1e-12));
        double error = back.transform(raw)
                .select(functions.avg(functions.expr("(label - prediction) * (label - prediction)")))
                .first()
                .getDouble(0);
        assertThat(error).isLessThan(1.5);
    }

    @Test
    void namesWhatCannotBeUsed() {
        y[3] = Double.NaN;
        x[5][2] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> estimator().fit(frame().coalesce(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("partition 0, row 3: the label is NaN")
                .hasMessageContaining("partition 0, row 5: feature 2 is Infinity");
        assertThatThrownBy(() -> new TautEstimator().setPenalty("laso").fit(frame()))
                .hasMessageContaining("laso");
        assertThatThrownBy(() -> new TautEstimator().setFolds(1).fit(frame())).hasMessageContaining("folds is 1");
        assertThatThrownBy(() -> new TautEstimator().setLabelCol("nowhere").fit(frame()))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> new TautEstimator().fit(frame().limit(0))).hasMessageContaining("no rows");
    }

    private TautEstimator estimator() {
        return new TautEstimator()
                .setWeightCol("weight")
                .setFoldCol("fold")
                .setFolds(FOLDS)
                .setLambdas(25);
    }

    private Dataset<Row> frame() {
        List<Row> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> RowFactory.create(Vectors.dense(x[i]), y[i], weights[i], folds[i]))
                .toList();
        return spark.createDataFrame(rows, SCHEMA);
    }

    private LambdaPath path(String penalty, boolean intercept, java.util.function.IntPredicate rows, double[] lambdas) {
        int[] kept = IntStream.range(0, ROWS).filter(rows).toArray();
        double[][] design = IntStream.of(kept).mapToObj(i -> x[i]).toArray(double[][]::new);
        double[] target = IntStream.of(kept).mapToDouble(i -> y[i]).toArray();
        double[] case_ = IntStream.of(kept).mapToDouble(i -> weights[i]).toArray();
        PathProblem problem = new PathProblem(
                DenseDesign.ofRows(design),
                Features.numbered(COLUMNS),
                Losses.squared().on(Target.of(target), case_),
                Penalties.named(penalty),
                new double[0],
                intercept,
                true);
        return Paths.walk(problem, Lambdas.of(lambdas), Stopping.atGap(1e-12), Observer.SILENT);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
