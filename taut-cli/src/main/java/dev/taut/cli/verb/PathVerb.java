package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.PenaltyOptions;
import dev.taut.cli.option.ScaleOptions;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.show.PathView;
import dev.taut.path.Lambdas;
import dev.taut.run.Run;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The path alone. */
@Command(name = "path", description = "Who enters when? The solutions along λ, on all rows; --knots for the table.")
public final class PathVerb extends StudyVerb {
    @Mixin
    private StudyOptions options = new StudyOptions();

    @Mixin
    private PenaltyOptions penalty = new PenaltyOptions();

    @Option(names = "--lambda", paramLabel = "L", split = ",", description = "these strengths instead of a grid")
    private List<String> lambda = List.of();

    @Mixin
    private ScaleOptions scale = new ScaleOptions();

    @Option(names = "--knots", description = "the table of who enters and leaves")
    private boolean knots;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Override
    public String example() {
        return "taut path houses.csv --target price --knots";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--knots",
                "--task",
                "--loss",
                "--penalty",
                "--l1-ratio",
                "--lambdas",
                "--lambda",
                "--lambda-scale",
                "--compat",
                "--C",
                "--exclude",
                "--categorical",
                "--free",
                "--bounds",
                "--constrain",
                "--gap",
                "--output",
                "--json",
                "--markdown",
                "--verbose");
    }

    @Override
    StudyOptions options() {
        return options;
    }

    @Override
    FolderOptions folder() {
        return folder;
    }

    @Override
    FitPlan plan(Call call) {
        if (options.loss().estimatesTheta()) {
            throw Usage.refuse(
                    "--loss",
                    "`--loss negbin` estimates θ at a tuned λ, and path tunes none",
                    "--loss negbin:1, or what taut fit estimates");
        }
        scale.check(!lambda.isEmpty(), options.foreign().inverseGiven());
        if (!lambda.isEmpty() && options.foreign().inverseGiven()) {
            throw StudyOptions.twoStrengths();
        }
        FitPlan plan = scale.conventions(options.plan(call, penalty.shape(), new TuningOptions(), 0), given());
        return lambda.isEmpty() ? plan : plan.linear(plan.linear().lambdas(Lambdas.of(given())));
    }

    private double[] given() {
        return lambda.stream()
                .mapToDouble(text -> Usage.number("--lambda", text, 0, Double.POSITIVE_INFINITY))
                .toArray();
    }

    @Override
    FitPlan settled(FitPlan plan, CheckedData checked) {
        return scale.readPath(plan, checked, given());
    }

    @Override
    FitPlan inverted(FitPlan plan, CheckedData checked) {
        return options.foreign().inverted(plan, checked, true);
    }

    @Override
    int fits(FitPlan plan) {
        return 1;
    }

    @Override
    Outcome study(CheckedData checked, FitPlan plan, Progress progress) {
        return new Outcome(Study.path(checked, plan, progress), Optional.empty());
    }

    @Override
    void show(Call call, Run run) {
        PathView view = new PathView(
                run,
                call.console(),
                options.output().markdown(),
                options.output().verbose());
        if (knots) {
            view.knots();
        } else {
            view.summary();
        }
    }
}
