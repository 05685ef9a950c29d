package dev.taut.cli.verb;

import dev.taut.cli.option.Settings;
import dev.taut.cli.output.Reopened;
import dev.taut.cli.show.Numbers;
import dev.taut.run.Holdout;
import dev.taut.run.Provenance;
import dev.taut.run.Provenance.Setting;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.run.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An earlier run as a command line, and what is different when it is run again.
 *
 * @param before the earlier run
 */
record Replay(Run before) {
    private static final int VERB = 1;

    /** The verb that made it. */
    String verb() {
        String[] words = before.provenance().command().split(" ");
        return words.length > VERB ? words[VERB] : "";
    }

    /** Its arguments: what was not a default, and what is no longer the default; {@code data} is another file, or empty. */
    List<String> words(String data) {
        List<String> words = new ArrayList<>();
        if (!Verbs.names().contains(verb())) {
            return words;
        }
        CommandSpec spec = Verbs.commandLine(verb()).getCommandSpec();
        for (ArgSpec argument : Settings.arguments(spec)) {
            String key = Settings.key(argument);
            Optional<Setting> setting = before.provenance().settings().stream()
                    .filter(s -> s.name().equals(key))
                    .findFirst();
            if (argument instanceof OptionSpec option) {
                setting.filter(s -> !s.origin().equals("default") || !s.value().equals(option.defaultValue()))
                        .ifPresent(s -> words.addAll(flag(s)));
            } else if (key.equals("data") && !data.isEmpty()) {
                words.add(data);
            } else {
                setting.ifPresent(s -> words.add(s.value()));
            }
        }
        return words;
    }

    private static List<String> flag(Setting setting) {
        return switch (setting.value()) {
            case "true" -> List.of("--" + setting.name());
            case "false" -> setting.name().equals("standardize") ? List.of("--no-standardize") : List.of();
            default -> List.of("--" + setting.name() + "=" + setting.value());
        };
    }

    /** What is different, a line each: first the causes, then the figures; nothing if the runs are equal but for times. */
    List<String> changes(Run after) {
        List<String> lines = new ArrayList<>();
        Provenance old = before.provenance();
        Provenance now = after.provenance();
        if (!old.dataSha256().equals(now.dataSha256())) {
            lines.add("the data changed: " + brief(old.dataSha256()) + " then, " + brief(now.dataSha256()) + " now");
        }
        if (!old.reader().equals(now.reader())) {
            lines.add("it is read differently: " + old.reader() + " then, " + now.reader() + " now");
        }
        if (!old.version().equals(now.version())) {
            lines.add("the version changed: " + old.version() + " then, " + now.version() + " now");
        }
        if (bare(before).equals(bare(after))) {
            return lines;
        }
        if (!old.java().equals(now.java())) {
            lines.add("Java changed: " + old.java() + " then, " + now.java() + " now");
        }
        if (lines.isEmpty()) {
            lines.add("data, settings and version are the same, the numbers are not: a bug worth reporting");
        }
        number(lines, "λ", before.solution().lambda(), after.solution().lambda());
        number(lines, "active", before.solution().active(), after.solution().active());
        before.holdout().ifPresent(h -> after.holdout().ifPresent(g -> heldOut(lines, h, g)));
        return lines;
    }

    private static void heldOut(List<String> lines, Holdout before, Holdout after) {
        for (int i = 0; i < Math.min(before.metrics().size(), after.metrics().size()); i++) {
            Holdout.MetricRow metric = before.metrics().get(i);
            number(
                    lines,
                    "held-out " + metric.name(),
                    metric.value(),
                    after.metrics().get(i).value());
        }
    }

    private static void number(List<String> lines, String what, double before, double after) {
        if (Double.compare(before, after) != 0) {
            lines.add(
                    what + ": " + Numbers.significant(before, 6) + " then, " + Numbers.significant(after, 6) + " now");
        }
    }

    private static String brief(String sha256) {
        return sha256.length() > 12 ? sha256.substring(0, 12) + "…" : sha256;
    }

    /**
     * The run without what may differ between equal runs: times, the command, where settings came from, and how often its
     * folder saw the held-out rows.
     */
    private static String bare(Run whole) {
        Run run = Reopened.first(whole);
        Provenance p = run.provenance();
        return RunJson.write(new Run(
                run.schema(),
                new Provenance("", List.of(), p.seed(), "", p.dataSha256(), p.reader(), "", ""),
                run.data(),
                run.findings(),
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
                new Times("", 0, List.of())));
    }
}
