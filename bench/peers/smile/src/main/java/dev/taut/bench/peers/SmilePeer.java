package dev.taut.bench.peers;

import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.ValueVector;
import smile.regression.ElasticNet;
import smile.regression.LASSO;
import smile.regression.LinearModel;
import smile.regression.RidgeRegression;

/**
 * Smile divides columns by their standard deviation with n − 1, s = √(n/(n − 1)) on a neutral workload, and minimises
 * RSS + L1 s ‖b‖₁ + L2 s² ‖b‖₂² for the raw coefficients b: L1 = 2nλ l1Ratio/s, L2 = nλ (1 − l1Ratio)/s². Its logistic
 * regression minimises Σ ℓ + λn/2 ‖b‖₂². No path and no warm start: one λ after another.
 */
public final class SmilePeer implements Contestant {
    private static final int ITERATIONS = 100_000;
    private static final Formula FORMULA = Formula.lhs("y");

    private final double tolerance;
    private Workload workload;
    private DataFrame frame;
    private double[][] rows;
    private int[] classes;

    public SmilePeer(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        if (workload.isLogistic() && workload.l1Ratio() > 0) {
            return Optional.of("no L1 penalty for logistic loss");
        }
        return workload.neutral() ? Optional.empty() : Optional.of("always fits an intercept");
    }

    @Override
    public void load(Workload workload) throws IOException {
        this.workload = workload;
        double[] y = workload.y();
        if (workload.isLogistic()) {
            rows = workload.denseRows();
            classes = Arrays.stream(y).mapToInt(v -> (int) v).toArray();
            return;
        }
        double[][] columns = workload.denseColumns();
        ValueVector[] vectors = new ValueVector[columns.length + 1];
        for (int j = 0; j < columns.length; j++) {
            vectors[j] = new DoubleVector("x" + j, columns[j]);
        }
        vectors[columns.length] = new DoubleVector("y", y);
        frame = new DataFrame(vectors);
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
        double[] withBias = LogisticRegression.binomial(
                        rows,
                        classes,
                        new LogisticRegression.Options(lambda * workload.rows(), tolerance, ITERATIONS))
                .coefficients();
        return Arrays.copyOf(withBias, workload.columns());
    }

    private double[] squared(double lambda) {
        double n = workload.rows();
        double squaredScale = n / (n - 1);
        double l1 = 2 * n * lambda * workload.l1Ratio() / Math.sqrt(squaredScale);
        double l2 = n * lambda * (1 - workload.l1Ratio()) / squaredScale;
        LinearModel model;
        if (l1 == 0) {
            model = RidgeRegression.fit(FORMULA, frame, l2);
        } else if (l2 == 0) {
            model = LASSO.fit(FORMULA, frame, new LASSO.Options(l1, tolerance, ITERATIONS));
        } else {
            model = ElasticNet.fit(FORMULA, frame, new ElasticNet.Options(l1, l2, tolerance, ITERATIONS));
        }
        return model.coefficients().toArray(new double[0]);
    }
}
