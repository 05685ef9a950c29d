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

    @Test
    void theObjectiveOfARunIsExplained() {
        Snapshots.assertMatches(
                "transcripts/objective", shell.run("taut explain out").transcript());
        assertThat(shell.run("taut explain objective out").out())
                .isEqualTo(shell.run("taut explain out").out());
    }
}
