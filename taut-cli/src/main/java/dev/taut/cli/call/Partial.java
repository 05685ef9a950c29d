package dev.taut.cli.call;

import dev.taut.check.CheckedData;
import dev.taut.cli.output.RunFolder;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.run.Run;
import dev.taut.study.Study;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept of a study that somebody ended early: the path, if it was walked, and that it is not all. */
public final class Partial {
    /** A path that took longer is not walked again after Ctrl-C. */
    private static final double QUICK = 5;

    private Partial() {}

    public static int save(Call call, CheckedData checked, FitPlan plan, StudyProgress progress, String folder) {
        Finding finding = Finding.of(
                        Code.CANCELLED, "", "cancelled " + progress.state() + ": λ was not tuned, nothing was tested")
                .help(plan.command());
        if (folder.isEmpty() || progress.walked() > QUICK) {
            call.console().findings(List.of(finding.because("nothing was written")));
        } else {
            Run run = marked(Study.path(checked, plan, Progress.SILENT), finding);
            List<String> files = RunFolder.write(run, Optional.empty(), Loading.path(call, folder), folder);
            call.console().findings(List.of(finding.because("the path is saved, without a model")));
            call.console().say("  wrote " + String.join(" ", files));
        }
        return ExitCode.CANCELLED;
    }

    private static Run marked(Run run, Finding finding) {
        List<Finding> findings = new ArrayList<>(List.of(finding));
        findings.addAll(run.findings());
        return new Run(
                run.schema(),
                run.provenance(),
                run.data(),
                findings,
                run.objective(),
                run.path(),
                run.tuning(),
                run.solution(),
                run.effect(),
                run.holdout(),
                run.comparison(),
                run.kernel(),
                run.selection(),
                run.survival(),
                run.text(),
                run.interactions(),
                run.times());
    }
}
