package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taut.run.Holdout.MetricRow;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.run.SolutionSummary.CoefficientRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/reproductions.md, and what they answer; skipped where the data do not lie beside the project. */
class ReproductionsTest {
    @TempDir
    private Path folder;

    /** The run of a command that the document shows, on files of the reference data. */
    private Run run(String file, String command) throws IOException {
        Files.copy(data(file), folder.resolve(file));
        return answer(command);
    }

    private static Path data(String file) {
        Path above = Path.of("").toAbsolutePath();
        while (above != null && !Files.isDirectory(above.resolve("shared/data"))) {
            above = above.getParent();
        }
        assumeTrue(
                above != null && Files.isReadable(above.resolve("shared/data").resolve(file)), file);
        return above.resolve("shared/data").resolve(file);
    }

    private Run answer(String command) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "reproductions.md"))).contains("\n" + command + "\n");
        Shell.Ended ended = new Shell(folder).run(command + " --json");
        assertThat(ended.code()).as(ended.err()).isZero();
        return RunJson.read(ended.out().strip());
    }

    private static Map<String, Double> raw(Run run) {
        return run.solution().coefficients().stream()
                .collect(Collectors.toMap(CoefficientRow::feature, CoefficientRow::raw));
    }

    private static double heldOut(Run run, String metric) {
        return metric(run, metric).value();
    }

    private static MetricRow metric(Run run, String metric) {
        return run.holdout().orElseThrow().metrics().stream()
                .filter(m -> m.name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCoefficients(Run run, double tolerance, Map<String, Double> published) {
        Map<String, Double> raw = raw(run);
        published.forEach((name, value) -> assertThat(raw.get(name)).as(name).isCloseTo(value, within(tolerance)));
    }

    @Test
    void prostateByLeastSquares() throws IOException {
        Run run = run("prostate.csv", "taut fit prostate.csv --target lpsa --split-column train --penalty none");
        assertThat(heldOut(run, "deviance")).isCloseTo(0.521, within(0.0005));
        assertThat(metric(run, "deviance").noModel()).isCloseTo(1.057, within(0.0005));
    }

    @Test
    void prostateByTheBestTwo() throws IOException {
        Run run = run("prostate.csv", "taut fit prostate.csv --target lpsa --split-column train --penalty l0");
        assertThat(raw(run).keySet()).containsExactlyInAnyOrder("lcavol", "lweight");
        assertThat(heldOut(run, "deviance")).isCloseTo(0.492, within(0.0005));
        Run lasso = answer("taut fit prostate.csv --target lpsa --split-column train --lambda 0.228");
        assertThat(heldOut(lasso, "deviance")).isCloseTo(0.490, within(0.0005));
        assertThat(lasso.effect().shrinkage().orElseThrow().l1Share()).isCloseTo(0.36, within(0.005));
    }

    @Test
    void diabetesInTheOrderOfLars() throws IOException {
        Run run = run("diabetes.csv", "taut path diabetes.csv --target progression --lambdas 1500:1e-4");
        List<KnotSummary> changes = run.path().knots().stream()
                .filter(k -> !k.enters().isEmpty() || !k.leaves().isEmpty())
                .toList();
        assertThat(changes.stream().map(k -> k.enters() + "" + k.leaves()))
                .containsExactly(
                        "[bmi][]", "[s5][]", "[bp][]", "[s3][]", "[sex][]", "[s6][]", "[s1][]", "[s4][]", "[s2][]",
                        "[age][]", "[][s3]", "[s3][]");
        double[] published = {949.44, 889.31, 452.90, 316.07, 130.13, 88.78, 68.96, 19.98, 5.48, 5.09, 2.18, 1.31};
        for (int k = 0; k < published.length; k++) {
            assertThat(changes.get(k).lambda() * Math.sqrt(442))
                    .as("one step of the grid")
                    .isBetween(published[k] * 0.99, published[k] * 1.002);
        }
    }

    @Test
    void heartDiseaseInSouthAfrica() throws IOException {
        Run run = run(
                "saheart.csv",
                "taut fit saheart.csv --target chd --exclude adiposity,typea --penalty none --holdout 0");
        assertThat(run.solution().deviance()).isCloseTo(483.17, within(0.005));
        assertThat(run.solution().intercepts().get(0)).isCloseTo(-4.130, within(0.0005));
        assertCoefficients(
                run,
                0.0005,
                Map.of(
                        "sbp",
                        0.006,
                        "tobacco",
                        0.080,
                        "ldl",
                        0.185,
                        "famhist=Present",
                        0.939,
                        "obesity",
                        -0.035,
                        "alcohol",
                        0.001,
                        "age",
                        0.043));
        Run reduced = answer("taut fit saheart.csv --target chd --exclude adiposity,typea,sbp,obesity,alcohol"
                + " --penalty none --holdout 0");
        assertThat(reduced.solution().intercepts().get(0)).isCloseTo(-4.204, within(0.0005));
        assertCoefficients(
                reduced, 0.0005, Map.of("tobacco", 0.081, "ldl", 0.168, "famhist=Present", 0.924, "age", 0.044));
        Run all = answer("taut fit saheart.csv --target chd --penalty none --holdout 0");
        assertThat(all.solution().deviance()).isCloseTo(472.14, within(0.005));
        assertThat(all.solution().nullDeviance()).isCloseTo(596.11, within(0.005));
    }

    @Test
    void rentedBicycles() throws IOException {
        Run run = run(
                "bikeshare.csv",
                "taut fit bikeshare.csv --target bikers --task count --exclude"
                        + " casual,registered,season,day,holiday,weekday,atemp,hum,windspeed --categorical mnth,hr"
                        + " --penalty none --holdout 0 --folds 2");
        assertThat(run.solution().deviance()).isCloseTo(228041, within(0.5));
        assertThat(run.solution().nullDeviance()).isCloseTo(1052921, within(0.5));
        assertCoefficients(
                run,
                0.005,
                Map.of(
                        "workingday",
                        0.01,
                        "temp",
                        0.79,
                        "weathersit=cloudy/misty",
                        -0.08,
                        "weathersit=light rain/snow",
                        -0.58,
                        "weathersit=heavy rain/snow",
                        -0.93));
    }

    @Test
    void lungCancer() throws IOException {
        // Rows without ph.ecog left out, as R does: the document's awk.
        List<String> lines = Files.readAllLines(data("survival_lung.csv"));
        Files.write(
                folder.resolve("lung.csv"),
                lines.stream().filter(line -> !line.split(",")[5].equals("NA")).toList());
        Run run = answer("taut fit lung.csv --time time --event status --exclude"
                + " inst,ph.karno,pat.karno,meal.cal,wt.loss --penalty none --holdout 0");
        assertThat(run.data().rows()).isEqualTo(227);
        assertCoefficients(run, 5e-7, Map.of("age", 0.011067, "sex", -0.552612, "ph.ecog", 0.463728));
        assertThat(run.solution().nullDeviance() - run.solution().deviance())
                .isCloseTo(2 * (744.4805 - 729.2301), within(2e-4));
        assertThat(run.survival().orElseThrow().concordance()).isCloseTo(0.637, within(0.0005));
    }

    @Test
    void veteransWithLungCancer() throws IOException {
        Run efron = run(
                "survival_veteran.csv",
                "taut fit survival_veteran.csv --time time --event status --penalty none --holdout 0");
        assertCoefficients(
                efron,
                5e-7,
                Map.of("trt", 0.294603, "karno", -0.032815, "diagtime", 0.000081, "age", -0.008706, "prior", 0.007159));
        Map<String, Double> raw = raw(efron);
        assertThat(raw.get("celltype=smallcell") - raw.get("celltype=squamous")).isCloseTo(0.861560, within(1e-6));
        Run breslow = answer("taut fit survival_veteran.csv --time time --event status --penalty none --holdout 0"
                + " --ties breslow");
        assertCoefficients(
                breslow,
                5e-7,
                Map.of(
                        "trt",
                        0.289936,
                        "karno",
                        -0.032622,
                        "diagtime",
                        -0.000092,
                        "age",
                        -0.008549,
                        "prior",
                        0.007233));
    }

    @Test
    void carInsurance() throws IOException {
        Run claims = run(
                "mass_insurance.csv",
                "taut fit mass_insurance.csv --target Claims --task count --categorical District --offset 'log(Holders)'"
                        + " --penalty none --holdout 0");
        assertThat(claims.solution().deviance()).isCloseTo(51.42, within(0.005));
        Run swedish = run(
                "sw_autoins.csv",
                "taut fit sw_autoins.csv --target Claims --task count --exclude Payment --categorical"
                        + " Kilometres,Zone,Bonus,Make --offset 'log(Insured)' --penalty none --holdout 0 --folds 2");
        assertThat(swedish.solution().deviance()).isCloseTo(2966.118, within(0.0005));
        assertThat(swedish.solution().nullDeviance()).isCloseTo(34070.58, within(0.005));
    }

    @Test
    void leukemiaWithGenesSelectedInsideTheFolds() throws IOException {
        Run run = run(
                "leukemia_golub.csv.gz",
                "taut fit leukemia_golub.csv.gz --target class --split-column split --penalty enet:0.5 --rule min");
        assertThat((1 - heldOut(run, "accuracy")) * 34).isCloseTo(2, within(1e-9));
        assertThat(run.solution().active()).isBetween(40, 120);
    }
}
