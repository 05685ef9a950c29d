package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.cli.show.Numbers;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --json} puts the result, and nothing else, on standard output. */
class JsonTest {
    private static final String FIT = "taut fit diabetes.csv --target progression";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    taut inspect diabetes.csv --target progression | taut.inspection/1
                    taut fit diabetes.csv --target progression     | taut.run/1
                    taut path diabetes.csv --target progression    | taut.run/1
                    taut tune diabetes.csv --target progression    | taut.run/1
                    taut compare diabetes.csv --target progression | taut.run/1
                    taut predict out diabetes.csv                  | taut.predictions/1
                    taut evaluate out diabetes.csv                 | taut.evaluation/1
                    taut explain T0303                             | taut.explanation/1
                    taut run out                                   | taut.run/1
                    taut report out                                | taut.report/1
                    taut demo -o tour                              | taut.run/1
                    taut fit diabetes.csv --target bmi --dry-run   | taut.plan/1
                    """)
    void everyVerbHasIt(String command, String schema) {
        Shell shell = new Shell(folder).bundled("diabetes.csv");
        assertThat(shell.run(FIT + " -o out").code()).isZero();
        Shell.Ended ended = shell.run(command + " --json");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().strip().lines()).hasSize(1);
        JsonNode json = JsonMapper.builder().build().readTree(ended.out());
        assertThat(json.get("schema").asString()).isEqualTo(schema);
    }

    @Test
    void aFitThatIsPrintedAsJsonWritesNothingUnlessAsked() {
        Shell shell = new Shell(folder).bundled("diabetes.csv");
        shell.run(FIT + " --json");
        assertThat(folder.toFile().list()).containsExactly("diabetes.csv");
        shell.run(FIT);
        assertThat(shell.path("diabetes-taut").toFile().list())
                .containsExactlyInAnyOrder("model.taut", "report.html", "run.json");
    }

    @Test
    void theNumbersInTheTerminalAreThoseOfTheRun() {
        Shell shell = new Shell(folder).bundled("diabetes.csv");
        String shown = shell.run(FIT + " -o out").out();
        Run run = RunJson.read(shell.read("out/run.json"));
        List<String> expected = List.of(
                "λ = " + Numbers.brief(run.solution().lambda()),
                Numbers.brief(run.holdout().orElseThrow().metrics().get(0).value()),
                Numbers.signed(run.solution().coefficients().get(0).standardized()),
                Numbers.significant(run.solution().coefficients().get(0).raw(), 4));
        assertThat(shown).contains(expected);
    }
}
