package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes of regularized learning: named where they are made, not on a clean twin, and mended by what is proposed. */
class RemediesTest {
    private static final String FIT = "taut fit houses.csv --target price --lambdas 40 --folds 5";

    @TempDir
    private Path folder;

    /**
     * @param file    in which the mistake is made
     * @param clean   its twin
     * @param command that makes it
     * @param right   the command on the twin
     */
    record Mistake(String id, String file, String clean, String command, String right) {
        @Override
        public String toString() {
            return id + " " + command.replaceFirst("taut (\\w+) .*", "$1");
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(new Mistake("T0312", Tables.acting(true), Tables.acting(false), FIT, FIT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsNamedAndItsTwinIsNot(Mistake mistake) {
        Shell shell = new Shell(folder).file("houses.csv", mistake.file).file("clean.csv", mistake.clean);
        assertThat(shell.run(mistake.command).err()).contains("[" + mistake.id + "]: ");
        Shell.Ended clean = shell.run(mistake.right.replace("houses.csv", "clean.csv"));
        assertThat(clean.code()).as(clean.err()).isZero();
        assertThat(clean.err()).doesNotContain("[" + mistake.id + "]: ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void whatIsProposedMendsIt(Mistake mistake) {
        Shell shell = new Shell(folder).file("houses.csv", mistake.file);
        List<String> flags = shell.run(mistake.command)
                .err()
                .lines()
                .dropWhile(line -> !line.contains("[" + mistake.id + "]: "))
                .takeWhile(line -> !line.contains("more: taut explain"))
                .filter(line -> line.startsWith("  help: --"))
                .map(line -> line.substring("  help: ".length()).split("  ", 2)[0])
                .toList();
        assertThat(flags).isNotEmpty();
        for (String flag : flags) {
            Shell.Ended mended = shell.run(mistake.command + " --overwrite " + flag);
            assertThat(mended.code()).as(flag + "\n" + mended.err()).isZero();
            assertThat(mended.err()).as(flag).doesNotContain("[" + mistake.id + "]: ");
        }
    }
}
