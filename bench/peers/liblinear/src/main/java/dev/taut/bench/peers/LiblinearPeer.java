package dev.taut.bench.peers;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import java.io.IOException;
import java.util.Optional;

/**
 * liblinear-java, -s 6 for L1 and -s 0 for L2: minimise penalty + C Σ ℓ, so that C = 1/(nλ). No bias. One λ after another;
 * -s 0 starts from the previous solution, which -s 6 cannot.
 */
public final class LiblinearPeer implements Contestant {
    private final double tolerance;
    private Problem problem;
    private SolverType type;

    public LiblinearPeer(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        if (!workload.isLogistic()) {
            return Optional.of("no squared loss with an L1 penalty");
        }
        return workload.l1Ratio() == 0 || workload.l1Ratio() == 1 ? Optional.empty() : Optional.of("no elastic net");
    }

    @Override
    public void load(Workload workload) throws IOException {
        Linear.disableDebugOutput();
        problem = new Problem();
        problem.l = workload.rows();
        problem.n = workload.columns();
        problem.bias = -1;
        problem.y = workload.y();
        problem.x = workload.isSparse() ? sparse(workload) : dense(workload);
        type = workload.l1Ratio() == 1 ? SolverType.L1R_LR : SolverType.L2R_LR;
    }

    private static Feature[][] dense(Workload workload) throws IOException {
        double[][] rows = workload.denseRows();
        Feature[][] x = new Feature[workload.rows()][workload.columns()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = new FeatureNode(j + 1, rows[i][j]);
            }
        }
        return x;
    }

    private static Feature[][] sparse(Workload workload) throws IOException {
        Workload.Sparse rows = workload.sparse().transposed(workload.rows());
        Feature[][] x = new Feature[workload.rows()][];
        for (int i = 0; i < x.length; i++) {
            int from = rows.from()[i];
            x[i] = new Feature[rows.from()[i + 1] - from];
            for (int k = 0; k < x[i].length; k++) {
                x[i][k] = new FeatureNode(rows.index()[from + k] + 1, rows.value()[from + k]);
            }
        }
        return x;
    }

    @Override
    public void fit(double[] lambdas, Knots knots) {
        double[] previous = null;
        for (double lambda : lambdas) {
            Parameter parameter = new Parameter(type, 1 / (problem.l * lambda), tolerance);
            if (type == SolverType.L2R_LR && previous != null) {
                parameter.setInitSol(previous);
            }
            Model model = Linear.train(problem, parameter);
            previous = model.getFeatureWeights();
            double[] found = previous;
            // The weights speak for the class that liblinear met first.
            double sign = model.getLabels()[0] == 1 ? 1 : -1;
            if (!knots.add(() -> scaled(found, sign))) {
                return;
            }
        }
    }

    private static double[] scaled(double[] values, double factor) {
        double[] out = new double[values.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = factor * values[j];
        }
        return out;
    }
}
