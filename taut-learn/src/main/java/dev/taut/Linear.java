package dev.taut;

import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.design.Storage;
import dev.taut.glmnet.Grid;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Ties;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Contrast;
import dev.taut.recipe.Recipe;
import dev.taut.recipe.Targets;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.List;
import java.util.Optional;

/**
 * minimise (1/W) Σ wᵢ ℓ(yᵢ, β₀ + xᵢᵀβ) + λ · penalty(β): the specification of a penalised linear model.
 *
 * <p>Immutable. Columns are standardized (inside every fit, on its own rows), an intercept is fitted and never
 * penalised, the penalty is the lasso, λ runs over {@link Lambdas#DEFAULT}: all of which the methods change.
 */
public final class Linear {
    private final Optional<Loss> loss;
    private final Settings settings;
    private final Optional<Grid> glmnet;

    /**
     * Everything but the loss.
     *
     * @param penalty     default lasso
     * @param lambdas     default 100 values
     * @param recipe      how a table becomes a design
     * @param standardize default true
     * @param intercept   default true
     * @param stopping    default: relative duality gap 1e-9
     * @param storage     how dense columns are kept while a model is fitted, default doubles; all is computed in double
     */
    public record Settings(
            Penalty penalty,
            Lambdas lambdas,
            Recipe recipe,
            boolean standardize,
            boolean intercept,
            Stopping stopping,
            Storage storage) {
        static final Settings DEFAULT = new Settings(
                Penalty.lasso(), Lambdas.DEFAULT, Recipe.standard(), true, true, Stopping.DEFAULT, Storage.DOUBLE);

        /** The recipe; without a penalty a category drops its reference level, or there were no unique solution. */
        Recipe recipeFor() {
            return penalty.shape().equals(Penalty.none()) ? recipe.contrast(Contrast.REFERENCE) : recipe;
        }
    }

    private Linear(Optional<Loss> loss, Settings settings, Optional<Grid> glmnet) {
        this.loss = loss;
        this.settings = settings;
        this.glmnet = glmnet;
    }

    /** The loss that suits the dataset's task: squared, logistic, multinomial or Poisson. */
    public static Linear model() {
        return new Linear(Optional.empty(), Settings.DEFAULT, Optional.empty());
    }

    /** Squared loss. */
    public static Linear regression() {
        return of(Losses.squared());
    }

    /** Logistic loss for two classes. */
    public static Linear logistic() {
        return of(Losses.logistic());
    }

    /** Multinomial loss for three or more classes. */
    public static Linear multinomial() {
        return of(Losses.multinomial());
    }

    /** Proportional odds for classes in their order ({@link Dataset#classes}). */
    public static Linear ordinal() {
        return of(Losses.ordinal());
    }

    /** Poisson loss with log link, for counts. */
    public static Linear poisson() {
        return of(Losses.poisson());
    }

    /** Proportional hazards with Efron's ties, for times and events. */
    public static Linear cox() {
        return of(Losses.cox(Ties.EFRON));
    }

    /** The linear support vector machine: hinge loss for two classes; predictions are decision values and labels. */
    public static Linear hinge() {
        return of(Losses.hinge());
    }

    /** The same with squared hinge loss, which is smooth. */
    public static Linear squaredHinge() {
        return of(Losses.squaredHinge());
    }

    /** Any loss. */
    public static Linear of(Loss loss) {
        return new Linear(Optional.of(loss), Settings.DEFAULT, Optional.empty());
    }

    /** The same specification with another loss. */
    public Linear loss(Loss other) {
        return new Linear(Optional.of(other), settings, glmnet);
    }

    public Linear penalty(Penalty penalty) {
        return with(new Settings(
                penalty,
                settings.lambdas,
                settings.recipe,
                settings.standardize,
                settings.intercept,
                settings.stopping,
                settings.storage));
    }

    public Linear lambdas(Lambdas lambdas) {
        return with(new Settings(
                settings.penalty,
                lambdas,
                settings.recipe,
                settings.standardize,
                settings.intercept,
                settings.stopping,
                settings.storage));
    }

    public Linear recipe(Recipe recipe) {
        return with(new Settings(
                settings.penalty,
                settings.lambdas,
                recipe,
                settings.standardize,
                settings.intercept,
                settings.stopping,
                settings.storage));
    }

    public Linear standardize(boolean standardize) {
        return with(new Settings(
                settings.penalty,
                settings.lambdas,
                settings.recipe,
                standardize,
                settings.intercept,
                settings.stopping,
                settings.storage));
    }

    public Linear intercept(boolean intercept) {
        return with(new Settings(
                settings.penalty,
                settings.lambdas,
                settings.recipe,
                settings.standardize,
                intercept,
                settings.stopping,
                settings.storage));
    }

    public Linear stopping(Stopping stopping) {
        return with(new Settings(
                settings.penalty,
                settings.lambdas,
                settings.recipe,
                settings.standardize,
                settings.intercept,
                stopping,
                settings.storage));
    }

    /** Float32 halves the memory of the design; a column that it cannot keep apart is refused (T0208). */
    public Linear storage(Storage storage) {
        return with(new Settings(
                settings.penalty,
                settings.lambdas,
                settings.recipe,
                settings.standardize,
                settings.intercept,
                settings.stopping,
                storage));
    }

    private Linear with(Settings other) {
        return new Linear(loss, other, glmnet);
    }

    /**
     * The same model under the conventions of R's glmnet: l1Ratio is its alpha, factors are its {@code penalty.factor}, a
     * path visits its grid and ends where it ends, ties of a survival are Breslow's unless a loss was named, and folds are those
     * of {@code cv.glmnet} ({@link dev.taut.glmnet.Glmnet}).
     */
    public Linear asGlmnet(Grid grid) {
        return new Linear(loss, settings, Optional.of(grid));
    }

    /** The grid of glmnet, if its conventions hold. */
    public Optional<Grid> glmnet() {
        return glmnet;
    }

    public Settings settings() {
        return settings;
    }

    /** Whether a model for the dataset has an intercept: if it is wanted and the loss knows one. */
    public boolean hasIntercept(Dataset data) {
        return settings.intercept && loss(data).hasIntercept();
    }

    /** The loss for a dataset. */
    public Loss loss(Dataset data) {
        return loss.orElseGet(() -> switch (data.task()) {
            case REGRESSION -> Losses.squared();
            case BINARY -> Losses.logistic();
            case MULTICLASS -> Losses.multinomial();
            case COUNT -> Losses.poisson();
            case SURVIVAL -> Losses.cox(glmnet.isPresent() ? Ties.BRESLOW : Ties.EFRON);
        });
    }

    /** The dataset with the task that this loss solves, if a loss was named. */
    public Dataset typed(Dataset data) {
        return loss.map(chosen -> typed(data, tasks(chosen))).orElse(data);
    }

    private static Dataset typed(Dataset data, List<Task> suitable) {
        boolean suits = data.givenTask().filter(suitable::contains).isPresent();
        return suits ? data : data.task(suitable.get(0));
    }

    /** The name of the loss, if one was named rather than left to the task. */
    public Optional<String> namedLoss() {
        return loss.map(Loss::name);
    }

    /** The tasks that a loss solves, the usual one first. */
    public static List<Task> tasks(Loss loss) {
        return switch (Losses.family(loss.name())) {
            case "logistic", "probit", "cloglog", "hinge", "squared_hinge" -> List.of(Task.BINARY);
            case "multinomial", "ordinal" -> List.of(Task.MULTICLASS);
            case "poisson", "negbin" -> List.of(Task.COUNT, Task.REGRESSION);
            case "squared", "huber", "gamma", "tweedie" -> List.of(Task.REGRESSION, Task.COUNT);
            case "cox", "cox-efron" -> List.of(Task.SURVIVAL);
            default -> List.of(Task.REGRESSION);
        };
    }

    /**
     * The solutions along λ for all rows of the dataset, each with its certificate.
     *
     * @throws dev.taut.finding.Refused if the data cannot be used
     */
    public LinearPath path(Dataset data) {
        return path(data, Observer.SILENT);
    }

    /** {@link #path(Dataset)}, watched. */
    public LinearPath path(Dataset data, Observer observer) {
        Dataset typed = typed(data);
        return path(typed, Targets.of(typed), observer);
    }

    /** {@link #path(Dataset, Observer)} with classes that were seen elsewhere, as a fold needs them. */
    public LinearPath path(Dataset data, Targets targets, Observer observer) {
        return on(data, targets).path(settings.lambdas, observer);
    }

    /** This specification bound to the rows of a dataset, its target coded as told. */
    public LinearProblem on(Dataset data, Targets targets) {
        return LinearProblem.of(this, typed(data), targets);
    }

    /** The learner at a single λ. */
    public Learner<LinearModel> at(double lambda) {
        Linear single = lambdas(Lambdas.of(lambda));
        return data -> {
            LinearPath path = single.path(data);
            return path.model(path.path().knots().get(0));
        };
    }
}
