package dev.taut.bench.peers;

import com.oracle.labs.mlrg.olcut.util.Pair;
import dev.taut.bench.Scales;
import dev.taut.bench.Scales.Ask;
import dev.taut.bench.Scales.Data;
import dev.taut.bench.Scales.Scaled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;

/** Tribuo's golden file of the scale checks: its elastic net, which fits an intercept of its own. */
public final class TribuoScales {
    private TribuoScales() {}

    public static void main(String[] args) throws IOException {
        Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
        Path folder = Path.of(args[0]);
        Scales out = new Scales("tribuo", "4.3.2");
        for (Data data : Scales.read(folder)) {
            if (data.loss().equals("squared")) {
                for (boolean standardize : new boolean[] {true, false}) {
                    fit(new Ask(data, "lasso", false, standardize, true), 0.2, 1, out);
                    fit(new Ask(data, "enet", false, standardize, true), 0.3, 0.5, out);
                }
            }
        }
        out.write(folder.resolve("tribuo.json"));
    }

    private static void fit(Ask ask, double alpha, double share, Scales out) {
        Data data = ask.data();
        Scaled scaled = data.scaled(false, true);
        double[][] rows = ask.standardize() ? scaled.rows() : data.rows();
        String[] names = new String[data.columns()];
        for (int j = 0; j < names.length; j++) {
            names[j] = String.format(Locale.ROOT, "%08d", j);
        }
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> examples = new MutableDataset<>(
                new SimpleDataSourceProvenance(data.name(), OffsetDateTime.now(), factory), factory);
        for (int i = 0; i < rows.length; i++) {
            examples.add(new ArrayExample<>(new Regressor("y", data.y()[i]), names, rows[i]));
        }
        Trainer<Regressor> trainer =
                new ElasticNetCDTrainer(alpha, share, 1e-12, 1_000_000, false, Trainer.DEFAULT_SEED);
        double[] beta = new double[data.columns()];
        Model<Regressor> model = trainer.train(examples);
        Map<String, List<Pair<String, Double>>> all = model.getTopFeatures(-1);
        for (Pair<String, Double> feature : all.get("y")) {
            if (Character.isDigit(feature.getA().charAt(0))) {
                beta[Integer.parseInt(feature.getA())] = feature.getB();
            }
        }
        // What is predicted where every column is 0 is the intercept.
        double bias = model.predict(new ArrayExample<>(new Regressor("y", 0), names, new double[names.length]))
                .getOutput()
                .getValues()[0];
        out.add(
                ask,
                "ElasticNetCDTrainer",
                new double[] {alpha, share},
                new double[] {ask.standardize() ? scaled.raw(bias, beta) : bias},
                ask.standardize() ? scaled.raw(beta) : beta);
    }
}
