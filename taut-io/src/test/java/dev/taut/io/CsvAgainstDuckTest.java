package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers that share no code see the same table in every reference file. */
class CsvAgainstDuckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "diabetes.csv",
                "prostate.csv",
                "leukemia_golub.csv.gz",
                "saheart.csv",
                "titanic.csv",
                "bikeshare.csv",
                "glmnet_quickstart.csv",
                "glmnet_binomial.csv",
                "glmnet_poisson.csv",
                "glmnet_cox.csv.gz",
                "survival_lung.csv",
                "survival_veteran.csv",
                "nki70_survival.csv",
                "sms_spam.csv.gz",
                "rt_polarity.csv.gz",
                "higgs_7k.csv.gz",
                "digits.csv.gz",
                "iris.csv",
                "wine.csv",
                "breast_cancer_wdbc.csv",
                "linnerud.csv",
                "airquality.csv",
                "mass_insurance.csv",
                "sw_autoins.csv"
            })
    void sameTable(String name) {
        Path path = Shared.file(name);
        Table ours = Tables.read(path);
        Table theirs =
                Tables.sql("from read_csv('" + path + "', header = true, delim = ',', quote = '\"', escape = '\"',"
                        + " nullstr = ['', 'NA', 'NaN', 'nan', 'null', 'NULL', '?'], sample_size = -1, auto_detect = true,"
                        + " max_line_size = 10000000)");
        assertThat(ours.names()).isEqualTo(theirs.names());
        assertThat(ours.rows()).isEqualTo(theirs.rows());
        for (Column column : ours.columns()) {
            Column other = theirs.column(column.name());
            assertThat(other).as(column.name()).hasSameClassAs(column);
            assertThat(texts(other)).as(column.name()).isEqualTo(texts(column));
            if (column instanceof NumericColumn numbers) {
                assertThat(((NumericColumn) other).values()).as(column.name()).isEqualTo(numbers.values());
            }
        }
        assertThat(ours.source().reader()).contains("utf-8, delimiter ','");
    }

    /** Ours leaves out the blanks around an unquoted cell, theirs keeps them. */
    private static List<String> texts(Column column) {
        return InFolder.cells(column).stream().map(String::strip).toList();
    }
}
