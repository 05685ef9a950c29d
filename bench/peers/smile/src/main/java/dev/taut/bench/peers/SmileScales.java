package dev.taut.bench.peers;

import dev.taut.bench.Scales;
import dev.taut.bench.Scales.Ask;
import dev.taut.bench.Scales.Data;
import dev.taut.bench.Scales.Scaled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.ValueVector;
import smile.regression.ElasticNet;
import smile.regression.LASSO;
import smile.regression.LinearModel;
import smile.regression.RidgeRegression;

/** Smile's golden file of the scale checks. Its regressions always scale columns, its logistic regression never does. */
public final class SmileScales {
    private static final Formula FORMULA = Formula.lhs("y");

    private SmileScales() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Scales out = new Scales("smile", "6.3.0");
        for (Data data : Scales.read(folder)) {
            switch (data.loss()) {
                case "squared" -> squared(data, out);
                case "logistic" -> {
                    logistic(data, true, out);
                    // On the raw columns of the other data set it stops at five digits.
                    if (data.name().endsWith("-a")) {
                        logistic(data, false, out);
                    }
                }
                default -> {}
            }
        }
        out.write(folder.resolve("smile.json"));
    }

    private static void squared(Data data, Scales out) {
        ValueVector[] vectors = new ValueVector[data.columns() + 1];
        for (int j = 0; j < data.columns(); j++) {
            int column = j;
            vectors[j] = new DoubleVector(
                    "x" + j, Arrays.stream(data.rows()).mapToDouble(row -> row[column]).toArray());
        }
        vectors[data.columns()] = new DoubleVector("y", data.y());
        DataFrame frame = new DataFrame(vectors);
        add(data, "ridge", "RidgeRegression", RidgeRegression.fit(FORMULA, frame, 15), out, 15);
        add(data, "lasso", "LASSO", LASSO.fit(FORMULA, frame, new LASSO.Options(20, 1e-12, 100_000)), out, 20);
        add(
                data,
                "enet",
                "ElasticNet",
                ElasticNet.fit(FORMULA, frame, new ElasticNet.Options(10, 15, 1e-12, 100_000)),
                out,
                10,
                15);
    }

    private static void add(Data data, String penalty, String name, LinearModel model, Scales out, double... numbers) {
        out.add(
                new Ask(data, penalty, false, true, true),
                name,
                numbers,
                new double[] {model.intercept()},
                model.coefficients().toArray(new double[0]));
    }

    private static void logistic(Data data, boolean standardize, Scales out) {
        Ask ask = new Ask(data, "ridge", false, standardize, true);
        Scaled scaled = data.scaled(false, true);
        double[][] rows = standardize ? scaled.rows() : data.rows();
        int[] classes = Arrays.stream(data.y()).mapToInt(v -> (int) v).toArray();
        LogisticRegression.Options options = new LogisticRegression.Options(2, 1e-14, 100_000);
        double[][] found = {LogisticRegression.binomial(rows, classes, options).coefficients()};
        double[] intercepts = new double[found.length];
        double[][] beta = new double[found.length][];
        for (int k = 0; k < found.length; k++) {
            double[] own = Arrays.copyOf(found[k], data.columns());
            beta[k] = standardize ? scaled.raw(own) : own;
            intercepts[k] = standardize ? scaled.raw(found[k][data.columns()], own) : found[k][data.columns()];
        }
        out.add(ask, "LogisticRegression", new double[] {2}, intercepts, beta);
    }
}
