package dev.taut.svm;

import dev.taut.Learner;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Task;
import dev.taut.design.Standardization;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.loss.Weights;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Recipe;
import dev.taut.recipe.Targets;

/**
 * minimise ½‖f‖² + C Σ ℓ(yᵢ, f(xᵢ) + b) over functions f of a kernel's space: a support vector machine, computed by LIBSVM
 * (Chang and Lin 2011). ℓ is the hinge for classes, one machine for every pair of them, and max(0, |y − η| − ε) for
 * numbers.
 *
 * <p>Features are standardized on the training rows. In the terms of linear models λ = 1/(nC). Class probabilities are
 * calibrated by logistic curves on decision values of five inner folds (Platt 2000; Wu, Lin and Weng 2004 for pairs). Immutable.
 *
 * @param kernel  default rbf with γ one over the number of features
 * @param c       C &gt; 0, default 1: what a violation costs; larger fits closer
 * @param epsilon ε ≥ 0 of the loss for numbers, in units of the target; default 0.1
 * @param calibrated whether class probabilities are calibrated; otherwise two classes have decision values. Default true
 * @param recipe  how a table becomes features
 * @param seed    deals the inner folds; default 42
 */
public record KernelSvm(Kernel kernel, double c, double epsilon, boolean calibrated, Recipe recipe, long seed)
        implements Learner<KernelModel> {
    public KernelSvm {
        if (!(c > 0) || Double.isInfinite(c)) {
            throw new IllegalArgumentException("C must be a finite number > 0, not " + c);
        }
        if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be a finite number ≥ 0, not " + epsilon);
        }
    }

    public static KernelSvm of(Kernel kernel) {
        return new KernelSvm(kernel, 1, 0.1, true, Recipe.standard(), 42);
    }

    public KernelSvm kernel(Kernel other) {
        return new KernelSvm(other, c, epsilon, calibrated, recipe, seed);
    }

    public KernelSvm c(double other) {
        return new KernelSvm(kernel, other, epsilon, calibrated, recipe, seed);
    }

    public KernelSvm epsilon(double other) {
        return new KernelSvm(kernel, c, other, calibrated, recipe, seed);
    }

    public KernelSvm calibrated(boolean other) {
        return new KernelSvm(kernel, c, epsilon, other, recipe, seed);
    }

    public KernelSvm recipe(Recipe other) {
        return new KernelSvm(kernel, c, epsilon, calibrated, other, seed);
    }

    public KernelSvm seed(long other) {
        return new KernelSvm(kernel, c, epsilon, calibrated, recipe, other);
    }

    /**
     * The machine for these rows.
     *
     * @throws Refused if the data cannot be used: case weights, offsets and counts have no meaning here
     */
    @Override
    public KernelModel fit(Dataset data) {
        return fit(data, Targets.of(data));
    }

    /** {@link #fit(Dataset)} with classes that were seen elsewhere, as a fold needs them. */
    public KernelModel fit(Dataset data, Targets targets) {
        refuse(data, targets);
        FittedRecipe fitted = recipe.fit(data);
        Encoded encoded = fitted.encode(data.table());
        double[] equal = Weights.equal(data.rows());
        Standardization standardization = Standardization.of(encoded.design(), equal, true, true);
        double[][] x = Rows.of(encoded.design(), standardization.centers(), standardization.scales());
        Machine machine = Machine.train(this, targets, x, targets.encode(data));
        return new KernelModel(
                KernelModel.SCHEMA,
                dev.taut.Version.TEXT,
                kernel.on(encoded.features().size()),
                c,
                epsilon,
                targets,
                fitted,
                standardization.centers(),
                standardization.scales(),
                machine,
                data.rows());
    }

    /** Refuses rows that a kernel machine has no place for. */
    public void refuse(Dataset data, Targets targets) {
        for (Role role : new Role[] {Role.WEIGHTS, Role.OFFSET, Role.EXPOSURE}) {
            data.find(role).ifPresent(column -> {
                throw unsuitable(
                        column.name(),
                        "a kernel machine has no place for the column `" + column.name() + "` as "
                                + role.name().toLowerCase(java.util.Locale.ROOT));
            });
        }
        if (data.task() == Task.COUNT || data.task() == Task.SURVIVAL) {
            throw unsuitable(
                    data.target().name(),
                    "a kernel machine predicts numbers or classes, not "
                            + (data.task() == Task.COUNT ? "counts" : "times until an event"));
        }
        if (!calibrated && targets.classes().size() > 2) {
            throw unsuitable(
                    data.target().name(),
                    "without calibration a kernel machine tells two classes apart, and `"
                            + data.target().name() + "` has "
                            + targets.classes().size());
        }
    }

    private static Refused unsuitable(String subject, String what) {
        return new Refused(Finding.of(Code.NOT_ALLOWED, subject, what));
    }
}
