package dev.taut.bench.peers;

import dev.taut.bench.Scales;
import dev.taut.bench.Scales.Ask;
import dev.taut.bench.Scales.Data;
import hex.glm.GLM;
import hex.glm.GLMModel;
import hex.glm.GLMModel.GLMParameters;
import hex.glm.GLMModel.GLMParameters.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import water.DKV;
import water.H2OStarter;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/** H2O's golden file of the scale checks: coordinate descent, since its other solvers stop at 1e-4. */
public final class H2oScales {
    private H2oScales() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path ice = Files.createTempDirectory("scales");
        H2OStarter.start(
                new String[] {
                    "-disable_web", "-disable_net", "-ip", "127.0.0.1", "-nthreads", "1", "-quiet",
                    "-log_level", "ERRR", "-allow_unsupported_java", "-ice_root", ice.toString(), "-name", "scales" + ProcessHandle.current().pid()
                },
                ice.toString(),
                false);
        Scales out = new Scales("h2o", args[1]);
        for (Data data : Scales.read(folder)) {
            // Elsewhere H2O stops at three or four digits, whatever is asked.
            if (!data.loss().equals("logistic") && !data.loss().equals("squared")) {
                continue;
            }
            Frame frame = frame(data);
            for (boolean weighted : new boolean[] {false, true}) {
                for (boolean standardize : weighted ? new boolean[] {false} : new boolean[] {true, false}) {
                    if (data.loss().equals("squared") && !standardize) {
                        continue;
                    }
                    for (double share : new double[] {0, 0.5, 1}) {
                        fit(data, frame, weighted, standardize, share, out);
                    }
                }
            }
        }
        out.write(folder.resolve("h2o.json"));
        System.exit(0);
    }

    private static Frame frame(Data data) {
        int p = data.columns();
        Vec[] vecs = new Vec[p + 2];
        String[] names = new String[vecs.length];
        Key<Vec>[] keys = Vec.VectorGroup.VG_LEN1.addVecs(vecs.length);
        for (int j = 0; j < p; j++) {
            int column = j;
            names[j] = "x" + j;
            vecs[j] = Vec.makeVec(
                    Arrays.stream(data.rows()).mapToDouble(row -> row[column]).toArray(), keys[j]);
        }
        names[p] = "w";
        vecs[p] = Vec.makeVec(data.weights(), keys[p]);
        names[p + 1] = "y";
        boolean classes = data.loss().equals("logistic");
        vecs[p + 1] = classes
                ? Vec.makeVec(data.y(), new String[] {"c0", "c1"}, keys[p + 1])
                : Vec.makeVec(data.y(), keys[p + 1]);
        Frame frame = new Frame(Key.make(data.name()), names, vecs);
        DKV.put(frame);
        return frame;
    }

    private static void fit(Data data, Frame frame, boolean weighted, boolean standardize, double share, Scales out) {
        GLMParameters parameters = new GLMParameters(switch (data.loss()) {
            case "logistic" -> Family.binomial;
            default -> Family.gaussian;
        });
        double lambda = data.loss().equals("squared") ? 0.3 : 0.05;
        parameters._train = frame._key;
        parameters._response_column = "y";
        if (weighted) {
            parameters._weights_column = "w";
        } else {
            parameters._ignored_columns = new String[] {"w"};
        }
        parameters._standardize = standardize;
        parameters._alpha = new double[] {share};
        parameters._lambda = new double[] {lambda};
        parameters._early_stopping = false;
        parameters._max_iterations = 100_000;
        parameters._generate_scoring_history = false;
        parameters._solver = GLMParameters.Solver.COORDINATE_DESCENT;
        parameters._beta_epsilon = 1e-13;
        parameters._objective_epsilon = 1e-15;
        parameters._gradient_epsilon = 1e-13;
        GLMModel model = new GLM(parameters).trainModel().get();
        int p = data.columns();
        double[][] found = {model.beta()};
        double[][] beta = new double[found.length][];
        double[] intercepts = new double[found.length];
        for (int k = 0; k < found.length; k++) {
            beta[k] = Arrays.copyOf(found[k], p);
            intercepts[k] = found[k][p];
        }
        String penalty = share == 0 ? "ridge" : share == 1 ? "lasso" : "enet";
        out.add(
                new Ask(data, penalty, weighted, standardize, true),
                "GLM",
                new double[] {lambda, share},
                intercepts,
                beta);
        model.delete();
    }
}
