package dev.taut.svm;

import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Finding;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.metric.Metric;
import dev.taut.metric.Metrics;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fitted kernel machine: support vectors and their coefficients. Plain data: written as JSON and read back without
 * executing anything.
 *
 * @param schema  {@code taut.kernel-model/1}
 * @param version the version of Taut that made it
 * @param kernel  with its γ decided
 * @param c       C
 * @param epsilon of the loss for numbers
 * @param targets the target column, the task, the classes
 * @param recipe  how a raw table becomes features
 * @param centers of the features on the training rows
 * @param scales  of the features on the training rows
 * @param machine what LIBSVM found
 * @param rows    rows it was trained on
 */
public record KernelModel(
        String schema,
        String version,
        Kernel kernel,
        double c,
        double epsilon,
        Targets targets,
        FittedRecipe recipe,
        double[] centers,
        double[] scales,
        Machine machine,
        int rows)
        implements Model {
    public static final String SCHEMA = "taut.kernel-model/1";

    @Override
    public Predictions predict(Table table) {
        return predict(table, MissingColumns.REFUSE);
    }

    /** Numbers, calibrated probabilities of the classes, or decision values. */
    @Override
    public Predictions predict(Table table, MissingColumns missing) {
        Encoded encoded = recipe.encode(table, missing);
        double[] means = machine.predict(kernel, targets.task(), standardized(encoded));
        int n = table.rows();
        boolean both = targets.task() == Task.BINARY && !isMargin();
        double[] asked = both ? Arrays.copyOfRange(means, n, 2 * n) : means;
        List<Finding> findings = new ArrayList<>(encoded.findings());
        findings.addAll(recipe.extrapolation(table));
        return new Predictions(targets.task(), targets.classes(), n, asked, isMargin(), findings);
    }

    /** Whether predictions are decision values, which are no probabilities. */
    public boolean isMargin() {
        return targets.task().isClassification() && !machine.isCalibrated();
    }

    /** Those of the task; of decision values those of the hinge. */
    @Override
    public List<Metric> metrics() {
        return isMargin() ? Metrics.of(targets.task(), "hinge") : Metrics.forTask(targets.task());
    }

    @Override
    public double[] noModel(Table rows, Target target, double[] weights) {
        if (!isMargin()) {
            return Metrics.noModel(target, weights, rows.rows());
        }
        double[] constant = new double[rows.rows()];
        Arrays.fill(constant, Losses.hinge().on(target, weights).intercepts()[0]);
        return constant;
    }

    /**
     * The signed distances that the machine decides by, not probabilities: [row][pair of classes], positive for the
     * first of a pair in LIBSVM's order, or the predicted number.
     */
    public double[][] decisionValues(Table table) {
        Encoded encoded = recipe.encode(table, MissingColumns.REFUSE);
        return machine.decisionValues(kernel, targets.task(), standardized(encoded));
    }

    private double[][] standardized(Encoded encoded) {
        return Rows.of(encoded.design(), centers, scales);
    }

    /** How many training rows the machine remembers. */
    public int supportVectors() {
        return machine.vectors().length;
    }

    /** λ = 1/(nC): the strength of the penalty ½‖f‖² beside a mean loss. */
    public double lambda() {
        return 1 / (rows * c);
    }

    @Override
    public void save(Path file) throws IOException {
        Model.save(this, file);
    }

    /**
     * Reads a model.
     *
     * @throws dev.taut.finding.Refused if the file is not a kernel model that this version reads (T0605)
     */
    public static KernelModel load(Path file) throws IOException {
        return Model.load(file, KernelModel.class);
    }
}
