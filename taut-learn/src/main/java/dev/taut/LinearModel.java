package dev.taut;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.metric.Metric;
import dev.taut.metric.Metrics;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Offsets;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fitted linear model: η = intercept + Σ coefficient · feature, prediction = inverse link of η. Plain data: it is
 * written as JSON and read back without executing anything.
 *
 * @param schema       {@code taut.model/1}
 * @param version      the version of Taut that made it
 * @param loss         as {@link Losses#named} reads it: squared, logistic, tweedie:1.5 …
 * @param penalty      what was penalised, for example {@code lasso}
 * @param lambda       how strongly
 * @param targets      the target column, the task, the classes
 * @param offset       the offset column that rows must bring; empty for none
 * @param exposure     the column of positive numbers that rows must bring and whose logarithm is added; empty for none
 * @param recipe       how a raw table becomes features
 * @param intercepts   one per output; of the ordinal loss its thresholds, one between any two neighbouring classes
 * @param coefficients the non-zero ones, for raw features
 * @param baselines    for survival, the cumulative hazard of the mean row, of every stratum in the order of the target's levels
 * @param trainedOn    the data file and the number of rows
 */
public record LinearModel(
        String schema,
        String version,
        String loss,
        String penalty,
        double lambda,
        Targets targets,
        String offset,
        String exposure,
        FittedRecipe recipe,
        List<Double> intercepts,
        List<Term> coefficients,
        List<Baseline> baselines,
        TrainedOn trainedOn)
        implements Model {
    public static final String SCHEMA = "taut.model/1";

    /** A coefficient; {@code output} is the index of the class, 0 unless multinomial. */
    public record Term(String feature, int output, double value) {}

    /** Where the model learned. */
    public record TrainedOn(String data, String sha256, int rows) {}

    public LinearModel {
        intercepts = List.copyOf(intercepts);
        coefficients = List.copyOf(coefficients);
        baselines = List.copyOf(baselines);
    }

    static LinearModel of(LinearPath fitted, Dataset data, Knot knot) {
        Linear spec = fitted.spec();
        LambdaPath path = fitted.path();
        Coefficients raw = path.raw(knot);
        List<Term> terms = new ArrayList<>();
        for (int k = 0; k < raw.active(); k++) {
            int c = raw.coordinate(k);
            terms.add(new Term(path.features().get(c % raw.columns()).name(), c / raw.columns(), raw.value(k)));
        }
        return new LinearModel(
                SCHEMA,
                Version.TEXT,
                spec.loss(data).name(),
                spec.settings().penalty().name(),
                knot.lambda(),
                fitted.targets(),
                data.find(Role.OFFSET).map(Column::name).orElse(""),
                data.find(Role.EXPOSURE).map(Column::name).orElse(""),
                fitted.recipe(),
                fitted.intercepts(raw),
                terms,
                Baseline.of(spec, data, fitted.targets(), fitted.recipe(), raw),
                new TrainedOn(
                        data.table().source().name(), data.table().source().sha256(), data.rows()));
    }

    @Override
    public Predictions predict(Table rows) {
        return predict(rows, MissingColumns.REFUSE);
    }

    @Override
    public Predictions predict(Table rows, MissingColumns missing) {
        Encoded encoded = recipe.encode(rows, missing);
        double[] eta = linearPredictors(encoded, offsets(rows));
        Loss shape = Losses.named(loss);
        if (isOrdinal()) {
            eta = Thresholds.probabilities(eta, intercepts);
        } else {
            shape.mean(eta, outputs());
        }
        List<Finding> findings = new ArrayList<>(encoded.findings());
        findings.addAll(recipe.extrapolation(rows));
        return new Predictions(targets.task(), targets.classes(), rows.rows(), eta, shape.isMargin(), findings);
    }

    /**
     * The probability that rows are without event after some times.
     *
     * @param predictions what {@link #predict} says of the rows
     * @return [time][row]; 1 before the first event of the training rows, NaN in a stratum that none of them was in
     * @throws IllegalStateException if the model does not predict survival
     */
    public double[][] survival(Table rows, Predictions predictions, double... times) {
        if (targets.task() != Task.SURVIVAL) {
            throw new IllegalStateException("a model for " + targets.task().word() + " knows no survival");
        }
        int[] codes = targets.survival().codes(rows);
        double[][] survival = new double[times.length][rows.rows()];
        for (int k = 0; k < times.length; k++) {
            for (int i = 0; i < rows.rows(); i++) {
                int stratum = codes.length == 0 ? 0 : codes[i];
                double hazard =
                        stratum < baselines.size() ? baselines.get(stratum).at(times[k]) : Double.NaN;
                survival[k][i] = Math.exp(-hazard * predictions.mean(i));
            }
        }
        return survival;
    }

    /** η, one block of rows per output. */
    double[] linearPredictors(Encoded encoded, double[] offsets) {
        int n = encoded.design().rows();
        double[] eta = new double[n * outputs()];
        for (int k = 0; k < outputs(); k++) {
            System.arraycopy(offsets, 0, eta, k * n, n);
            Vectors.add(isOrdinal() ? 0 : intercepts.get(k), eta, k * n, n);
        }
        int[] columns = positions(encoded);
        for (int k = 0; k < columns.length; k++) {
            Term term = coefficients.get(k);
            encoded.design().axpy(columns[k], term.value, eta, term.output * n);
        }
        return eta;
    }

    /** Whether the classes are in order, with thresholds between them. */
    public boolean isOrdinal() {
        return Thresholds.has(Losses.named(loss));
    }

    /** How many linear predictors a row has. */
    public int outputs() {
        return isOrdinal() ? 1 : intercepts.size();
    }

    /** The design column of each coefficient. */
    private int[] positions(Encoded encoded) {
        Map<String, Integer> columns = new HashMap<>();
        for (int j = 0; j < encoded.features().size(); j++) {
            columns.put(encoded.features().get(j).name(), j);
        }
        return coefficients.stream()
                .mapToInt(term -> {
                    Integer column = columns.get(term.feature);
                    if (column == null) {
                        throw new Refused(Finding.of(
                                Code.MODEL_UNREADABLE,
                                term.feature,
                                "the model has a coefficient for `" + term.feature
                                        + "`, which its recipe does not make"));
                    }
                    return column;
                })
                .toArray();
    }

    /** What is added to the linear predictors of these rows besides features and intercept: offset and log exposure. */
    public double[] offsets(Table rows) {
        return Offsets.of(rows, offset, exposure);
    }

    /**
     * What each feature adds to the linear predictor of each row, β·x per coefficient, in the order of
     * {@link #coefficients()}; together with intercept and offset they sum to η.
     *
     * @return [coefficient][row]
     */
    public double[][] contributions(Table rows, MissingColumns missing) {
        Encoded encoded = recipe.encode(rows, missing);
        int[] columns = positions(encoded);
        double[][] contributions = new double[coefficients.size()][rows.rows()];
        for (int k = 0; k < contributions.length; k++) {
            encoded.design().axpy(columns[k], coefficients.get(k).value(), contributions[k], 0);
        }
        return contributions;
    }

    /** Whether {@code task} predicts classes. */
    public Task task() {
        return targets.task();
    }

    @Override
    public List<Metric> metrics() {
        return Metrics.of(targets.task(), loss);
    }

    /** Where means grow with an exposure, the rows' own rate; of a margin loss, the constant that minimises it. */
    @Override
    public double[] noModel(Table rows, Target target, double[] weights) {
        Loss shape = Losses.named(loss);
        if (shape.isMargin()) {
            double[] constant = new double[rows.rows()];
            Arrays.fill(constant, shape.on(target, weights).intercepts()[0]);
            return constant;
        }
        boolean offsets = !offset.isEmpty() || !exposure.isEmpty();
        if (offsets && Metrics.isLogLink(loss)) {
            return Metrics.noModel(
                    target, weights, Arrays.stream(offsets(rows)).map(Math::exp).toArray());
        }
        return Metrics.noModel(target, weights, rows.rows());
    }

    @Override
    public void save(Path file) throws IOException {
        ModelJson.save(this, file);
    }

    /**
     * Reads a model.
     *
     * @throws Refused if the file is not a model that this version reads (T0605)
     */
    public static LinearModel load(Path file) throws IOException {
        return ModelJson.load(file, LinearModel.class);
    }
}
