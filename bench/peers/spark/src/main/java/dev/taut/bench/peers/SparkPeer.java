package dev.taut.bench.peers;

import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Spark MLlib on one local thread, the data cached as one partition, without standardization and intercept. Its linear
 * regression divides the L2 part by the standard deviation s of y, so regParam = λ(l1Ratio + (1 − l1Ratio)s) and
 * elasticNetParam = λ l1Ratio / regParam. One λ after another; maxIter is raised so that the tolerance ends each fit.
 */
public final class SparkPeer implements Contestant {
    /** Up to so many columns, Spark's linear regression solves from the Gram matrix and uses s with n, not n − 1. */
    private static final int NORMAL_EQUATIONS = 4096;

    private static final int ITERATIONS = 100_000;

    private final double tolerance;
    private Workload workload;
    private Dataset<Row> data;
    private double deviation;

    public SparkPeer(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public void load(Workload workload) throws IOException {
        this.workload = workload;
        SparkSession session = SparkSession.builder()
                .master("local[1]")
                .appName("race")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", workload.folder().toString())
                .config("spark.log.level", "ERROR")
                .config("spark.driver.maxResultSize", "0")
                .getOrCreate();
        double[] y = workload.y();
        deviation = deviation(y);
        List<Row> rows = new ArrayList<>();
        Vector[] features = workload.isSparse() ? sparse() : dense();
        for (int i = 0; i < y.length; i++) {
            rows.add(RowFactory.create(y[i], features[i]));
        }
        StructType schema = new StructType()
                .add("label", DataTypes.DoubleType)
                .add("features", SQLDataTypes.VectorType());
        data = session.createDataFrame(rows, schema).coalesce(1).cache();
        data.count();
    }

    private double deviation(double[] y) {
        double mean = Arrays.stream(y).average().orElse(0);
        double sum = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(sum / (workload.columns() <= NORMAL_EQUATIONS ? y.length : y.length - 1));
    }

    private Vector[] dense() throws IOException {
        return Arrays.stream(workload.denseRows()).map(Vectors::dense).toArray(Vector[]::new);
    }

    private Vector[] sparse() throws IOException {
        Workload.Sparse rows = workload.sparse().transposed(workload.rows());
        Vector[] out = new Vector[workload.rows()];
        for (int i = 0; i < out.length; i++) {
            int from = rows.from()[i];
            int to = rows.from()[i + 1];
            out[i] = Vectors.sparse(
                    workload.columns(),
                    Arrays.copyOfRange(rows.index(), from, to),
                    Arrays.copyOfRange(rows.value(), from, to));
        }
        return out;
    }

    @Override
    public void fit(double[] lambdas, Knots knots) {
        for (double lambda : lambdas) {
            double[] found = workload.isLogistic() ? logistic(lambda) : squared(lambda);
            if (!knots.add(() -> found)) {
                return;
            }
        }
    }

    private double[] logistic(double lambda) {
        return new LogisticRegression()
                .setFamily("binomial")
                .setStandardization(false)
                .setFitIntercept(false)
                .setRegParam(lambda)
                .setElasticNetParam(workload.l1Ratio())
                .setTol(tolerance)
                .setMaxIter(ITERATIONS)
                .fit(data)
                .coefficients()
                .toArray();
    }

    private double[] squared(double lambda) {
        double l1 = lambda * workload.l1Ratio();
        double strength = l1 + lambda * (1 - workload.l1Ratio()) * deviation;
        return new LinearRegression()
                .setStandardization(false)
                .setFitIntercept(false)
                .setRegParam(strength)
                .setElasticNetParam(l1 / strength)
                .setTol(tolerance)
                .setMaxIter(ITERATIONS)
                .fit(data)
                .coefficients()
                .toArray();
    }
}
