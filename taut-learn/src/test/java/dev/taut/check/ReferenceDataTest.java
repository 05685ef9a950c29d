package dev.taut.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.SharedData;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clean reference data must not worry anybody: correlated clusters are noted, nothing is warned about. */
class ReferenceDataTest {
    @ParameterizedTest
    @CsvSource({
        "diabetes.csv, progression",
        "prostate.csv, lpsa",
        "iris.csv, Species",
        "wine.csv, class",
        "saheart.csv, chd",
        "breast_cancer_wdbc.csv, diagnosis",
        "glmnet_quickstart.csv, y",
        "glmnet_binomial.csv, y",
        "glmnet_poisson.csv, y",
        "mass_insurance.csv, Claims",
        "linnerud.csv, Weight"
    })
    void cleanDataIsNotWarnedAbout(String file, String target) {
        CheckedData checked = Checks.of(Dataset.of(SharedData.table(file), target));
        assertThat(checked.findings())
                .allMatch(f -> f.severity() == Severity.NOTE && f.code() == Code.CORRELATED_CLUSTER);
    }

    @Test
    void bikeshareIsCleanWithoutItsParts() {
        Dataset data = Dataset.of(SharedData.table("bikeshare.csv"), "bikers")
                .exclude("casual", "registered")
                .task(Task.COUNT);
        assertThat(Checks.of(data).findings()).extracting(Finding::code).containsOnly(Code.CORRELATED_CLUSTER);
    }

    @Test
    void oneGeneOfSevenThousandIsNotALeak() {
        Dataset data =
                Dataset.of(SharedData.table("leukemia_golub.csv.gz"), "class").with(Role.SPLIT, "split");
        CheckedData checked = Checks.of(data);
        assertThat(checked.findings()).noneMatch(f -> f.code() == Code.LEAKAGE_SUSPECT);
    }

    @Test
    void titanicNamesItsIdentifiersAndGaps() {
        CheckedData checked = Checks.of(Dataset.of(SharedData.table("titanic.csv"), "Survived"));
        assertThat(checked.findings().stream().map(Finding::code).toList())
                .containsExactly(
                        Code.IDENTIFIER, Code.FREE_TEXT, Code.MISSING_VALUES, Code.MANY_LEVELS, Code.MANY_LEVELS);
    }
}
