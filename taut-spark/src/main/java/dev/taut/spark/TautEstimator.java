package dev.taut.spark;

import dev.taut.path.Knot;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalties;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import dev.taut.tuning.Rule;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.SchemaUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Penalised least squares: minimise (1/W) Σ wᵢ ½(yᵢ − β₀ − xᵢᵀβ)² + λ·penalty(β), the whole path of λ and its cross-validation
 * from one pass over the data.
 *
 * <p>The pass sums products of columns per fold, so that its cost grows with the square of the number of features; more than
 * {@link #MOST_FEATURES} are refused. Solutions equal those of one machine on the same rows and folds, for any number of
 * partitions, but for rounding.
 */
public final class TautEstimator extends Estimator<TautModel> implements DefaultParamsWritable {
    /** Features up to which the products of all pairs are summed. */
    public static final int MOST_FEATURES = 4000;

    private static final long serialVersionUID = 1;
    private static final double GAP = 1e-10;

    private final String uid;
    private final transient TautParams params;

    /** With the documented defaults. */
    public TautEstimator() {
        this(Identifiable$.MODULE$.randomUID("taut"));
    }

    /** With a name of its own. */
    public TautEstimator(String uid) {
        this.uid = uid;
        this.params = new TautParams(this);
    }

    @Override
    public String uid() {
        return uid;
    }

    public Param<String> featuresCol() {
        return params.featuresCol;
    }

    public Param<String> labelCol() {
        return params.labelCol;
    }

    public Param<String> predictionCol() {
        return params.predictionCol;
    }

    public Param<String> weightCol() {
        return params.weightCol;
    }

    public Param<String> foldCol() {
        return params.foldCol;
    }

    public Param<String> penalty() {
        return params.penalty;
    }

    public Param<String> rule() {
        return params.rule;
    }

    public DoubleParam lambda() {
        return params.lambda;
    }

    public IntParam lambdas() {
        return params.lambdas;
    }

    public IntParam folds() {
        return params.folds;
    }

    public LongParam seed() {
        return params.seed;
    }

    public BooleanParam standardize() {
        return params.standardize;
    }

    public BooleanParam intercept() {
        return params.intercept;
    }

    /** Vectors of features; {@code features} by default. */
    public TautEstimator setFeaturesCol(String column) {
        set(featuresCol(), column);
        return this;
    }

    /** Numbers to be predicted; {@code label} by default. */
    public TautEstimator setLabelCol(String column) {
        set(labelCol(), column);
        return this;
    }

    /** Where predictions go; {@code prediction} by default. */
    public TautEstimator setPredictionCol(String column) {
        set(predictionCol(), column);
        return this;
    }

    /** Row weights; none by default. */
    public TautEstimator setWeightCol(String column) {
        set(weightCol(), column);
        return this;
    }

    /** Fold numbers, 0 … folds − 1; by default rows are dealt by a hash of their numbers. */
    public TautEstimator setFoldCol(String column) {
        set(foldCol(), column);
        return this;
    }

    /** One of Taut's penalties by name; {@code lasso} by default. */
    public TautEstimator setPenalty(String name) {
        set(penalty(), name);
        return this;
    }

    /** {@code min} or {@code 1se}, the default. */
    public TautEstimator setRule(String word) {
        set(rule(), word);
        return this;
    }

    /** A strength instead of one chosen by cross-validation. */
    public TautEstimator setLambda(double strength) {
        set(lambda(), strength);
        return this;
    }

    /** Values of λ along the path; 100 by default. */
    public TautEstimator setLambdas(int count) {
        set(lambdas(), count);
        return this;
    }

    /** Folds, ≥ 2; 10 by default. */
    public TautEstimator setFolds(int count) {
        set(folds(), count);
        return this;
    }

    /** Seed of the folds; 42 by default. */
    public TautEstimator setSeed(long chosen) {
        set(seed(), chosen);
        return this;
    }

    /** Whether columns are scaled to standard deviation 1; they are by default. */
    public TautEstimator setStandardize(boolean wanted) {
        set(standardize(), wanted);
        return this;
    }

    /** Whether there is an intercept; there is by default. */
    public TautEstimator setIntercept(boolean wanted) {
        set(intercept(), wanted);
        return this;
    }

    /**
     * Path, cross-validation and choice.
     *
     * @throws IllegalArgumentException naming every setting or row that cannot be used
     */
    @Override
    public TautModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        Penalty chosen = Penalties.named(getOrDefault(penalty()));
        Rule by = Rule.named(getOrDefault(rule()));
        boolean tuned = !isDefined(lambda());
        int count = tuned ? (Integer) getOrDefault(folds()) : 1;
        if (tuned && count < 2) {
            throw new IllegalArgumentException("folds is " + count + ": at least 2 are needed, or a lambda");
        }
        int size = features(dataset) + 1;
        RowSums sums = RowSums.of(rows(dataset), size, count, (Long) getOrDefault(seed()));
        refuse(sums, count);
        FoldedPath.Plan plan = new FoldedPath.Plan(
                chosen,
                tuned ? grid(sums, size) : Lambdas.of((Double) getOrDefault(lambda())),
                (Boolean) getOrDefault(intercept()),
                (Boolean) getOrDefault(standardize()),
                GAP);
        return model(FoldedPath.of(sums, plan), by);
    }

    /** As many λ as asked for, down to 1e-4 of the largest, or 1e-2 where there are fewer rows than features. */
    private Lambdas grid(RowSums sums, int size) {
        return Lambdas.grid((Integer) getOrDefault(lambdas()), sums.without(-1).count() < size - 1 ? 1e-2 : 1e-4);
    }

    private static void refuse(RowSums sums, int count) {
        if (!sums.wrong().isEmpty()) {
            throw new IllegalArgumentException("rows that cannot be used: " + String.join("; ", sums.wrong()));
        }
        long rows = sums.folds().stream().mapToLong(fold -> fold.count()).sum();
        long empty = sums.folds().stream().filter(fold -> fold.count() == 0).count();
        if (rows == 0 || empty > 0) {
            throw new IllegalArgumentException(empty + " of " + count + " folds have no rows of positive weight, of "
                    + rows + " in all: take fewer folds");
        }
    }

    private int features(Dataset<?> dataset) {
        Column column = dataset.col(getOrDefault(featuresCol()));
        if (dataset.isEmpty()) {
            throw new IllegalArgumentException("the dataset has no rows");
        }
        Object first = dataset.select(column).first().get(0);
        if (!(first instanceof Vector vector)) {
            throw new IllegalArgumentException("the first row has no features");
        }
        if (vector.size() > MOST_FEATURES) {
            throw new IllegalArgumentException(vector.size() + " features are more than " + MOST_FEATURES
                    + ", up to which products of all pairs are summed: select or hash columns first");
        }
        return vector.size();
    }

    private JavaRDD<RowSums.Row> rows(Dataset<?> dataset) {
        Column weight = getOrDefault(weightCol()).isEmpty()
                ? functions.lit(1.0)
                : dataset.col(getOrDefault(weightCol())).cast(DataTypes.DoubleType);
        Column fold = getOrDefault(foldCol()).isEmpty()
                ? functions.lit(-1)
                : dataset.col(getOrDefault(foldCol())).cast(DataTypes.IntegerType);
        int folds = isDefined(lambda()) ? 1 : (Integer) getOrDefault(folds());
        return dataset.select(
                        dataset.col(getOrDefault(featuresCol())),
                        dataset.col(getOrDefault(labelCol())).cast(DataTypes.DoubleType),
                        weight,
                        fold)
                .toJavaRDD()
                .map(row -> SparkRows.of(row, folds));
    }

    private TautModel model(FoldedPath folded, Rule by) {
        int index = folded.means().length == 0 ? 0 : by.choose(folded.means(), folded.errors());
        Knot knot = folded.path().knots().get(index);
        Coefficients raw = folded.path().raw(knot);
        TautModel.State state = new TautModel.State(
                raw.dense(),
                raw.intercept(0),
                knot.lambda(),
                knot.certificate().relativeGap(),
                folded.path().knots().stream().mapToDouble(Knot::lambda).toArray(),
                folded.means(),
                folded.errors(),
                folded.path().knots().stream()
                        .map(k -> Vectors.dense(folded.path().raw(k).dense()).compressed())
                        .toArray(Vector[]::new));
        return copyValues(new TautModel(uid, state), ParamMap.empty()).setParent(this);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        SchemaUtils.checkColumnType(schema, getOrDefault(featuresCol()), SQLDataTypes.VectorType(), "");
        SchemaUtils.checkNumericType(schema, getOrDefault(labelCol()), "");
        for (String column : new String[] {getOrDefault(weightCol()), getOrDefault(foldCol())}) {
            if (!column.isEmpty()) {
                SchemaUtils.checkNumericType(schema, column, "");
            }
        }
        return SchemaUtils.appendColumn(schema, getOrDefault(predictionCol()), DataTypes.DoubleType, false);
    }

    @Override
    public TautEstimator copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static MLReader<TautEstimator> read() {
        return new DefaultParamsReader<>();
    }

    public static TautEstimator load(String path) {
        return read().load(path);
    }
}
