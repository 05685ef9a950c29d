package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference files have the sizes that their documentation gives. */
class SharedSvmlightTest {
    @ParameterizedTest
    @CsvSource({
        "heart_scale.svm,       270,    13,   3378, 120",
        "w8a.svm.gz,          49749,   300, 579586, 1479",
        "rt_polarity.svm.gz,  10662, 10345, 189795, 5331",
        "glmnet_sparse.svm,     100,    20,    322, -1"
    })
    void sizes(String name, int rows, int columns, long entries, int positive) {
        SparseTable table = Svmlight.read(Shared.file(name));
        assertThat(table.labels()).hasSize(rows);
        assertThat(table.features().rows()).isEqualTo(rows);
        assertThat(table.features().columns()).isEqualTo(columns);
        assertThat(table.features().nonZeros()).isEqualTo(entries);
        if (positive >= 0) {
            assertThat(Arrays.stream(table.labels()).filter(label -> label == 1).count())
                    .isEqualTo(positive);
        }
    }
}
