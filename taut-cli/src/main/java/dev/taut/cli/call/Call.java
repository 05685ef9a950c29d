package dev.taut.cli.call;

import dev.taut.cli.option.Settings;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Host;
import dev.taut.run.Provenance.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/**
 * One call of a verb.
 *
 * @param host     what surrounds it
 * @param console  where it speaks
 * @param settings where values come from
 * @param parsed   the arguments
 */
public record Call(Host host, Console console, Settings settings, ParseResult parsed) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,:@%+=/-]+");

    public String verb() {
        return parsed.commandSpec().name();
    }

    /** Every setting that decides the answer, with its origin. */
    public List<Setting> resolved() {
        return settings.resolved(parsed);
    }

    /** A command line that gives the same answer wherever no {@code taut.toml} and no variable interferes. */
    public String commandLine() {
        List<String> words = new ArrayList<>(List.of("taut", verb()));
        for (Setting setting : settings.changed(parsed)) {
            boolean flag = parsed.commandSpec().findOption("--" + setting.name()) != null;
            switch (setting.value()) {
                case "true" -> words.add("--" + setting.name());
                case "false" -> words.add("--no-" + setting.name());
                default -> {
                    if (flag) {
                        words.add("--" + setting.name());
                    }
                    words.add(quoted(setting.value()));
                }
            }
        }
        return String.join(" ", words);
    }

    /** The word as a shell reads it back. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
