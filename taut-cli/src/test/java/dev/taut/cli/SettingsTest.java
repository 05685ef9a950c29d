package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flag, environment, file, default: in this order. */
class SettingsTest {
    private static final String PLAN = "taut fit --dry-run";

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).file("houses.csv", Tables.houses()).file("taut.toml", """
                        data = "houses.csv"
                        target = "price"
                        folds = 7
                        standardize = false
                        exclude = ["rooms", "a,b"]

                        [tune]
                        folds = 3
                        """);
    }

    private static String from(Shell.Ended plan, String setting) {
        return plan.out()
                .lines()
                .filter(line -> line.startsWith("  " + setting + " "))
                .map(line -> line.strip().replaceAll(" +", " "))
                .findFirst()
                .orElse("nowhere");
    }

    @Test
    void eachValueSaysWhereItComesFrom() {
        Shell.Ended plan =
                shell().with("TAUT_FOLDS", "8").with("TAUT_L1_RATIO", "0.5").run(PLAN + " --seed 1");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(from(plan, "seed")).isEqualTo("seed 1 flag");
        assertThat(from(plan, "folds")).isEqualTo("folds 8 TAUT_FOLDS");
        assertThat(from(plan, "l1-ratio")).isEqualTo("l1-ratio 0.5 TAUT_L1_RATIO");
        assertThat(from(plan, "target")).isEqualTo("target price taut.toml");
        assertThat(from(plan, "standardize")).isEqualTo("standardize false taut.toml");
        assertThat(from(plan, "holdout")).isEqualTo("holdout 0.2 default");
        assertThat(from(plan, "exclude")).startsWith("exclude rooms,").endsWith("taut.toml");
    }

    @Test
    void theFlagGoesBeforeEverything() {
        Shell.Ended plan = shell().with("TAUT_FOLDS", "8").run(PLAN + " --folds 9 --standardize");
        assertThat(from(plan, "folds")).isEqualTo("folds 9 flag");
        assertThat(from(plan, "standardize")).isEqualTo("standardize true flag");
    }

    @Test
    void aTableHoldsForItsVerb() {
        assertThat(from(shell().run(PLAN), "folds")).isEqualTo("folds 7 taut.toml");
        assertThat(from(shell().run("taut tune --dry-run"), "folds")).isEqualTo("folds 3 taut.toml");
    }

    @Test
    void theFileIsFoundUpwardAndItsPathsAreItsOwn() {
        shell().file("a/b/note.txt", "");
        Shell below = new Shell(folder.resolve("a/b"));
        assertThat(below.run("taut fit --exclude rooms -q -o out").code()).isZero();
        assertThat(folder.resolve("a/b/out/run.json")).exists();
    }

    @Test
    void theCommandLineOfARunNeedsNoFile() {
        Shell shell = shell();
        shell.run("taut fit --exclude rooms -o out");
        assertThat(shell.read("out/run.json"))
                .contains(
                        "\"command\":\"taut fit houses.csv --target price --exclude rooms --no-standardize --folds 7\"");
    }

    @Test
    void wrongSettingsAreSaid() {
        Shell misspelt = new Shell(folder).file("taut.toml", "fold = 3\n[fitt]\nfolds = 3\n");
        assertThat(misspelt.run("taut fit x.csv").err()).contains("table [fitt]", "did you mean [fit]");
        misspelt.file("taut.toml", "fold = 3\n");
        Shell.Ended unknown = misspelt.run("taut fit x.csv");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("error[T0001]", "unknown setting `fold`", "did you mean `folds`");
        misspelt.file("taut.toml", "folds = = 3\n");
        Shell.Ended broken = misspelt.run("taut fit x.csv");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("is not TOML", "(line 1)");
        misspelt.file("taut.toml", "folds = \"many\"\n");
        assertThat(misspelt.run("taut fit x.csv").err()).contains("`--folds many`: a whole number");
    }

    @Test
    void aFileOfSettingsCanBeRun() {
        Shell shell = shell().file("plan.toml", """
                verb = "compare"
                data = "houses.csv"
                target = "price"
                penalties = ["ridge", "lasso"]
                folds = 3
                output = "compared"
                """);
        Shell.Ended ended = shell.run("taut run plan.toml");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("ridge", "lasso", "same 3 folds");
        assertThat(shell.path("compared/run.json")).exists();
    }
}
