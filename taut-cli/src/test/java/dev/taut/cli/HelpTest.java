package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.cli.call.Misuse;
import dev.taut.cli.help.FlagWords;
import dev.taut.cli.verb.Verbs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help fits one screen, and its first line works. */
class HelpTest {
    @TempDir
    private Path folder;

    static Stream<String> verbs() {
        return Verbs.names().stream();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aScreenHasFortyLinesOfEightyColumnsAndBeginsWithAnExample(String verb) {
        Shell.Ended help = new Shell(folder).run("taut " + verb + " --help");
        List<String> lines = help.out().lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(40);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(80));
        assertThat(lines.get(0)).startsWith("taut " + verb);
        assertThat(help.code()).isZero();
        Snapshots.assertMatches("help/" + verb, help.out());
        assertThat(new Shell(folder).run("taut help " + verb).out()).isEqualTo(help.out());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theExampleIsUnderstood(String verb) {
        String example = new Shell(folder)
                .run("taut " + verb + " --help")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(example.split(" "));
        assertThat(Misuse.parse(Verbs.commandLine(verb), words.subList(2, words.size()))
                        .errors())
                .isEmpty();
    }

    @Test
    void everyFlagHasAPage() {
        List<CommandSpec> specs = Verbs.specs();
        for (CommandSpec verb : specs) {
            for (OptionSpec option : verb.options()) {
                assertThat(FlagWords.page(option.longestName(), specs).orElseThrow())
                        .contains(String.join(" ", option.description()), verb.name());
            }
        }
        assertThat(new Shell(folder).run("taut explain --gap").out())
                .contains("--gap G", "relative duality gap", "TAUT_GAP");
    }

    @Test
    void theOverviewNamesEveryVerb() {
        Shell.Ended overview = new Shell(folder).run("taut --help");
        assertThat(overview.out().lines().toList())
                .hasSizeLessThanOrEqualTo(40)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(overview.out()).contains(Verbs.names());
        assertThat(new Shell(folder).run("taut ").out()).isEqualTo(overview.out());
    }

    @Test
    void theVersionIsSaid() {
        assertThat(new Shell(folder).run("taut --version").out()).matches("taut \\S+ \\(Java \\d+\\)\\R");
    }
}
