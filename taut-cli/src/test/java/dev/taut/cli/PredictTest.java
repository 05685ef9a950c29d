package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.LinearModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictions, and why. */
class PredictTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void fit() {
        shell = new Shell(folder).file("houses.csv", Tables.houses());
        assertThat(shell.run("taut fit houses.csv --target price -o out").code())
                .isZero();
    }

    private static List<String[]> rows(String csv) {
        return csv.lines().map(line -> line.split(",", -1)).toList();
    }

    @Test
    void whatEachFeatureAddsSumsToThePrediction() throws IOException {
        List<String[]> rows = rows(
                shell.run("taut predict out houses.csv --keep region --explain").out());
        LinearModel model = LinearModel.load(shell.path("out/model.taut"));
        assertThat(rows).hasSize(61);
        assertThat(rows.get(0)).startsWith("region", "prediction").contains("add_area", "add_rooms");
        for (String[] row : rows.subList(1, 61)) {
            double sum = model.intercepts().get(0)
                    + Arrays.stream(row)
                            .skip(2)
                            .mapToDouble(Double::parseDouble)
                            .sum();
            assertThat(Double.parseDouble(row[1])).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void aFileAndStandardOutputAreTheSame() {
        Shell.Ended ended = shell.run("taut predict out/model.taut houses.csv -o p.csv");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("wrote p.csv  (60 rows)");
        assertThat(shell.run("taut predict out houses.csv").out()).isEqualTo(shell.read("p.csv"));
    }

    @Test
    void theTargetNeedNotBeThere() {
        shell.file("new.csv", "rooms,area,region\n3,80,north\n4,95.5,south\n");
        assertThat(rows(shell.run("taut predict out new.csv").out())).hasSize(3);
    }

    @Test
    void classesHaveALabelAndProbabilitiesThatSumToOne() {
        shell.bundled("wine.csv");
        shell.run("taut fit wine.csv --target class -o w");
        List<String[]> rows = rows(shell.run("taut predict w wine.csv").out());
        assertThat(rows.get(0)).containsExactly("label", "p_class_0", "p_class_1", "p_class_2");
        for (String[] row : rows.subList(1, rows.size())) {
            double[] p =
                    Arrays.stream(row).skip(1).mapToDouble(Double::parseDouble).toArray();
            assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
            int best = Integer.parseInt(row[0].substring(6));
            assertThat(p[best]).isEqualTo(Arrays.stream(p).max().orElseThrow());
        }
    }

    @Test
    void aMarginLossHasALabelAndADecisionValue() {
        shell.file("classes.csv", Tables.classes(word -> word));
        shell.run("taut fit classes.csv --target price --loss squared_hinge -o margin");
        List<String[]> rows = rows(shell.run("taut predict margin classes.csv").out());
        assertThat(rows.get(0)).containsExactly("label", "decision_value");
        for (String[] row : rows.subList(1, rows.size())) {
            assertThat(row[0]).isEqualTo(Double.parseDouble(row[1]) > 0 ? "dear" : "cheap");
        }
        assertThat(shell.run("taut evaluate margin classes.csv").out())
                .contains("squared-hinge-loss", "accuracy", "AUC")
                .doesNotContain("Brier", "log-loss");
    }

    @Test
    void aKernelMachinePredictsLikeAnyOtherModel() {
        shell.file("classes.csv", Tables.classes(word -> word));
        shell.run("taut fit classes.csv --target price --kernel rbf --C 10 --gamma 0.1 --folds 3 -o k");
        List<String[]> rows = rows(shell.run("taut predict k classes.csv").out());
        assertThat(rows.get(0)).containsExactly("label", "p_cheap", "p_dear");
        assertThat(shell.run("taut evaluate k classes.csv").out()).contains("log-loss", "Brier");
        Shell.Ended refused = shell.run("taut predict k classes.csv --explain");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("a kernel machine has no coefficients");
        shell.run(
                "taut fit classes.csv --target price --kernel rbf --C 10 --gamma 0.1 --calibration none --folds 3 -o v");
        assertThat(rows(shell.run("taut predict v classes.csv").out()).get(0))
                .containsExactly("label", "decision_value");
        assertThat(shell.run("taut report k").code()).isZero();
        assertThat(shell.run("taut run k/run.json").out()).contains("the same");
    }

    @Test
    void whatTheModelNeverSawIsSaid() {
        shell.file("new.csv", "rooms,area,region\n3,80,north\n4,9550,moon\n");
        Shell.Ended ended = shell.run("taut predict out new.csv");
        assertThat(ended.code()).isZero();
        Snapshots.assertMatches("bad/never-seen", ended.transcript().replaceFirst("(?s).*---- err\n", ""));
    }

    @Test
    void aLackingColumnIsRefusedUnlessItMayBeImputed() {
        shell.file("new.csv", "rooms,region\n3,north\n");
        Shell.Ended refused = shell.run("taut predict out new.csv");
        assertThat(refused.code()).isEqualTo(3);
        Snapshots.assertMatches("bad/lacking-column", refused.transcript().replaceFirst("(?s).*---- err\n", ""));
        assertThat(shell.run("taut predict out new.csv --missing-columns impute")
                        .code())
                .isZero();
    }

    @Test
    void meansGrowWithTheExposureWhichNewRowsMustBring() throws IOException {
        shell.run("taut fit houses.csv --target price --loss gamma --exposure area --exclude region -o rate");
        shell.file("new.csv", "area,rooms\n50,3\n100,3\n");
        List<String[]> rows =
                rows(shell.run("taut predict rate new.csv --explain").out());
        double once = Double.parseDouble(rows.get(1)[0]);
        assertThat(Double.parseDouble(rows.get(2)[0])).isCloseTo(2 * once, within(1e-9 * once));
        LinearModel model = LinearModel.load(shell.path("rate/model.taut"));
        assertThat(model.exposure()).isEqualTo("area");
        assertThat(model.coefficients()).noneMatch(term -> term.feature().equals("area"));
        double sum = model.intercepts().get(0) + Double.parseDouble(rows.get(1)[1]) + Math.log(50);
        assertThat(Math.exp(sum)).isCloseTo(once, within(1e-9 * once));
        Shell.Ended lacking = shell.file("bare.csv", "rooms\n3\n").run("taut predict rate bare.csv");
        assertThat(lacking.code()).isEqualTo(3);
        assertThat(lacking.err()).contains("error[T0601]: the model needs the numeric exposure column `area`");
        Shell.Ended zero =
                shell.file("zero.csv", "area,rooms,price\n50,3,9\n0,3,9\n").run("taut evaluate rate zero.csv");
        assertThat(zero.code()).isEqualTo(3);
        assertThat(zero.err()).contains("error[T0207]: exposure `area` is not a number above 0 in 1 row (row 2)");
    }

    @Test
    void anOffsetIsAddedAsItIs() throws IOException {
        shell.run("taut fit houses.csv --target price --offset area --exclude region -o o");
        List<String[]> rows = rows(shell.file("new.csv", "area,rooms\n50,3\n100,3\n")
                .run("taut predict o new.csv")
                .out());
        assertThat(Double.parseDouble(rows.get(2)[0]) - Double.parseDouble(rows.get(1)[0]))
                .isCloseTo(50, within(1e-9));
        assertThat(LinearModel.load(shell.path("o/model.taut")).offset()).isEqualTo("area");
    }

    @Test
    void aColumnToKeepMustBeThere() {
        Shell.Ended refused = shell.run("taut predict out houses.csv --keep rigion");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("error[T0101]", "did you mean `region`?", "--keep region");
    }

    @Test
    void anEvaluationReadsLikeThis() {
        Snapshots.assertMatches(
                "transcripts/evaluate",
                shell.run("taut evaluate out houses.csv").transcript());
        shell.bundled("wine.csv").run("taut fit wine.csv --target class -o w");
        Snapshots.assertMatches(
                "transcripts/evaluate-classes",
                shell.run("taut evaluate w wine.csv").transcript());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    enet        | diabetes.csv --target progression --l1-ratio 0.5 --penalty enet
                    free        | diabetes.csv --target progression --free age
                    none        | diabetes.csv --target progression --penalty none
                    two-classes | titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin
                    classes     | wine.csv --target class --penalty ridge --no-standardize
                    """)
    void everyObjectiveHasItsCalls(String name, String data) {
        shell.bundled("diabetes.csv").bundled("titanic.csv").bundled("wine.csv");
        assertThat(shell.run("taut fit " + data + " -o r").code()).isZero();
        Snapshots.assertMatches(
                "transcripts/objective-" + name,
                shell.run("taut explain objective r").out());
    }

    @Test
    void theObjectiveOfARunIsExplained() {
        Snapshots.assertMatches(
                "transcripts/objective", shell.run("taut explain out").transcript());
        assertThat(shell.run("taut explain objective out").out())
                .isEqualTo(shell.run("taut explain out").out());
    }
}
