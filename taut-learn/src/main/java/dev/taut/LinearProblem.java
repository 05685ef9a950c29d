package dev.taut;

import dev.taut.check.FeatureNames;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.glmnet.Family;
import dev.taut.glmnet.Glmnet;
import dev.taut.glmnet.GlmnetPath;
import dev.taut.glmnet.Grid;
import dev.taut.interaction.Admission;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.loss.Loss;
import dev.taut.loss.PiecewiseLoss;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.path.RowLoss;
import dev.taut.penalty.MajorizedProx;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Offsets;
import dev.taut.recipe.Refits;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link Linear} specification bound to the rows of a table: the design, and the loss on its target. */
public final class LinearProblem {
    private final Linear spec;
    private final Dataset data;
    private final Targets targets;
    private final FittedRecipe recipe;
    private final PathProblem problem;
    private final double weight;
    private final Optional<Admission> admission;

    private LinearProblem(
            Linear spec,
            Dataset data,
            Targets targets,
            FittedRecipe recipe,
            PathProblem problem,
            double weight,
            Optional<Admission> admission) {
        this.spec = spec;
        this.data = data;
        this.targets = targets;
        this.recipe = recipe;
        this.problem = problem;
        this.weight = weight;
        this.admission = admission;
    }

    static LinearProblem of(Linear spec, Dataset data, Targets targets) {
        Linear.Settings settings = spec.settings();
        refuseUnknown(settings.penalty(), data);
        FittedRecipe recipe = settings.recipeFor().fit(data);
        Encoded encoded = recipe.encode(data.table(), settings.storage());
        double[] weights = Targets.weights(data);
        Datafit datafit = spec.loss(data).on(targets.encode(data), weights);
        double weight = Vectors.sum(weights, 0, weights.length);
        if (!settings.recipe().interactions().exist()) {
            PathProblem problem = problem(spec, data, encoded, datafit, settings.penalty());
            return new LinearProblem(spec, data, targets, recipe, problem, weight, Optional.empty());
        }
        PathProblem main = problem(spec, data, encoded, datafit, Penalty.lasso());
        Admission admission = Admission.of(settings.recipe().interactions(), spec.loss(data), main, recipe);
        FittedRecipe crossed = recipe.crossed(admission.crossings());
        PathProblem problem = problem(
                spec,
                data,
                crossed.encode(data.table(), settings.storage()),
                datafit,
                admission.kept(settings.penalty()));
        return new LinearProblem(spec, data, targets, crossed, problem, weight, Optional.of(admission));
    }

    private static PathProblem problem(Linear spec, Dataset data, Encoded encoded, Datafit datafit, Penalty asked) {
        Penalty penalty = asked.among(encoded.features());
        return combined(penalty, () -> {
            refuseUncertifiable(spec.loss(data), penalty, encoded.features());
            return new PathProblem(
                    encoded.design(),
                    encoded.features(),
                    datafit,
                    penalty,
                    offsets(data, datafit.outputs()),
                    spec.hasIntercept(data),
                    spec.settings().standardize());
        });
    }

    /**
     * The same rows, encoded once, under another specification; empty if it would encode them differently or asks for more
     * than another penalty.
     */
    public Optional<LinearProblem> under(Linear other) {
        Linear.Settings mine = spec.settings();
        Linear.Settings its = other.settings();
        boolean alike = mine.standardize() == its.standardize()
                && mine.intercept() == its.intercept()
                && mine.storage().equals(its.storage())
                && spec.loss(data).equals(other.loss(data));
        if (!alike
                || its.recipe().interactions().exist()
                || !its.recipeFor().fit(data).equals(recipe)) {
            return Optional.empty();
        }
        refuseUnknown(its.penalty(), data);
        Penalty penalty = its.penalty().among(problem.features());
        PathProblem penalised = combined(
                penalty,
                () -> new PathProblem(
                        problem.design(),
                        problem.features(),
                        problem.datafit(),
                        penalty,
                        problem.offset(),
                        problem.intercept(),
                        problem.standardize()));
        return Optional.of(new LinearProblem(other, data, targets, recipe, penalised, weight, Optional.empty()));
    }

    /** What cannot be combined is the user's to change. */
    private static PathProblem combined(Penalty penalty, Supplier<PathProblem> problem) {
        try {
            return problem.get();
        } catch (Refused refused) {
            throw refused;
        } catch (IllegalArgumentException e) {
            throw new Refused(Finding.of(Code.USAGE, penalty.name(), String.valueOf(e.getMessage())));
        }
    }

    /** A loss with corners and a concave penalty would have no certificate at all. */
    private static void refuseUncertifiable(Loss loss, Penalty penalty, Features features) {
        if (loss instanceof PiecewiseLoss && penalty.at(1, features) instanceof MajorizedProx) {
            throw new Refused(Finding.of(
                            Code.USAGE,
                            penalty.name(),
                            "the loss " + loss.name() + " has corners and needs a convex penalty, which "
                                    + penalty.name() + " is not")
                    .help("--penalty lasso, ridge or enet"));
        }
    }

    private static void refuseUnknown(Penalty penalty, Dataset data) {
        Refused.ifAny(penalty.columns().stream()
                .flatMap(name -> FeatureNames.problem(name, "the penalty", data).stream())
                .toList());
    }

    /** Offset and exposure once per output; an empty array if there is neither. */
    static double[] offsets(Dataset data, int outputs) {
        if (!Offsets.exist(data)) {
            return new double[0];
        }
        double[] once = Offsets.of(data);
        double[] all = new double[once.length * outputs];
        for (int k = 0; k < outputs; k++) {
            System.arraycopy(once, 0, all, k * once.length, once.length);
        }
        return all;
    }

    public Linear spec() {
        return spec;
    }

    /** The rows. */
    public Dataset data() {
        return data;
    }

    /** How the target is coded. */
    public Targets targets() {
        return targets;
    }

    /** How the rows were encoded. */
    public FittedRecipe recipe() {
        return recipe;
    }

    /** Which interactions entered and why; empty unless they were asked for. */
    public Optional<Admission> admission() {
        return admission;
    }

    /** What is minimised, over raw columns. */
    public PathProblem problem() {
        return problem;
    }

    /** The loss on some of the rows; empty where the loss of a row depends on other rows. */
    public Optional<RowLoss> rowLoss() {
        return RowLoss.of(spec.loss(data), targets.encode(data));
    }

    /** On which of the rows the recipe would be the same. */
    public Refits refits() {
        return new Refits(spec.settings().recipeFor(), data, recipe);
    }

    /** The solutions along λ. */
    public LinearPath path(Lambdas lambdas, Observer observer) {
        return spec.glmnet().isPresent()
                ? with(glmnet(observer))
                : with(Paths.walk(problem, lambdas, spec.settings().stopping(), observer));
    }

    /**
     * The path under glmnet's conventions, on its default grid unless another one was asked for.
     *
     * @throws Refused if glmnet has no such loss or penalty
     */
    public GlmnetPath glmnet(Observer observer) {
        return glmnet(spec.glmnet().orElse(Grid.DEFAULT), observer);
    }

    /** The path under glmnet's conventions on some other grid. */
    public GlmnetPath glmnet(Grid grid, Observer observer) {
        if (data.find(Role.START).isPresent() || data.find(Role.STRATA).isPresent()) {
            throw refused("glmnet 4.1 does not converge where rows enter late or have strata");
        }
        if (spec.settings().standardize() && problem.features().list().stream().anyMatch(Feature::shared)) {
            throw refused("glmnet scales every word by itself, Taut the words of a column together; --no-standardize");
        }
        try {
            return Glmnet.path(
                    problem,
                    Family.of(spec.loss(data).name(), spec.settings().penalty()),
                    grid,
                    spec.settings().stopping(),
                    observer);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private static Refused refused(@Nullable String why) {
        return new Refused(Finding.of(Code.USAGE, "--compat", "`--compat glmnet`: " + why));
    }

    /** A path under glmnet's conventions, in Taut's terms. */
    public LinearPath with(GlmnetPath path) {
        return new LinearPath(this, spec.penalty(path.penalty()), path.path(), problem.design(), weight);
    }

    /** A path of this problem that was found by other means. */
    public LinearPath with(LambdaPath path) {
        return new LinearPath(this, spec, path, problem.design(), weight);
    }
}
