package dev.taut.bench.peers;

import com.oracle.labs.mlrg.olcut.util.Pair;
import dev.taut.bench.Contestant;
import dev.taut.bench.Workload;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;

/**
 * Tribuo: {@code ElasticNetCDTrainer} has Taut's λ; its binding to liblinear has C = 1/(nλ) and a penalised bias, which
 * rests at 0 on a neutral workload. No path and no warm start: one λ after another.
 */
public final class TribuoPeer implements Contestant {
    private static final int ITERATIONS = 1_000_000;

    private final double tolerance;
    private Workload workload;
    private Dataset<Regressor> numbers;
    private Dataset<Label> classes;

    public TribuoPeer(double tolerance) {
        this.tolerance = tolerance;
        Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        if (!workload.neutral()) {
            return Optional.of("always fits an intercept");
        }
        if (!workload.isLogistic()) {
            return workload.l1Ratio() == 0 ? Optional.of("no ridge") : Optional.empty();
        }
        return workload.l1Ratio() == 0 || workload.l1Ratio() == 1 ? Optional.empty() : Optional.of("no elastic net");
    }

    @Override
    public void load(Workload workload) throws IOException {
        this.workload = workload;
        if (workload.isLogistic()) {
            classes = dataset(new LabelFactory(), y -> new Label(y == 1 ? "1" : "0"));
        } else {
            numbers = dataset(new RegressionFactory(), y -> new Regressor("y", y));
        }
    }

    private interface Outputs<T> {
        T of(double y);
    }

    private <T extends Output<T>> Dataset<T> dataset(OutputFactory<T> factory, Outputs<T> outputs)
            throws IOException {
        // Tribuo numbers features in the order of their names.
        String[] names = new String[workload.columns()];
        for (int j = 0; j < names.length; j++) {
            names[j] = String.format(Locale.ROOT, "%08d", j);
        }
        double[] y = workload.y();
        double[][] rows = workload.denseRows();
        MutableDataset<T> data = new MutableDataset<>(
                new SimpleDataSourceProvenance(workload.folder().toString(), OffsetDateTime.now(), factory), factory);
        List<Example<T>> examples = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            examples.add(new ArrayExample<>(outputs.of(y[i]), names, rows[i]));
            rows[i] = new double[0];
        }
        data.addAll(examples);
        return data;
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

    private double[] squared(double lambda) {
        Trainer<Regressor> trainer = new ElasticNetCDTrainer(
                lambda, workload.l1Ratio(), tolerance, ITERATIONS, false, Trainer.DEFAULT_SEED);
        return coefficients(trainer.train(numbers), "y");
    }

    private double[] logistic(double lambda) {
        LinearType type = workload.l1Ratio() == 1 ? LinearType.L1R_LR : LinearType.L2R_LR;
        Trainer<Label> trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(type), 1 / (workload.rows() * lambda), ITERATIONS, tolerance);
        LibLinearClassificationModel model = (LibLinearClassificationModel) trainer.train(classes);
        double sign = model.getInnerModels().get(0).getLabels()[0] == model.getOutputIDInfo().getID(new Label("1")) ? 1 : -1;
        double[] weights = model.getInnerModels().get(0).getFeatureWeights();
        double[] out = new double[workload.columns()];
        for (int j = 0; j < out.length; j++) {
            out[j] = sign * weights[j];
        }
        return out;
    }

    private <T extends Output<T>> double[] coefficients(Model<T> model, String dimension) {
        double[] out = new double[workload.columns()];
        Map<String, List<Pair<String, Double>>> all = model.getTopFeatures(-1);
        for (Pair<String, Double> feature : all.get(dimension)) {
            if (Character.isDigit(feature.getA().charAt(0))) {
                out[Integer.parseInt(feature.getA())] = feature.getB();
            }
        }
        return out;
    }
}
