package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colour, letters, silence, being cancelled, and our own mistakes. */
class ConsoleTest {
    private static final String FIT = "taut fit houses.csv --target price --lambdas 20 --folds 5";

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).file("houses.csv", Tables.houses());
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        assertThat(shell().terminal().run(FIT).err()).contains("\u001b[1;32mChecked\u001b[0m");
        assertThat(shell().terminal().run("taut fit no.csv --target y").err())
                .contains("\u001b[1;31merror[T0102]: \u001b[0mno.csv does not exist");
        assertThat(shell().run(FIT).err()).doesNotContain("\u001b");
        assertThat(shell().terminal().with("NO_COLOR", "1").run(FIT).err()).doesNotContain("\u001b[1");
        assertThat(shell().terminal().with("TERM", "dumb").run(FIT).err()).doesNotContain("\u001b[1");
        assertThat(shell().terminal().run(FIT + " --no-color").err()).doesNotContain("\u001b[1");
        assertThat(shell().terminal().run(FIT).out()).doesNotContain("\u001b");
    }

    @Test
    void asciiIsEnough() {
        Shell.Ended ended = shell().charset(StandardCharsets.US_ASCII).run(FIT);
        assertThat(ended.code()).isZero();
        assertThat(ended.out() + ended.err()).matches("\\p{ASCII}*").contains("lambda.min", "+/-", "lambda = ");
        assertThat(ended.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat((ended.out() + ended.err()).replace("help?", "")).doesNotContain("?");
    }

    @Test
    void jsonIsUtf8Anyway() {
        byte[] name = "größe".getBytes(StandardCharsets.UTF_8);
        Shell.Ended ended = new Shell(folder)
                .file("houses.csv", Tables.houses().replaceFirst("area", "größe"))
                .charset(StandardCharsets.US_ASCII)
                .run("taut inspect houses.csv --target price --json");
        assertThat(ended.out()).contains(new String(name, StandardCharsets.UTF_8));
    }

    @Test
    void quietSaysOnlyWhatMatters() {
        Shell.Ended ended = shell().run(FIT + " -q");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("did regularization help?");
        assertThat(new Shell(folder)
                        .file("houses.csv", Tables.with("c", i -> "1"))
                        .run(FIT + " -q")
                        .err())
                .contains("warning[T0301]");
    }

    @Test
    void strictEndsWithFourAfterTheWorkIsDone() {
        Shell shell = new Shell(folder).file("houses.csv", Tables.with("c", i -> "1"));
        Shell.Ended ended = shell.run(FIT + " --strict -o out");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).contains("--strict: 1 warning");
        assertThat(shell.path("out/run.json")).exists();
        assertThat(shell.run(FIT + " --strict --allow T0301 -o out").code()).isZero();
        assertThat(shell.run("taut inspect houses.csv --target price --strict").code())
                .isEqualTo(4);
    }

    @Test
    void cancellingAtOnceWritesNothing() {
        Shell shell = shell();
        shell.interruption().ask();
        Shell.Ended ended = shell.run(FIT + " -o out");
        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.err()).contains("[T0407]: cancelled before the first fit", "nothing was written");
        assertThat(shell.path("out")).doesNotExist();
    }

    @Test
    void cancellingLaterSavesThePathAndSaysSo() {
        Shell shell = shell();
        var err = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                if (toString(StandardCharsets.UTF_8).contains("Walked")) {
                    shell.interruption().ask();
                }
            }
        };
        Shell.Ended ended = shell.run(new ByteArrayOutputStream(), err, FIT + " -o out");
        assertThat(ended.code()).isEqualTo(130);
        assertThat(ended.err()).contains("[T0407]: cancelled", "help: " + FIT);
        assertThat(shell.path("out").toFile().list()).containsExactlyInAnyOrder("report.html", "run.json");
        assertThat(shell.read("out/run.json")).contains("\"code\":\"T0407\"", "\"tuning\":null");
    }

    @Test
    void aMistakeOfOursLeavesACrashFileAndNoStackTrace() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("deliberately broken");
            }
        };
        Shell.Ended ended = shell().run(broken, new ByteArrayOutputStream(), FIT + " --json");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("this is a bug in Taut", "deliberately broken", "taut-crash-", "report it")
                .doesNotContain("\tat ");
        assertThat(folder.toFile().list()).anyMatch(name -> name.startsWith("taut-crash-"));
        assertThat(shell().run(broken, new ByteArrayOutputStream(), FIT + " --json --debug")
                        .err())
                .contains("\tat dev.taut");
    }
}
