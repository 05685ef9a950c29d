package dev.taut.cli.help;

import dev.taut.cli.option.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How flags are written: on help screens and on pages of their own. */
public final class FlagWords {
    private FlagWords() {}

    /** {@code -o, --output DIR}; a switch that is on unless said appears as its opposite. */
    static String signature(OptionSpec option) {
        if (switchedOn(option)) {
            return "--no-" + option.longestName().substring(2);
        }
        String names = String.join(", ", option.names());
        return takesValue(option) ? names + " " + option.paramLabel() : names;
    }

    /** What it does in a line, and its default in brackets. */
    static String brief(OptionSpec option) {
        return described(option, option.description()[0]);
    }

    /** All there is to say of it, and its default in brackets. */
    static String description(OptionSpec option) {
        return described(option, String.join(" ", option.description()));
    }

    private static String described(OptionSpec option, String text) {
        if (switchedOn(option)) {
            return "do not " + text;
        }
        String value = option.defaultValue();
        return value != null && takesValue(option) ? text + " [" + value + "]" : text;
    }

    private static boolean switchedOn(OptionSpec option) {
        return option.negatable() && "true".equals(option.defaultValue());
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** The page of a flag: what it does in which verbs, and its other homes. */
    public static Optional<String> page(String typed, Collection<CommandSpec> verbs) {
        String flag = typed.strip().replaceFirst("=.*", "").replaceFirst("^--no-(standardize)$", "--$1");
        Map<String, List<String>> homes = new LinkedHashMap<>();
        String key = "";
        for (CommandSpec verb : verbs) {
            OptionSpec option = verb.findOption(flag);
            if (option != null) {
                key = Settings.key(option);
                homes.computeIfAbsent(signature(option) + "\n\n" + description(option), text -> new ArrayList<>())
                        .add(verb.name());
            }
        }
        if (homes.isEmpty()) {
            return Optional.empty();
        }
        var page = new StringBuilder();
        homes.forEach((text, names) -> page.append(text)
                .append("\nin ")
                .append(String.join(", ", names))
                .append("\n\n"));
        return Optional.of(page + "environment  " + Settings.variable(key) + "\ntaut.toml    " + key + " = …");
    }
}
