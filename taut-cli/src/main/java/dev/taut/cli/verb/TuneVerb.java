package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.PenaltyOptions;
import dev.taut.cli.option.ScaleOptions;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.show.ComparisonView;
import dev.taut.cli.show.TuningView;
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

/** Cross-validation over λ, and over the share of L1 if several are named; nothing is held out, nothing claimed. */
@Command(
        name = "tune",
        description = "How strong? The cross-validation curve over λ, and over several --l1-ratio. No final claims.")
public final class TuneVerb extends StudyVerb {
    @Mixin
    private StudyOptions options = new StudyOptions();

    @Mixin
    private PenaltyOptions penalty = new PenaltyOptions();

    @Mixin
    private TuningOptions tuning = new TuningOptions();

    @Mixin
    private ScaleOptions scale = new ScaleOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Override
    public String example() {
        return "taut tune houses.csv --target price --l1-ratio 0.1,0.5,0.9";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--task",
                "--loss",
                "--penalty",
                "--l1-ratio",
                "--lambdas",
                "--compat",
                "--rule",
                "--folds",
                "--repeats",
                "--nested",
                "--group-folds",
                "--time-folds",
                "--seed",
                "--exclude",
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
        scale.check(tuning.lambda().isPresent(), options.foreign().inverseGiven());
        scale.checkSingle(penalty.shapes().size() > 1);
        return scale.conventions(options.plan(call, penalty.shapes().get(0), tuning, 0));
    }

    @Override
    FitPlan settled(FitPlan plan, CheckedData checked) {
        // Of several shares none is the one to be read in another library's terms.
        return penalty.shapes().size() > 1 ? plan : scale.read(plan, checked);
    }

    @Override
    int fits(FitPlan plan) {
        return penalty.shapes().size() * tuning.paths();
    }

    @Override
    Outcome study(CheckedData checked, FitPlan plan, Progress progress) {
        List<Penalty> mixtures =
                penalty.shapes().stream().map(options.model()::adjusted).toList();
        Fit fit = mixtures.size() > 1
                ? Study.compare(checked, plan, mixtures, progress)
                : Study.fit(checked, plan, progress);
        return new Outcome(fit.run(), Optional.empty());
    }

    @Override
    void show(Call call, Run run) {
        new ComparisonView(run, call.console(), options.output().markdown()).print();
        new TuningView(
                        run,
                        call.console(),
                        options.output().markdown(),
                        options.output().verbose())
                .print();
    }
}
