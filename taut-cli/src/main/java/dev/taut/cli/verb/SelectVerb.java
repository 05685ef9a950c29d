package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.PenaltyOptions;
import dev.taut.cli.option.StabilityOptions;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.show.SelectionView;
import dev.taut.run.Run;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Features selected with a promise about false ones. */
@Command(
        name = "select",
        description =
                "Can I trust the selected set? Features that halves of the rows select, and how many may be false.")
public final class SelectVerb extends StudyVerb {
    @Mixin
    private StudyOptions options = new StudyOptions();

    @Mixin
    private PenaltyOptions penalty = new PenaltyOptions();

    @Mixin
    private StabilityOptions stability = new StabilityOptions();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "the one source of randomness")
    private String seed = "42";

    @Option(names = "--threads", paramLabel = "N", description = "fits at a time; never changes a result")
    private String threads = "";

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Override
    public String example() {
        return "taut select houses.csv --target price";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--expected",
                "--threshold",
                "--budget",
                "--assume",
                "--pairs",
                "--task",
                "--loss",
                "--penalty",
                "--group-folds",
                "--seed",
                "--exclude",
                "--free",
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
                    "`--loss negbin` estimates θ at a tuned λ, and select tunes none",
                    "--loss negbin:1, or what taut fit estimates");
        }
        if (options.foreign().inverseGiven()) {
            throw Usage.refuse("--C", "`--C` says one strength, and select needs a path", "--lambdas 100:1e-3");
        }
        stability.control();
        TuningOptions none = new TuningOptions();
        FitPlan plan = options.plan(call, penalty.shape(), none, 0).seed(Usage.seed("--seed", seed));
        return plan.threads(threads.isEmpty() ? none.threads() : Usage.whole("--threads", threads, 1));
    }

    @Override
    int fits(FitPlan plan) {
        return 1 + 2 * stability.pairs();
    }

    @Override
    Outcome study(CheckedData checked, FitPlan plan, Progress progress) {
        return new Outcome(
                Study.select(checked, plan, stability.pairs(), stability.control(), progress), Optional.empty());
    }

    @Override
    void show(Call call, Run run) {
        new SelectionView(
                        run,
                        call.console(),
                        options.output().markdown(),
                        options.output().verbose())
                .print();
    }
}
