package dev.taut.bench.peers;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.taut.bench.Scales;
import dev.taut.bench.Scales.Ask;
import dev.taut.bench.Scales.Data;
import dev.taut.bench.Scales.Scaled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** liblinear-java's golden file of the scale checks: without bias, and with one that -R leaves unpenalised. */
public final class LiblinearScales {
    private static final double TUBE = 0.5;

    private LiblinearScales() {}

    public static void main(String[] args) throws IOException {
        Linear.disableDebugOutput();
        Path folder = Path.of(args[0]);
        Scales out = new Scales("liblinear", "2.44");
        for (Data data : Scales.read(folder)) {
            for (boolean intercept : new boolean[] {false, true}) {
                for (boolean standardize : new boolean[] {true, false}) {
                    if (data.loss().equals("logistic")) {
                        classes(data, standardize, intercept, out);
                    } else if (data.loss().equals("squared")) {
                        Ask ask = new Ask(data.under("squared_svr:" + TUBE), "ridge", false, standardize, intercept);
                        fit(ask, SolverType.L2R_L2LOSS_SVR, 0.2, out);
                    }
                }
            }
        }
        out.write(folder.resolve("liblinear.json"));
    }

    private static void classes(Data data, boolean standardize, boolean intercept, Scales out) {
        fit(new Ask(data, "ridge", false, standardize, intercept), SolverType.L2R_LR, 0.3, out);
        // Raw columns far from 0 beside a free bias: -s 6 gives up before it is there.
        if (standardize || !intercept) {
            fit(new Ask(data, "lasso", false, standardize, intercept), SolverType.L1R_LR, 0.5, out);
        }
        Data squared = data.under("squared_hinge");
        fit(new Ask(squared, "ridge", false, standardize, intercept), SolverType.L2R_L2LOSS_SVC, 0.2, out);
        // The coordinates of -s 5 do not arrive elsewhere, nor do those of the dual solvers for corners anywhere.
        if (standardize && (intercept || data.name().endsWith("-b"))) {
            fit(new Ask(squared, "lasso", false, true, intercept), SolverType.L1R_L2LOSS_SVC, 0.3, out);
        }
    }

    private static void fit(Ask ask, SolverType type, double c, Scales out) {
        Data data = ask.data();
        Scaled scaled = data.scaled(false, ask.intercept());
        double[][] rows = ask.standardize() ? scaled.rows() : data.rows();
        Problem problem = new Problem();
        problem.l = data.y().length;
        problem.n = data.columns() + (ask.intercept() ? 1 : 0);
        problem.bias = ask.intercept() ? 1 : -1;
        problem.y = data.y();
        problem.x = new Feature[problem.l][problem.n];
        for (int i = 0; i < problem.l; i++) {
            for (int j = 0; j < problem.n; j++) {
                problem.x[i][j] = new FeatureNode(j + 1, j < data.columns() ? rows[i][j] : 1);
            }
        }
        Parameter parameter = new Parameter(type, c, 1e-10, 1_000_000, TUBE);
        parameter.setRegularizeBias(!ask.intercept());
        Model model = Linear.train(problem, parameter);
        double sign = type.isSupportVectorRegression() || model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = Arrays.stream(model.getFeatureWeights()).map(v -> sign * v).toArray();
        double[] beta = Arrays.copyOf(weights, data.columns());
        double bias = ask.intercept() ? weights[data.columns()] : 0;
        out.add(
                ask,
                type.name(),
                new double[] {c},
                new double[] {ask.standardize() ? scaled.raw(bias, beta) : bias},
                ask.standardize() ? scaled.raw(beta) : beta);
    }
}
