package dev.taut;

import dev.taut.data.Dataset;
import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Loss;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A regularization path over a raw table: every knot can become a model. */
public final class LinearPath implements Iterable<Knot> {
    private final LinearProblem problem;
    private final Linear spec;
    private final Dataset schema;
    private final Targets targets;
    private final FittedRecipe recipe;
    private final LambdaPath path;
    private final Design design;
    private final double weight;

    /**
     * @param design the training rows, encoded
     * @param weight the sum of their weights
     */
    LinearPath(LinearProblem problem, Linear spec, LambdaPath path, Design design, double weight) {
        this.problem = problem;
        this.spec = spec;
        this.schema = problem.data();
        this.targets = problem.targets();
        this.recipe = problem.recipe();
        this.design = design;
        this.path = path;
        this.weight = weight;
    }

    /** What was fitted. */
    public Linear spec() {
        return spec;
    }

    /** What was minimised along λ. */
    public LinearProblem problem() {
        return problem;
    }

    public LambdaPath path() {
        return path;
    }

    public FittedRecipe recipe() {
        return recipe;
    }

    public Loss loss() {
        return spec.loss(schema);
    }

    public Targets targets() {
        return targets;
    }

    /**
     * 2 Σᵢ wᵢ (ℓᵢ(η) − ℓᵢ of a perfect fit) at a knot, over the rows of the fit with their weights as given: the
     * residual sum of squares of the squared loss, and what R's {@code glm} calls the residual deviance.
     */
    public double deviance(Knot knot) {
        return (1 - knot.devianceExplained()) * nullDeviance();
    }

    /** The deviance of the intercepts (and offset) alone. */
    public double nullDeviance() {
        return 2 * weight * path.knots().get(0).certificate().scale();
    }

    @Override
    public Iterator<Knot> iterator() {
        return path.iterator();
    }

    /**
     * Predicted means of encoded rows, one block of rows per output.
     *
     * @param rows the rows that were encoded, for their offsets
     */
    public double[] means(Coefficients raw, Encoded encoded, Dataset rows) {
        return means(raw, predictors(raw, encoded, rows));
    }

    /** The training rows, encoded. */
    public Design design() {
        return design;
    }

    /** Linear predictors of the training rows, offsets included. */
    public double[] trainingPredictors(Coefficients raw) {
        return predictors(raw, design, schema);
    }

    /** Predicted means of the training rows. */
    public double[] trainingMeans(Coefficients raw) {
        return means(raw, trainingPredictors(raw));
    }

    private double[] means(Coefficients raw, double[] eta) {
        if (Thresholds.has(loss())) {
            return Thresholds.probabilities(eta, thresholds(raw));
        }
        loss().mean(eta, raw.outputs());
        return eta;
    }

    /** The intercepts, one per output; of the ordinal loss its thresholds, one between any two neighbouring classes. */
    public List<Double> intercepts(Coefficients raw) {
        if (!Thresholds.has(loss())) {
            return Arrays.stream(raw.intercepts()).boxed().toList();
        }
        // Centred columns leave a constant in η, which the thresholds take up.
        return thresholds(raw).stream().map(t -> t - raw.intercept(0)).toList();
    }

    private List<Double> thresholds(Coefficients raw) {
        return Thresholds.of(schema, targets, predictors(raw, design, schema));
    }

    /** What each output is called: the classes where each has coefficients of its own; an empty name if there is one. */
    public List<String> outputs() {
        return path.nullModel().outputs() == 1 ? List.of("") : targets.classes();
    }

    /** The rows of the fit. */
    public Dataset training() {
        return schema;
    }

    /** Linear predictors of encoded rows, as {@link #means}. */
    public double[] predictors(Coefficients raw, Encoded encoded, Dataset rows) {
        return predictors(raw, encoded.design(), rows);
    }

    private static double[] predictors(Coefficients raw, Design encoded, Dataset rows) {
        int n = rows.rows();
        int p = raw.columns();
        double[] eta = LinearProblem.offsets(rows, raw.outputs());
        if (eta.length == 0) {
            eta = new double[n * raw.outputs()];
        }
        for (int k = 0; k < raw.outputs(); k++) {
            Vectors.add(raw.intercept(k), eta, k * n, n);
        }
        for (int k = 0; k < raw.active(); k++) {
            int c = raw.coordinate(k);
            encoded.axpy(c % p, raw.value(k), eta, c / p * n);
        }
        return eta;
    }

    /** The model at a knot of this path. */
    public LinearModel model(Knot knot) {
        return LinearModel.of(this, schema, knot);
    }
}
