package dev.taut.cli.option;

import dev.taut.design.Storage;
import dev.taut.loss.Loss;
import dev.taut.loss.Losses;
import dev.taut.loss.Ties;
import dev.taut.path.Lambdas;
import dev.taut.penalty.Constraint;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is minimised, but for the shape of the penalty: grid, scaling, intercept, adjustments, and how exactly. */
public final class ModelOptions {
    @Option(
            names = "--lambdas",
            paramLabel = "N[:RATIO]",
            defaultValue = "100",
            description = "values tried: how many, smallest/largest")
    private String lambdas = "100";

    @Option(names = "--free", paramLabel = "COLS", split = ",", description = "never penalise these columns")
    private List<String> free = List.of();

    @Option(names = "--force", paramLabel = "COLS", split = ",", description = "never drop nor penalise these columns")
    private List<String> force = List.of();

    @Option(names = "--bounds", paramLabel = "COL=A..B", split = ",", description = "keep coefficients in an interval")
    private List<String> bounds = List.of();

    @Option(
            names = "--constrain",
            paramLabel = "EXPR",
            split = ";",
            description = {
                "linear constraints on coefficients",
                "such as 'a <= b <= c', 'a + 2*b <= 3' or 'a + b + c = 0'; several are separated by ; and names with other"
                        + " characters than letters, digits, _ and . stand between backticks"
            })
    private List<String> constrain = List.of();

    @Option(
            names = "--standardize",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "scale columns to sd 1 inside each fold")
    private boolean standardize = true;

    @Option(names = "--no-intercept", description = "fit through the origin")
    private boolean noIntercept;

    @Option(
            names = "--ties",
            paramLabel = "HOW",
            defaultValue = "efron",
            description = "events at one time, for survival: efron or breslow")
    private String ties = "efron";

    @Option(
            names = "--max-epochs",
            paramLabel = "N",
            defaultValue = "100000",
            description = "passes over the columns before giving up")
    private String maxEpochs = "100000";

    @Option(
            names = "--gap",
            paramLabel = "G",
            defaultValue = "1e-9",
            description = "relative duality gap that proves a solution")
    private String gap = "1e-9";

    @Option(
            names = "--storage",
            paramLabel = "TYPE",
            defaultValue = "double",
            description = "numbers of the design: double, or float32 in half the memory")
    private String storage = "double";

    /** The shape with free columns, bounds and constraints. */
    public Penalty adjusted(Penalty shape) {
        Penalty adjusted = shape;
        List<String> unpenalised = new ArrayList<>(free);
        unpenalised.addAll(force);
        if (!unpenalised.isEmpty()) {
            adjusted = adjusted.free(unpenalised.stream().map(String::strip).toArray(String[]::new));
        }
        for (Bound bound : bounds()) {
            adjusted = adjusted.within(bound.columns(), bound.lower(), bound.upper());
        }
        return adjusted.subjectTo(constraints().toArray(Constraint[]::new));
    }

    public List<Constraint> constraints() {
        return constrain.stream()
                .flatMap(text -> ConstraintText.parse(text).stream())
                .toList();
    }

    public List<Bound> bounds() {
        return bounds.stream().map(Bound::parse).toList();
    }

    public List<String> free() {
        return free;
    }

    public List<String> force() {
        return force;
    }

    /** {@code 100}, {@code 50:1e-5}. */
    public Lambdas lambdas() {
        int colon = lambdas.indexOf(':');
        int count = Usage.whole("--lambdas", colon < 0 ? lambdas : lambdas.substring(0, colon), 1);
        if (colon < 0) {
            return Lambdas.grid(count, 0);
        }
        double ratio = Usage.number("--lambdas", lambdas.substring(colon + 1), 0, 1);
        if (ratio <= 0 || ratio >= 1) {
            throw Usage.refuse(
                    "--lambdas",
                    "`--lambdas " + lambdas + "`: the ratio lies between 0 and 1",
                    "for example --lambdas " + count + ":1e-4");
        }
        return Lambdas.grid(count, ratio);
    }

    public boolean standardize() {
        return standardize;
    }

    public boolean intercept() {
        return !noIntercept;
    }

    /** The loss of a survival task with Breslow's ties; empty for Efron's, which such a task implies. */
    public Optional<Loss> ties() {
        return Usage.choice("--ties", ties, List.of("efron", "breslow")).equals("breslow")
                ? Optional.of(Losses.cox(Ties.BRESLOW))
                : Optional.empty();
    }

    public Storage storage() {
        return Usage.choice("--storage", storage, List.of("double", "float32")).equals("double")
                ? Storage.DOUBLE
                : Storage.FLOAT32;
    }

    public Stopping stopping() {
        double asked = Usage.number("--gap", gap, 0, 1);
        if (asked == 0) {
            throw Usage.refuse("--gap", "`--gap " + gap + "`: a number above 0 is needed", "for example --gap 1e-9");
        }
        return new Stopping(asked, Usage.whole("--max-epochs", maxEpochs, 1));
    }
}
