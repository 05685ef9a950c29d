package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.cli.call.ExitCode;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.verb.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/cli.md} says what the command does. */
class DocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", ""), "../docs/cli.md");
    private static final String BEGIN = "<!-- flags: written by DocumentTest -->\n";
    private static final String END = "<!-- end of flags -->";

    private static String flags() {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<String, TreeSet<String>> homes = new LinkedHashMap<>();
        for (CommandSpec verb : Verbs.specs()) {
            for (OptionSpec option : verb.options()) {
                if (!option.hidden()) {
                    String names = String.join(", ", option.names());
                    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
                    String key = "`" + names + value + "`|" + String.join(" ", option.description());
                    rows.putIfAbsent(key, option.defaultValue() == null ? "" : "`" + option.defaultValue() + "`");
                    homes.computeIfAbsent(key, k -> new TreeSet<>()).add(verb.name());
                }
            }
        }
        TextTable table = new TextTable("flag", "does", "default", "verbs");
        rows.forEach((key, value) -> {
            String[] parts = key.split("\\|", 2);
            boolean everywhere = homes.get(key).size() == Verbs.names().size();
            table.row(parts[0], parts[1], value, everywhere ? "all" : String.join(", ", homes.get(key)));
        });
        return String.join("\n", table.markdown()) + "\n";
    }

    @Test
    void theTableOfFlagsIsThatOfTheCommand() throws IOException {
        String text = Files.readString(DOCUMENT);
        String written =
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + flags() + text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("taut.snapshots"))) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(written);
    }

    @Test
    void everyVerbAndEveryExitCodeIsThere() throws IOException {
        String text = Files.readString(DOCUMENT);
        assertThat(Verbs.names()).allSatisfy(verb -> assertThat(text).contains("| `" + verb));
        assertThat(List.of(
                        ExitCode.DONE,
                        ExitCode.BUG,
                        ExitCode.USAGE,
                        ExitCode.REFUSED,
                        ExitCode.GATE,
                        ExitCode.CANCELLED))
                .allSatisfy(code -> assertThat(text).contains("| " + code + " |"));
    }
}
