package dev.taut.bench.peers;

import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import hex.glm.GLM;
import hex.glm.GLMModel;
import hex.glm.GLMModel.GLMParameters;
import hex.glm.GLMModel.GLMParameters.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import water.DKV;
import water.Futures;
import water.H2OStarter;
import water.Key;
import water.fvec.AppendableVec;
import water.fvec.Frame;
import water.fvec.NewChunk;
import water.fvec.Vec;

/**
 * H2O's GLM without standardization has Taut's λ and l1Ratio (its alpha). A path: it is given all λ at once and starts
 * each from the one before, so that no time limit can stop it in between. Tolerance 0 leaves H2O's own defaults.
 */
public final class H2oPeer implements Contestant {
    private final double tolerance;
    private Workload workload;
    private Frame frame;

    public H2oPeer(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public void load(Workload workload) throws IOException {
        this.workload = workload;
        Path ice = Files.createDirectories(workload.folder().resolve("h2o"));
        H2OStarter.start(
                new String[] {
                    "-disable_web", "-disable_net", "-ip", "127.0.0.1", "-nthreads", "1", "-quiet",
                    "-log_level", "ERRR", "-allow_unsupported_java", "-ice_root", ice.toString(), "-name", "race" + ProcessHandle.current().pid()
                },
                ice.toString(),
                false);
        Vec[] vecs = new Vec[workload.columns() + 1];
        String[] names = new String[vecs.length];
        Key<Vec>[] keys = Vec.VectorGroup.VG_LEN1.addVecs(vecs.length);
        fill(vecs, keys);
        for (int j = 0; j < workload.columns(); j++) {
            names[j] = "x" + j;
        }
        int last = workload.columns();
        names[last] = "y";
        vecs[last] = workload.isLogistic()
                ? Vec.makeVec(workload.y(), new String[] {"0", "1"}, keys[last])
                : Vec.makeVec(workload.y(), keys[last]);
        frame = new Frame(Key.make("workload"), names, vecs);
        DKV.put(frame);
    }

    private void fill(Vec[] vecs, Key<Vec>[] keys) throws IOException {
        if (!workload.isSparse()) {
            double[][] columns = workload.denseColumns();
            for (int j = 0; j < columns.length; j++) {
                vecs[j] = Vec.makeVec(columns[j], keys[j]);
                columns[j] = new double[0];
            }
            return;
        }
        Workload.Sparse x = workload.sparse();
        Futures writes = new Futures();
        for (int j = 0; j < workload.columns(); j++) {
            AppendableVec vec = new AppendableVec(keys[j], Vec.T_NUM);
            NewChunk chunk = new NewChunk(vec, 0);
            int row = 0;
            for (int k = x.from()[j]; k < x.from()[j + 1]; k++) {
                chunk.addZeros(x.index()[k] - row);
                chunk.addNum(x.value()[k]);
                row = x.index()[k] + 1;
            }
            chunk.addZeros(workload.rows() - row);
            chunk.close(0, writes);
            vecs[j] = vec.layout_and_close(writes);
        }
        writes.blockForPending();
    }

    @Override
    public void fit(double[] lambdas, Knots knots) {
        GLMParameters parameters = new GLMParameters(workload.isLogistic() ? Family.binomial : Family.gaussian);
        parameters._train = frame._key;
        parameters._response_column = "y";
        parameters._standardize = false;
        parameters._intercept = false;
        parameters._alpha = new double[] {workload.l1Ratio()};
        parameters._lambda = lambdas.clone();
        parameters._early_stopping = false;
        parameters._max_iterations = 1_000_000;
        parameters._generate_scoring_history = false;
        if (tolerance > 0) {
            // The default, ADMM, stops at 1e-4 whatever is asked.
            parameters._solver = GLMParameters.Solver.COORDINATE_DESCENT;
            parameters._beta_epsilon = tolerance;
            parameters._objective_epsilon = tolerance;
            parameters._gradient_epsilon = tolerance;
        }
        GLMModel model = new GLM(parameters).trainModel().get();
        try {
            GLMModel.RegularizationPath path = model.getRegularizationPath();
            for (int k = 0; k < lambdas.length; k++) {
                if (path._lambdas[k] != lambdas[k]) {
                    throw new IllegalStateException("λ " + lambdas[k] + " came back as " + path._lambdas[k]);
                }
                double[] withIntercept = path._coefficients[k];
                knots.add(() -> Arrays.copyOf(withIntercept, workload.columns()));
            }
        } finally {
            model.delete();
        }
    }
}
