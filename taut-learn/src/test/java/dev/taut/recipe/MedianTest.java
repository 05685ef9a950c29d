package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MedianTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void selectingAgreesWithSorting(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(1, 60);
        int distinct = random.nextInt(1, 40);
        double[] values = random.ints(n, -distinct, distinct).asDoubleStream().toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(Median.of(values)).isEqualTo(sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2);
    }

    @Test
    void sortedReversedAndEqualValuesTakeNoLonger() {
        int n = 1_000_001;
        assertThat(Median.of(IntStream.range(0, n).asDoubleStream().toArray())).isEqualTo(500_000);
        assertThat(Median.of(IntStream.range(0, n).mapToDouble(i -> n - i).toArray()))
                .isEqualTo(500_001);
        assertThat(Median.of(new double[n])).isZero();
    }

    @Test
    void hugeValuesDoNotOverflow() {
        assertThat(Median.of(new double[] {Double.MAX_VALUE, Double.MAX_VALUE})).isEqualTo(Double.MAX_VALUE);
    }
}
