package dev.taut.cli.help;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of a verb on one screen of 80 columns and 40 lines, a working example first. */
public final class HelpScreen {
    private static final int COLUMN = 24;

    private HelpScreen() {}

    /** The screen of all verbs. */
    public static List<String> overview(List<CommandSpec> verbs, String version) {
        List<String> lines = new ArrayList<>();
        lines.add("taut fit houses.csv --target price -o out");
        lines.add("");
        lines.add("Taut " + version + ": regularized learning, from a table to a model and a report.");
        lines.add("");
        verbs.forEach(verb -> lines.addAll(described(
                (verb.name() + " " + parameters(verb)).strip(),
                verb.usageMessage().description()[0])));
        lines.add("");
        lines.add("  taut VERB --help        the flags of a verb");
        lines.add("  taut explain WHAT       a code, a term or a flag");
        lines.add("  taut --version");
        return lines;
    }

    /** The screen of one verb: {@code explained} flags with a line each, the others listed. */
    public static List<String> of(CommandSpec verb, String example, List<String> explained) {
        List<String> lines = new ArrayList<>();
        lines.add(example);
        lines.add("");
        lines.addAll(Wrap.lines(verb.usageMessage().description()[0], Console.WIDTH, ""));
        lines.add("");
        lines.add("usage: taut " + verb.name() + " " + (parameters(verb) + " [flags]").strip());
        for (String flag : explained) {
            OptionSpec option = verb.findOption(flag);
            if (option == null) {
                throw new IllegalStateException(verb.name() + " has no " + flag);
            }
            lines.addAll(described(FlagWords.signature(option), FlagWords.brief(option)));
        }
        lines.addAll(others(verb, explained));
        lines.add("");
        lines.add("taut explain --FLAG says more. Values also come from TAUT_FLAG and taut.toml.");
        return lines;
    }

    private static String parameters(CommandSpec verb) {
        return verb.positionalParameters().stream().map(HelpScreen::parameter).collect(Collectors.joining(" "));
    }

    private static String parameter(PositionalParamSpec parameter) {
        return parameter.required() ? parameter.paramLabel() : "[" + parameter.paramLabel() + "]";
    }

    private static List<String> described(String term, String text) {
        String head = "  " + term + " ".repeat(Math.max(2, COLUMN - term.length()));
        return Wrap.lines(head + text, Console.WIDTH, " ".repeat(COLUMN + 2));
    }

    private static List<String> others(CommandSpec verb, List<String> explained) {
        List<OptionSpec> explainedOptions =
                explained.stream().map(verb::findOption).toList();
        String list = verb.options().stream()
                .filter(option -> !explainedOptions.contains(option) && !option.hidden())
                .map(option -> FlagWords.signature(option).replace(' ', '\u00a0'))
                .collect(Collectors.joining("  "));
        return list.isEmpty()
                ? List.of()
                : Wrap.lines("  also: " + list, Console.WIDTH, "    ").stream()
                        .map(line -> line.replace('\u00a0', ' '))
                        .toList();
    }
}
