package dev.taut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.design.Storage;
import dev.taut.finding.Code;
import dev.taut.finding.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What {@link Linear#storage} changes: the numbers that are kept, and nothing else. */
class StorageTest {
    private static final int ROWS = 40;

    private static Dataset data(DoubleUnaryOperator kept, double shift) {
        Random random = new Random(3);
        double[] a = random.doubles(ROWS, -1, 1).toArray();
        double[] b = random.doubles(ROWS, 0, 1e-3).map(v -> v + shift).toArray();
        double[] y = new double[ROWS];
        Arrays.setAll(y, i -> 3 * a[i] + 1e3 * (b[i] - shift) + random.nextGaussian() / 10);
        return Dataset.of(
                Table.of(
                        Source.MEMORY,
                        List.of(
                                NumericColumn.of("a", Arrays.stream(a).map(kept).toArray()),
                                NumericColumn.of("b", Arrays.stream(b).map(kept).toArray()),
                                NumericColumn.of("y", y))),
                "y");
    }

    @Test
    void floatsGiveThePathOfTheRoundedNumbers() {
        Linear floats = Linear.regression().storage(Storage.FLOAT32);
        var path = floats.path(data(v -> v, 0)).path();
        assertThat(path.knots())
                .isEqualTo(
                        Linear.regression().path(data(v -> (float) v, 0)).path().knots())
                .isNotEqualTo(Linear.regression().path(data(v -> v, 0)).path().knots());
    }

    @Test
    void otherSettingsKeepTheStorage() {
        Linear linear =
                Linear.regression().storage(Storage.FLOAT32).intercept(false).standardize(false);
        assertThat(linear.settings().storage()).isEqualTo(Storage.FLOAT32);
        assertThat(Linear.model().settings().storage()).isEqualTo(Storage.DOUBLE);
    }

    @Test
    void whatFloatsCannotKeepApartIsRefused() {
        Dataset shifted = data(v -> v, 1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Linear.regression().storage(Storage.FLOAT32).path(data(v -> v, 100)))
                .satisfies(refused -> {
                    assertThat(refused.findings()).hasSize(1);
                    assertThat(refused.findings().get(0).code()).isEqualTo(Code.TOO_COARSE);
                    assertThat(refused.findings().get(0).text())
                            .contains("`b` needs more digits than float32 has", "--storage double");
                });
        assertThat(Linear.regression()
                        .storage(Storage.FLOAT32)
                        .path(shifted)
                        .path()
                        .knots())
                .isNotEmpty();
    }
}
