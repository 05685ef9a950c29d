package dev.taut.neural.model;

import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.data.Table;
import dev.taut.loss.Target;
import dev.taut.metric.Metric;
import dev.taut.metric.Metrics;
import dev.taut.neural.layer.Shape;
import dev.taut.neural.net.FloatRows;
import dev.taut.neural.net.Net;
import dev.taut.neural.net.Predictor;
import dev.taut.neural.net.Shrinking;
import dev.taut.neural.net.Workers;
import dev.taut.neural.penalty.Sparsity;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A net that learned from a table.
 *
 * @param inputs  how rows become numbers
 * @param outputs how answers become predictions
 * @param net     layers
 * @param theta   parameters
 * @param origin  where it learned
 */
public record NetModel(Inputs inputs, Outputs outputs, Net net, float[] theta, Origin origin) implements Model {
    /**
     * Where a net learned.
     *
     * @param data         the file
     * @param sha256       its digest
     * @param rows         rows that it learned from
     * @param validation   rows that it was judged by while it learned
     * @param epoch        the epoch that its parameters are from
     * @param end          why training ended
     * @param seed         of everything random
     * @param regularizers what kept its parameters small
     */
    public record Origin(
            String data,
            String sha256,
            int rows,
            int validation,
            int epoch,
            String end,
            long seed,
            List<String> regularizers) {
        public Origin {
            regularizers = List.copyOf(regularizers);
        }
    }

    @Override
    public Predictions predict(Table rows) {
        return predict(rows, MissingColumns.REFUSE);
    }

    @Override
    public Predictions predict(Table rows, MissingColumns missing) {
        Inputs.Rows encoded = inputs.encode(rows, missing);
        double[] means = outputs.means(eta(encoded.x()), rows.rows());
        return new Predictions(targets().task(), targets().classes(), rows.rows(), means, false, encoded.findings());
    }

    private float[] eta(float[] x) {
        Shape shape = inputs.shape();
        try (Workers workers = new Workers(1)) {
            return Predictor.eta(net, theta, new FloatRows(shape, x, new float[0], new float[0]), workers);
        }
    }

    @Override
    public Targets targets() {
        return outputs.targets();
    }

    @Override
    public List<Metric> metrics() {
        return Metrics.forTask(targets().task());
    }

    @Override
    public double[] noModel(Table rows, Target target, double[] weights) {
        return Metrics.noModel(target, weights, rows.rows());
    }

    /** What is exactly zero. */
    public Sparsity sparsity() {
        return Sparsity.of(net.layout(), theta);
    }

    /** The same predictions from a smaller net ({@link Shrinking}). */
    public NetModel shrink() {
        Shrinking.Shrunk shrunk = Shrinking.of(net, theta);
        return new NetModel(inputs, outputs, shrunk.net(), shrunk.theta(), origin);
    }

    /** Writes parameters in the safetensors format, with all else as JSON in its header: whole or not at all. */
    @Override
    public void save(Path file) throws IOException {
        NetFile.write(this, file);
    }

    /**
     * Reads a model.
     *
     * @throws dev.taut.finding.Refused if the file is not a net that this version reads (T0605)
     */
    public static NetModel load(Path file) throws IOException {
        return Model.load(file, NetModel.class);
    }
}
