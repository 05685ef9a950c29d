package dev.taut.cli.output;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.run.Holdout;
import dev.taut.run.Provenance;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts how often the same held-out rows were looked at with other settings (T0604): a folder that holds an earlier run on
 * the same rows passes its count on.
 */
public final class Reopened {
    private Reopened() {}

    /** The run with the count, and with the finding beyond the first time. */
    public static Run counted(Run run, Path folder) {
        Optional<Run> earlier = earlier(folder).filter(before -> sameRows(before, run));
        if (earlier.isEmpty() || run.holdout().isEmpty()) {
            return run;
        }
        int before = earlier.get().holdout().map(Holdout::opened).orElse(0);
        int opened = sameModel(earlier.get(), run) ? before : before + 1;
        return opened < 2 ? run : with(run, opened);
    }

    /** A run as if it were the first on its held-out rows. */
    public static Run first(Run run) {
        return with(
                run,
                run.findings().stream()
                        .filter(f -> f.code() != Code.HOLDOUT_REUSED)
                        .toList(),
                1);
    }

    private static Optional<Run> earlier(Path folder) {
        Path file = folder.resolve(RunFolder.RUN);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunJson.read(Files.readString(file)));
        } catch (IOException | IllegalArgumentException unreadable) {
            // A run of another version is about to be replaced; what it knew cannot be counted.
            return Optional.empty();
        }
    }

    private static boolean sameRows(Run before, Run run) {
        Provenance a = before.provenance();
        Provenance b = run.provenance();
        return a.seed() == b.seed()
                && !a.dataSha256().isEmpty()
                && a.dataSha256().equals(b.dataSha256())
                && before.data().target().name().equals(run.data().target().name())
                && before.data().holdoutRows() == run.data().holdoutRows();
    }

    private static boolean sameModel(Run before, Run run) {
        return before.solution().equals(run.solution())
                && before.holdout().map(Holdout::metrics).equals(run.holdout().map(Holdout::metrics));
    }

    private static Run with(Run run, int opened) {
        List<Finding> findings = new ArrayList<>(run.findings());
        findings.add(
                firstNote(findings),
                Finding.of(
                                Code.HOLDOUT_REUSED,
                                "holdout",
                                "the holdout was opened " + Wording.count(opened)
                                        + " times in this folder, each time with other settings")
                        .because("settings that follow a look at it are tuned to it, and its error is too good")
                        .help("--seed " + (run.provenance().seed() + 1)));
        return with(run, findings, opened);
    }

    /** Behind errors and warnings, before notes: findings stand heaviest first. */
    private static int firstNote(List<Finding> findings) {
        int at = 0;
        while (at < findings.size() && findings.get(at).severity().compareTo(Code.HOLDOUT_REUSED.severity()) >= 0) {
            at++;
        }
        return at;
    }

    private static Run with(Run run, List<Finding> findings, int opened) {
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
                run.holdout().map(h -> h.opened(opened)),
                run.comparison(),
                run.kernel(),
                run.selection(),
                run.survival(),
                run.text(),
                run.interactions(),
                run.times());
    }
}
