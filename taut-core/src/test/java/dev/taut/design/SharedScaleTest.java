package dev.taut.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedScaleTest {
    @Test
    void columnsOfOneSourceThatShareAScaleHaveTheRootMeanSquareOfTheirDeviations() {
        Design design = DenseDesign.ofColumns(
                2, new double[] {0, 2}, new double[] {0, 14}, new double[] {3, 3}, new double[] {0, 8});
        Standardization own = Standardization.of(design, new double[] {0.5, 0.5}, true, true);
        assertThat(own.scales()).containsExactly(1, 7, Double.POSITIVE_INFINITY, 4);
        Features features = new Features(List.of(
                new Feature("t~a", "t", true),
                new Feature("t~b", "t", true),
                new Feature("t~c", "t", true),
                new Feature("t (missing)", "t")));
        Standardization shared = own.shared(features);
        assertThat(shared.scales()).containsExactly(5, 5, Double.POSITIVE_INFINITY, 4);
        assertThat(shared.centers()).containsExactly(own.centers());
    }

    @Test
    void otherColumnsKeepTheirs() {
        Standardization own = Standardization.of(new double[] {0, 0}, new double[] {2, 3}, true, true);
        assertThat(own.shared(Features.numbered(2))).isSameAs(own);
    }
}
