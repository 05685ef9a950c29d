package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run can be done again, and says what changed. */
class ReplayTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void fit() {
        shell = new Shell(folder).file("houses.csv", Tables.houses());
        assertThat(shell.run("taut fit houses.csv --target price --folds 5 --lambdas 20 --l1-ratio 0.5"
                                + " --no-standardize --allow T0307 -o out")
                        .code())
                .isZero();
    }

    @Test
    void theSameIsSaidToBeTheSame() {
        Shell.Ended again = shell.run("taut run out");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("the same as out, number by number");
        assertThat(again.out()).contains("enet 0.5");
        assertThat(shell.run("taut run out/run.json").code()).isZero();
    }

    @Test
    void environmentAndFileDoNotInterfere() {
        shell.file("taut.toml", "folds = 3\nseed = 9\n").with("TAUT_PENALTY", "ridge");
        assertThat(shell.run("taut run out").code()).isZero();
    }

    @Test
    void otherDataAreNamedWithWhatTheyChange() {
        shell.file("houses.csv", Tables.cell(0, "1000.5", 7, 8, 9));
        Shell.Ended again = shell.run("taut run out -o again");
        assertThat(again.code()).isEqualTo(4);
        assertThat(again.err()).contains("the data changed: ", "λ: ", "held-out rmse: ");
        assertThat(shell.path("again/run.json")).exists();
    }

    @Test
    void theDataMayHaveMoved() {
        shell.file("moved/h.csv", Tables.houses()).file("houses.csv", "");
        assertThat(shell.run("taut run out moved/h.csv").code()).isZero();
    }

    @Test
    void anotherVersionIsNamed() {
        shell.file(
                "out/run.json",
                shell.read("out/run.json").replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"0.0.1\""));
        Shell.Ended again = shell.run("taut run out");
        assertThat(again.code()).isEqualTo(4);
        assertThat(again.err()).contains("the version changed: 0.0.1 then");
    }
}
