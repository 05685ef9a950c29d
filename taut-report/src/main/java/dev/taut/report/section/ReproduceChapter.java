package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.Provenance;
import dev.taut.run.Run;
import dev.taut.run.Times;

/** Everything needed to get the same result again. */
final class ReproduceChapter {
    private ReproduceChapter() {}

    static Chapter of(Facts facts) {
        Run run = facts.run();
        Provenance origin = run.provenance();
        Grid identity = Grid.of("Identity of data and software").words("what").words("which");
        row(identity, "objective", run.objective().formula());
        row(identity, "conventions", run.objective().borrowed());
        row(identity, "data", origin.dataName());
        row(identity, "SHA-256", origin.dataSha256());
        row(identity, "read by", origin.reader());
        row(identity, "seed", Long.toString(origin.seed()));
        row(identity, "Taut", origin.version());
        row(identity, "Java", origin.java());
        row(identity, "started", run.times().started().replaceFirst("\\.\\d+", ""));
        row(identity, "threads", Integer.toString(run.times().threads()));
        return new Chapter(
                "reproduce",
                "Reproduce",
                Markup.of(
                        VerdictChapter.command(origin.command()),
                        identity.markup(),
                        settings(origin),
                        times(run.times())));
    }

    private static void row(Grid grid, String what, String which) {
        if (!which.isEmpty()) {
            grid.row(what, which);
        }
    }

    private static Markup settings(Provenance origin) {
        if (origin.settings().isEmpty()) {
            return Markup.NONE;
        }
        Grid grid = Grid.of("Resolved settings").words("setting").words("value").words("from");
        origin.settings().forEach(s -> grid.row(s.name(), s.value(), s.origin()));
        return Figure.details("Every setting and where it came from", grid.markup());
    }

    private static Markup times(Times times) {
        if (times.phases().isEmpty()) {
            return Markup.NONE;
        }
        Grid grid = Grid.of("Phases of the run").words("phase").words("what").number("seconds");
        times.phases().forEach(p -> grid.row(p.verb(), p.detail(), Numbers.fixed(p.seconds(), 2)));
        return Figure.details(
                "Where " + Words.count(times.phases().size(), "phase") + " spent their time", grid.markup());
    }
}
