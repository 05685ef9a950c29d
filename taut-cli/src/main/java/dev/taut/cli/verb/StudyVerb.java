package dev.taut.cli.verb;

import dev.taut.check.CheckedData;
import dev.taut.cli.call.Call;
import dev.taut.cli.call.DryRun;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.call.Loading;
import dev.taut.cli.call.Outcome;
import dev.taut.cli.call.Partial;
import dev.taut.cli.call.StudyProgress;
import dev.taut.cli.option.FolderOptions;
import dev.taut.cli.option.Usage;
import dev.taut.cli.output.Reopened;
import dev.taut.cli.output.RunFolder;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.study.Alternation;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.nio.file.Path;
import java.util.List;

/** A verb whose answer is a run. */
abstract class StudyVerb implements Verb {
    abstract StudyOptions options();

    abstract FolderOptions folder();

    /** The folder for the files if none is named; empty for none. */
    String defaultFolder() {
        return "";
    }

    /** What is to be done, resolved; refuses what contradicts itself. */
    abstract FitPlan plan(Call call);

    /** Whether a study that is cancelled leaves a path behind. */
    boolean walks() {
        return true;
    }

    /** How many paths a plan fits. */
    abstract int fits(FitPlan plan);

    /** The plan once the rows are known: what depends on them is said in Taut's terms. */
    FitPlan settled(FitPlan plan, CheckedData checked) {
        return plan;
    }

    /** The plan at the λ that {@code --C} means for these rows. */
    FitPlan inverted(FitPlan plan, CheckedData checked) {
        return options().foreign().inverted(plan, checked, false);
    }

    /** Does it. */
    abstract Outcome study(CheckedData checked, FitPlan plan, Progress progress);

    /** Shows a run on standard output. */
    abstract void show(Call call, Run run);

    @Override
    public final int run(Call call) {
        FitPlan asked = wholePlan(call);
        if (options().dryRun()) {
            return DryRun.print(call, fits(asked), options().output().json());
        }
        String name = folder().output().isEmpty() ? defaultFolder() : folder().output();
        Path path = Loading.path(call, name);
        if (!name.isEmpty()) {
            RunFolder.check(path, name, folder().overwrite());
        }
        CheckedData checked = options().checked(call, asked);
        FitPlan plan = inverted(settled(asked, checked), checked);
        StudyProgress progress = new StudyProgress(call);
        Outcome outcome;
        try {
            outcome = estimated(call, checked, plan, progress);
        } catch (Progress.Cancelled e) {
            return Partial.save(call, checked, plan, progress, walks() ? name : "");
        }
        Run run = name.isEmpty() ? outcome.run() : Reopened.counted(outcome.run(), path);
        print(call, run);
        if (!name.isEmpty()) {
            List<String> files = RunFolder.write(run, outcome.model(), path, name);
            Wrap.lines("  wrote " + String.join(" ", files), Console.WIDTH, "        ")
                    .forEach(call.console()::say);
        }
        return exit(call, run);
    }

    /** The work without showing or writing anything but narration. */
    final Outcome outcome(Call call) {
        FitPlan plan = wholePlan(call);
        CheckedData checked = options().checked(call, plan);
        return estimated(call, checked, inverted(settled(plan, checked), checked), new StudyProgress(call));
    }

    /** The study, after θ of the loss was estimated if it was not given. */
    private Outcome estimated(Call call, CheckedData checked, FitPlan plan, Progress progress) {
        if (!options().loss().estimatesTheta()) {
            return study(checked, plan, progress);
        }
        long start = System.nanoTime();
        Alternation found = Alternation.of(checked, plan, progress);
        call.console()
                .narrate(
                        "Estimated",
                        "θ = " + found.theta() + " in " + found.rounds() + " rounds of tuning",
                        (System.nanoTime() - start) / 1e9);
        return study(found.checked(), found.plan(), progress);
    }

    private FitPlan wholePlan(Call call) {
        if (options().output().json() && options().output().markdown()) {
            throw Usage.refuse("--json", "`--json` and `--markdown` contradict each other", "--json");
        }
        return plan(call);
    }

    final void print(Call call, Run run) {
        if (options().output().json()) {
            call.console().machine(RunJson.write(run));
        } else {
            show(call, run);
        }
        call.console().findings(run.findings());
    }

    /** 4 if the solution shown is not proved, or if gates are strict and there is a warning. */
    private int exit(Call call, Run run) {
        List<KnotSummary> knots = run.path().knots();
        boolean walked = !knots.isEmpty();
        if (walked && !knots.get(run.solution().knot()).certificate().converged()) {
            call.console().error("the solution has no certificate (T0502)");
            return ExitCode.GATE;
        }
        long warnings = run.findings().stream()
                .filter(f -> f.severity() == Severity.WARNING)
                .count();
        if (options().gate().strict() && warnings > 0) {
            call.console().error("--strict: " + Wording.count(warnings, "warning", "warnings"));
            return ExitCode.GATE;
        }
        return ExitCode.DONE;
    }
}
