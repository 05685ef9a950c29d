package dev.taut.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void isAValue() {
        int[] train = {0, 2};
        Split split = new Split(train, new int[] {1});
        train[0] = 7;
        assertThat(split)
                .isEqualTo(Split.of(3, row -> row == 1))
                .hasSameHashCodeAs(Split.of(3, row -> row == 1))
                .isNotEqualTo(Split.of(3, row -> row == 2))
                .hasToString("Split[train=[0, 2], test=[1]]");
    }

    @Test
    void rowsAscend() {
        assertThatThrownBy(() -> new Split(new int[] {0, 2, 2}, new int[0]))
                .hasMessage("row indices must ascend, but 2 follows 2");
    }
}
