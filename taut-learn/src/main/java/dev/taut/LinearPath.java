package dev.taut;

import dev.taut.data.Dataset;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Loss;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Targets;
import dev.taut.solver.Coefficients;
import java.util.Iterator;

/** A regularization path over a raw table: every knot can become a model. */
public final class LinearPath implements Iterable<Knot> {
    private final Linear spec;
    private final Dataset schema;
    private final Targets targets;
    private final FittedRecipe recipe;
    private final LambdaPath path;
    private final double weight;

    LinearPath(Linear spec, Dataset schema, Targets targets, FittedRecipe recipe, LambdaPath path, double weight) {
        this.spec = spec;
        this.schema = schema;
        this.targets = targets;
        this.recipe = recipe;
        this.path = path;
        this.weight = weight;
    }

    /** What was fitted. */
    public Linear spec() {
        return spec;
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
        double[] eta = predictors(raw, encoded, rows);
        spec.loss(schema).mean(eta, raw.outputs());
        return eta;
    }

    /** Linear predictors of encoded rows, as {@link #means}. */
    public double[] predictors(Coefficients raw, Encoded encoded, Dataset rows) {
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
            encoded.design().axpy(c % p, raw.value(k), eta, c / p * n);
        }
        return eta;
    }

    /** The model at a knot of this path. */
    public LinearModel model(Knot knot) {
        return LinearModel.of(spec, schema, targets, recipe, path, knot);
    }
}
