package dev.taut.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunJsonTest {
    /** 2⁻⁴⁴: Double.toString gives one digit too many before Java 19. */
    private static final double LONG_BEFORE_19 = Math.scalb(1.0, -44);

    private final Run run = run(LONG_BEFORE_19);

    @Test
    void readingGivesTheSameRunBack() {
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
    }

    @Test
    void keysAreTheComponentsInTheirOrder() {
        assertThat(RunJson.write(run))
                .startsWith(
                        "{\"schema\":\"taut.run/1\",\"provenance\":{\"command\":\"taut fit a.csv\",\"settings\":[],")
                .containsSubsequence("\"path\":", "\"tuning\":null", "\"solution\":", "\"effect\":", "\"holdout\":null")
                .endsWith("\"times\":{\"started\":\"\",\"threads\":1,\"phases\":[]}}");
    }

    @Test
    void aFindingIsWrittenByItsIdAndWord() {
        assertThat(RunJson.write(run))
                .contains("\"findings\":[{\"code\":\"T0303\",\"severity\":\"note\",\"subject\":\"s1\","
                        + "\"message\":\"twins\",\"evidence\":[\"r = 0.9\"],\"remedies\":[\"taut compare\"]}]");
    }

    @Test
    void doublesAreShortestOnEveryJava() {
        assertThat(RunJson.write(run)).contains("\"lambdaMax\":5.684341886080802E-14,");
    }

    @Test
    void numbersThatAreNotFiniteSurvive() {
        Run odd = run(Double.POSITIVE_INFINITY);
        assertThat(RunJson.write(odd)).contains("\"lambdaMax\":\"Infinity\"");
        assertThat(RunJson.read(RunJson.write(odd))).isEqualTo(odd);
    }

    @Test
    void aDamagedDocumentIsRefusedWithItsPlace() {
        String json = RunJson.write(run);
        assertThatThrownBy(() -> RunJson.read(json.replace("\"threads\"", "\"thread\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thread");
        assertThatThrownBy(() -> RunJson.read(json.replace("T0303", "T9999"))).hasMessageContaining("T9999");
        assertThatThrownBy(() -> RunJson.read(json.substring(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RunJson.read(json.replace("taut.run/1", "taut.run/9")))
                .hasMessage("schema taut.run/9 is not one this version reads (taut.run/1)");
        assertThatThrownBy(() -> RunJson.read(json.replace("\"threads\":1,", "")))
                .hasMessageContaining("threads");
    }

    private static Run run(double lambdaMax) {
        return new Run(
                Run.SCHEMA,
                new Provenance("taut fit a.csv", List.of(), 42, "a.csv", "", "csv", "0.1.0", "17"),
                new DataSummary(
                        2,
                        2,
                        0,
                        new DataSummary.TargetSummary(
                                "y", "regression", List.of(), DataSummary.Statistics.NONE, DataSummary.Histogram.NONE),
                        List.of()),
                List.of(Finding.of(Code.CORRELATED_CLUSTER, "s1", "twins")
                        .because("r = 0.9")
                        .help("taut compare")),
                new Objective(
                        "regression",
                        "squared",
                        "lasso",
                        1,
                        true,
                        true,
                        "minimise",
                        "taut",
                        List.of(
                                new Elsewhere("glmnet", List.of(new Elsewhere.Number("lambda", 0.5)), "glmnet()", ""),
                                new Elsewhere("Smile", List.of(), "", "has no weights"))),
                new PathSummary(List.of(), 0, 1, List.of(""), lambdaMax, "complete", "", List.of()),
                Optional.empty(),
                new SolutionSummary(
                        0.1,
                        0,
                        1,
                        3.5,
                        10.25,
                        List.of(1.5),
                        List.of(new SolutionSummary.CoefficientRow(
                                "x", "x", "", 2, 1, OptionalDouble.empty(), OptionalDouble.of(0.9))),
                        List.of(),
                        0),
                new Effect("rmse", List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Times("", 1, List.of()));
    }
}
