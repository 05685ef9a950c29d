package dev.taut.spark;

import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.ml.util.SchemaUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A linear model that a {@link TautEstimator} fitted, with the path and the curve it was chosen from. */
public final class TautModel extends Model<TautModel> implements MLWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final transient TautParams params;
    private final State state;

    /**
     * What was found.
     *
     * @param coefficients of raw columns
     * @param lambda       the chosen strength
     * @param gap          the duality gap that is proved there, relative to the null model
     * @param lambdas      of the path, strongest first
     * @param means        held-out mean squared error per λ; empty if λ was given
     * @param errors       its standard error
     * @param path         coefficients of raw columns per λ
     */
    record State(
            double[] coefficients,
            double intercept,
            double lambda,
            double gap,
            double[] lambdas,
            double[] means,
            double[] errors,
            Vector[] path)
            implements java.io.Serializable {
        private static final long serialVersionUID = 1;
    }

    TautModel(String uid, State state) {
        this.uid = uid;
        this.state = state;
        this.params = new TautParams(this);
    }

    @Override
    public String uid() {
        return uid;
    }

    State state() {
        return state;
    }

    /** β of the chosen λ, for raw columns. */
    public Vector coefficients() {
        return Vectors.dense(state.coefficients.clone());
    }

    /** β₀ of the chosen λ. */
    public double fittedIntercept() {
        return state.intercept;
    }

    /** The chosen λ. */
    public double chosenLambda() {
        return state.lambda;
    }

    /** The duality gap that is proved at the chosen λ, as a share of the null model's loss. */
    public double relativeGap() {
        return state.gap;
    }

    /** The λ of the path, strongest first. */
    public double[] pathLambdas() {
        return state.lambdas.clone();
    }

    /** β per λ of the path, for raw columns. */
    public List<Vector> path() {
        return List.of(state.path);
    }

    /** Held-out mean squared error per λ of the path; empty if λ was given. */
    public double[] meanSquaredErrors() {
        return state.means.clone();
    }

    /** The standard errors of {@link #meanSquaredErrors}. */
    public double[] standardErrors() {
        return state.errors.clone();
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

    public TautModel setFeaturesCol(String column) {
        set(featuresCol(), column);
        return this;
    }

    public TautModel setPredictionCol(String column) {
        set(predictionCol(), column);
        return this;
    }

    /** Appends β₀ + xᵀβ. */
    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        double constant = state.intercept;
        Vector beta = Vectors.dense(state.coefficients);
        UDF1<Vector, Double> predict = x -> constant + x.dot(beta);
        return dataset.withColumn(
                getOrDefault(predictionCol()),
                functions.udf(predict, DataTypes.DoubleType).apply(dataset.col(getOrDefault(featuresCol()))));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        SchemaUtils.checkColumnType(schema, getOrDefault(featuresCol()), SQLDataTypes.VectorType(), "");
        return SchemaUtils.appendColumn(schema, getOrDefault(predictionCol()), DataTypes.DoubleType, false);
    }

    @Override
    public TautModel copy(ParamMap extra) {
        return copyValues(new TautModel(uid, state), extra).setParent(parent());
    }

    @Override
    public MLWriter write() {
        return new ModelFiles.Writer(this);
    }

    public static MLReader<TautModel> read() {
        return new ModelFiles.Reader();
    }

    public static TautModel load(String path) {
        return read().load(path);
    }
}
