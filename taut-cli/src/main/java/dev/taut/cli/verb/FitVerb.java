package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.HoldoutOptions;
import dev.taut.cli.option.KernelOptions;
import dev.taut.cli.option.PenaltyOptions;
import dev.taut.cli.option.ScaleOptions;
import dev.taut.cli.option.TuningOptions;
import dev.taut.cli.show.KernelView;
import dev.taut.cli.show.RunView;
import dev.taut.run.Run;
import dev.taut.study.Fit;
import dev.taut.study.KernelFit;
import dev.taut.study.KernelStudy;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job: checks, path, cross-validation, rule, holdout, model and report. */
@Command(
        name = "fit",
        description =
                "Just do it well: check the data, walk the path, tune λ, test on held-out rows, write model and report.")
public final class FitVerb extends StudyVerb {
    @Mixin
    private StudyOptions options = new StudyOptions();

    @Mixin
    private PenaltyOptions penalty = new PenaltyOptions();

    @Mixin
    private KernelOptions kernel = new KernelOptions();

    @Mixin
    private TuningOptions tuning = new TuningOptions();

    @Mixin
    private ScaleOptions scale = new ScaleOptions();

    @Mixin
    private HoldoutOptions holdout = new HoldoutOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Override
    public String example() {
        return "taut fit houses.csv --target price -o out";
    }

    @Override
    public List<String> explained() {
        return List.of(
                "--target",
                "--output",
                "--task",
                "--loss",
                "--penalty",
                "--kernel",
                "--lambda",
                "--lambda-scale",
                "--compat",
                "--rule",
                "--folds",
                "--repeats",
                "--holdout",
                "--seed",
                "--exclude",
                "--categorical",
                "--weights",
                "--allow",
                "--strict",
                "--dry-run",
                "--json",
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

    /** {@code houses-taut} for {@code data/houses.csv.gz}; nothing if only JSON is wanted. */
    @Override
    String defaultFolder() {
        if (options.output().json()) {
            return "";
        }
        Path file = Path.of(options.data()).getFileName();
        return file == null ? "" : file.toString().replaceFirst("\\..*", "") + "-taut";
    }

    @Override
    FitPlan plan(Call call) {
        kernel.check(options.foreign(), options.loss(), call.resolved());
        scale.check(tuning.lambda().isPresent(), options.foreign().inverseGiven());
        return scale.conventions(options.plan(call, penalty.shape(), tuning, holdout.share()));
    }

    @Override
    FitPlan settled(FitPlan plan, CheckedData checked) {
        return scale.read(plan, checked);
    }

    @Override
    boolean walks() {
        return !kernel.given();
    }

    @Override
    FitPlan inverted(FitPlan plan, CheckedData checked) {
        return kernel.given() ? plan : super.inverted(plan, checked);
    }

    @Override
    int fits(FitPlan plan) {
        if (kernel.given()) {
            return kernel.fits(options.foreign(), tuning.foldCount() * tuning.repeatCount());
        }
        return tuning.paths();
    }

    @Override
    Outcome study(CheckedData checked, FitPlan plan, Progress progress) {
        if (kernel.given()) {
            KernelFit fit = KernelStudy.fit(checked, kernel.plan(plan, options.foreign(), options.loss()), progress);
            return new Outcome(fit.run(), Optional.of(fit.model()));
        }
        Fit fit = Study.fit(checked, plan, progress);
        return new Outcome(fit.run(), Optional.of(fit.model()));
    }

    @Override
    void show(Call call, Run run) {
        if (run.kernel().isPresent()) {
            new KernelView(run, call.console(), options.output().markdown()).print();
            return;
        }
        new RunView(
                        run,
                        call.console(),
                        options.output().markdown(),
                        options.output().verbose())
                .print();
    }
}
