package dev.taut;

import dev.taut.data.Table;
import dev.taut.loss.Target;
import dev.taut.metric.Metric;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A fitted model: it knows the raw table it was trained on and scores raw rows. */
public interface Model {
    /**
     * One prediction per row of a raw table that has the columns the model uses.
     *
     * @throws dev.taut.finding.Refused naming every column that is lacking (T0601)
     */
    Predictions predict(Table rows);

    /** {@link #predict(Table)}; lacking columns may be treated as missing in every row. */
    Predictions predict(Table rows, MissingColumns missing);

    /** What is predicted. */
    Targets targets();

    /** What its predictions are judged by, the metric that it was tuned by first. */
    List<Metric> metrics();

    /** What one predicts for these rows without a model, in the layout of its predictions: the best constant. */
    double[] noModel(Table rows, Target target, double[] weights);

    /** Writes the model as JSON, so that it is there whole or not at all. */
    void save(Path file) throws IOException;

    /** Writes any model as {@link #save(Path)} does. */
    static void save(Model model, Path file) throws IOException {
        ModelJson.save(model, file);
    }

    /** Reads a model of one kind, as {@link #load(Path)} does. */
    static <M extends Model> M load(Path file, Class<M> kind) throws IOException {
        return ModelJson.load(file, kind);
    }

    /**
     * Reads a model of any kind.
     *
     * @throws dev.taut.finding.Refused if the file is not a model that this version reads (T0605)
     */
    static Model load(Path file) throws IOException {
        return ModelJson.load(file);
    }
}
