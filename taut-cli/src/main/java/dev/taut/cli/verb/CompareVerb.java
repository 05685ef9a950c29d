package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.HoldoutOptions;
import dev.taut.cli.option.Penalties;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.show.ComparisonView;
import dev.taut.penalty.Penalty;
import dev.taut.run.Run;
import dev.taut.study.Fit;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Several penalties on the same folds, with paired differences. */
@Command(
        name = "compare",
        description = "L1, L2 or both? Several penalties on the same folds and held-out rows, with paired differences.")
public final class CompareVerb extends StudyVerb {
    @Mixin
    private StudyOptions options = new StudyOptions();

    @Option(
            names = "--penalties",
            paramLabel = "LIST",
            split = ",",
            defaultValue = "none,ridge,enet:0.5,lasso",
            description = "which ones")
    private List<String> penalties = List.of("none", "ridge", "enet:0.5", "lasso");

    @Mixin
    private TuningOptions tuning = new TuningOptions();

    @Mixin
    private HoldoutOptions holdout = new HoldoutOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Override
    public String example() {
        return "taut compare houses.csv --target price --penalties ridge,enet:0.5,lasso";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--penalties",
                "--task",
                "--loss",
                "--rule",
                "--folds",
                "--repeats",
                "--holdout",
                "--split-column",
                "--lambdas",
                "--seed",
                "--exclude",
                "--categorical",
                "--weights",
                "--output",
                "--json",
                "--markdown");
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
        return options.plan(call, shapes().get(0), tuning, holdout.share());
    }

    private List<Penalty> shapes() {
        return penalties.stream()
                .map(Penalties::named)
                .map(options.model()::adjusted)
                .toList();
    }

    @Override
    int fits(FitPlan plan) {
        return penalties.size() * (1 + tuning.foldCount() * tuning.repeatCount());
    }

    @Override
    Outcome study(CheckedData checked, FitPlan plan, Progress progress) {
        Fit fit = Study.compare(checked, plan, shapes(), progress);
        return new Outcome(fit.run(), Optional.of(fit.model()));
    }

    @Override
    void show(Call call, Run run) {
        new ComparisonView(run, call.console(), options.output().markdown()).print();
    }
}
