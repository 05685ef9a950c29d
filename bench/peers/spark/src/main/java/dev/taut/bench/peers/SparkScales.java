package dev.taut.bench.peers;

import dev.taut.bench.Scales;
import dev.taut.bench.Scales.Ask;
import dev.taut.bench.Scales.Data;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Spark ML's golden file of the scale checks. */
public final class SparkScales {
    private static final int ITERATIONS = 500;
    private static final double TOLERANCE = 1e-12;

    private SparkScales() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SparkSession session = SparkSession.builder()
                .master("local[1]")
                .appName("scales")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.log.level", "ERROR")
                .config("spark.sql.shuffle.partitions", "1")
                .getOrCreate();
        Scales out = new Scales("spark", session.version());
        for (Data data : Scales.read(folder)) {
            Dataset<Row> rows = table(session, data);
            for (boolean weighted : new boolean[] {false, true}) {
                for (boolean standardize : new boolean[] {true, false}) {
                    fits(new Ask(data, "", weighted, standardize, true), rows, out);
                }
            }
            out.write(folder.resolve("spark.json"));
        }
        session.stop();
    }

    private static Dataset<Row> table(SparkSession session, Data data) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < data.y().length; i++) {
            rows.add(RowFactory.create(data.y()[i], data.weights()[i], Vectors.dense(data.rows()[i])));
        }
        StructType schema = new StructType()
                .add("label", DataTypes.DoubleType)
                .add("weight", DataTypes.DoubleType)
                .add("features", SQLDataTypes.VectorType());
        return session.createDataFrame(rows, schema).coalesce(1).cache();
    }

    private static void fits(Ask ask, Dataset<Row> rows, Scales out) {
        switch (ask.data().loss()) {
            case "squared" -> {
                squared(ask, rows, "normal", out);
                if (ask.data().name().endsWith("-b")) {
                    squared(ask, rows, "l-bfgs", out);
                }
            }
            case "logistic", "multinomial" -> {
                if (ask.data().name().endsWith("-b")) {
                    logistic(ask, rows, out);
                }
            }
            default -> {}
        }
    }

    private static Ask with(Ask ask, double share) {
        String penalty = share == 0 ? "ridge" : share == 1 ? "lasso" : "enet";
        return new Ask(ask.data(), penalty, ask.weighted(), ask.standardize(), ask.intercept());
    }

    private static void squared(Ask ask, Dataset<Row> rows, String solver, Scales out) {
        for (double share : new double[] {0, 0.5, 1}) {
            LinearRegression estimator = new LinearRegression()
                    .setSolver(solver)
                    .setStandardization(ask.standardize())
                    .setFitIntercept(ask.intercept())
                    .setRegParam(0.3)
                    .setElasticNetParam(share)
                    .setTol(TOLERANCE)
                    .setMaxIter(ITERATIONS);
            LinearRegressionModel model = (ask.weighted() ? estimator.setWeightCol("weight") : estimator).fit(rows);
            out.add(
                    with(ask, share),
                    "LinearRegression " + solver,
                    new double[] {0.3, share},
                    new double[] {model.intercept()},
                    model.coefficients().toArray());
        }
    }

    private static void logistic(Ask ask, Dataset<Row> rows, Scales out) {
        for (double share : new double[] {0, 0.5, 1}) {
            LogisticRegression estimator = new LogisticRegression()
                    .setFamily(ask.data().loss().equals("logistic") ? "binomial" : "multinomial")
                    .setStandardization(ask.standardize())
                    .setFitIntercept(ask.intercept())
                    .setRegParam(0.04)
                    .setElasticNetParam(share)
                    .setTol(TOLERANCE)
                    .setMaxIter(ITERATIONS);
            LogisticRegressionModel model = (ask.weighted() ? estimator.setWeightCol("weight") : estimator).fit(rows);
            Matrix found = model.coefficientMatrix();
            double[][] beta = new double[found.numRows()][found.numCols()];
            for (int k = 0; k < beta.length; k++) {
                for (int j = 0; j < beta[k].length; j++) {
                    beta[k][j] = found.apply(k, j);
                }
            }
            out.add(
                    with(ask, share),
                    "LogisticRegression",
                    new double[] {0.04, share},
                    model.interceptVector().toArray(),
                    beta);
        }
    }
}
