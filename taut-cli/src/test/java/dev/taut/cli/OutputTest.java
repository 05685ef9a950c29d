package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear whole or not at all, and nobody else's are touched. */
class OutputTest {
    private static final String FIT = "taut fit houses.csv --target price --lambdas 20 --folds 5 -o out";

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).file("houses.csv", Tables.houses());
    }

    @Test
    void aRunIsThreeFilesThatEverybodyMayRead() throws IOException {
        Shell shell = shell();
        assertThat(shell.run(FIT).err()).contains("wrote out/model.taut out/report.html out/run.json");
        assertThat(shell.path("out").toFile().list())
                .containsExactlyInAnyOrder("model.taut", "report.html", "run.json");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("houses.csv", "out");
        Run run = RunJson.read(shell.read("out/run.json"));
        assertThat(run.provenance().command()).isEqualTo("taut fit houses.csv --target price --lambdas 20 --folds 5");
        assertThat(shell.read("out/report.html")).startsWith("<!").contains("price");
    }

    @Test
    void anEarlierRunIsReplaced() {
        Shell shell = shell();
        shell.run(FIT);
        String before = shell.read("out/run.json");
        assertThat(shell.run(FIT + " --seed 1").code()).isZero();
        assertThat(shell.read("out/run.json")).isNotEqualTo(before).contains("\"seed\":1");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("houses.csv", "out");
    }

    @Test
    void anotherFoldersFilesAreNotTouchedUnlessAsked() {
        Shell shell = shell().file("out/thesis.txt", "ten years of work");
        Shell.Ended refused = shell.run(FIT);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("error[T0104]", "thesis.txt", "--overwrite");
        assertThat(shell.path("out").toFile().list()).containsExactly("thesis.txt");
        assertThat(shell.run(FIT + " --overwrite").code()).isZero();
        assertThat(shell.path("out").toFile().list())
                .containsExactlyInAnyOrder("model.taut", "report.html", "run.json", "thesis.txt");
        assertThat(shell.read("out/thesis.txt")).isEqualTo("ten years of work");
    }

    @Test
    void whatFailsLeavesTheEarlierRunAsItWas() {
        Shell shell = shell();
        shell.run(FIT);
        String before = shell.read("out/run.json");
        shell.file("houses.csv", Tables.cell(3, "", 5));
        assertThat(shell.run(FIT).code()).isEqualTo(3);
        assertThat(shell.read("out/run.json")).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("houses.csv", "out");
    }

    @Test
    void aLinkToAFolderIsFollowed() throws IOException {
        Shell shell = shell();
        Files.createDirectory(shell.path("real"));
        Files.createSymbolicLink(shell.path("out"), shell.path("real"));
        assertThat(shell.run(FIT).code()).isZero();
        assertThat(Files.isSymbolicLink(shell.path("out"))).isTrue();
        assertThat(shell.path("real/run.json")).exists();
    }

    @Test
    void foldersAreMadeOnTheWay() {
        Shell shell = shell();
        assertThat(shell.run(FIT.replace("-o out", "-o 'a b/c/d'")).code()).isZero();
        assertThat(shell.path("a b/c/d/model.taut")).exists();
    }

    @Test
    void theReportIsDrawnAgain() throws IOException {
        Shell shell = shell();
        shell.run(FIT);
        String before = shell.read("out/report.html");
        Files.delete(shell.path("out/report.html"));
        assertThat(shell.run("taut report out").code()).isZero();
        assertThat(shell.read("out/report.html")).isEqualTo(before);
        assertThat(shell.run("taut report out -o nowhere/report.html").code()).isEqualTo(3);
    }

    @Test
    void threadsDoNotChangeARun() {
        Shell shell = shell();
        shell.run(FIT + " --threads 1");
        String one = timeless(shell.read("out/run.json"));
        shell.run(FIT + " --threads 2");
        assertThat(timeless(shell.read("out/run.json"))).isEqualTo(one);
    }

    private static String timeless(String json) {
        return json.replaceFirst("\"times\":.*", "");
    }
}
