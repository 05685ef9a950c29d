package dev.taut.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    private final Seeds seeds = Seeds.of(42);

    @Test
    void theNumbersOfASeedAreTheSameForAllTimes() {
        Seeds.Draws draws = seeds.stream("folds");
        assertThat(new long[] {draws.bits(), draws.bits()}).containsExactly(BITS);
        assertThat(seeds.stream("folds").permutation(10)).containsExactly(PERMUTATION);
    }

    @Test
    void aStreamIsSplitMix64() {
        // java.util.SplittableRandom is the same generator; the start of a stream is one step before its first number.
        long start = startOf(seeds.stream("anything").bits());
        SplittableRandom reference = new SplittableRandom(start);
        Seeds.Draws draws = seeds.stream("anything");
        for (int i = 0; i < 100; i++) {
            assertThat(draws.bits()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void whatIsDrawnElsewhereChangesNothing() {
        long alone = seeds.stream("folds").bits();
        seeds.stream("holdout").permutation(1000);
        seeds.child("folds").stream("repeat 1").bits();
        assertThat(seeds.stream("folds").bits()).isEqualTo(alone);
    }

    @Test
    void purposesSeedsAndChildrenDiffer() {
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(i -> Seeds.of(i % 20).child("child " + i / 200).stream("purpose " + i / 20 % 10)
                                .bits())
                        .distinct())
                .hasSize(2000);
    }

    @Test
    void belowIsUniform() {
        Seeds.Draws draws = seeds.stream("dice");
        for (int bound : new int[] {1, 2, 7, 10}) {
            int[] seen = new int[bound];
            int draw = 20_000 * bound;
            for (int i = 0; i < draw; i++) {
                seen[draws.below(bound)]++;
            }
            // Five standard deviations of a binomial count with mean 20 000.
            assertThat(IntStream.of(seen)).allMatch(count -> Math.abs(count - 20_000) < 710);
        }
        assertThat(IntStream.range(0, 1000).map(i -> draws.below(Integer.MAX_VALUE)))
                .allMatch(v -> v >= 0);
        assertThatThrownBy(() -> draws.below(0)).hasMessage("bound 0 is not positive");
    }

    @Test
    void uniformFillsTheUnitInterval() {
        Seeds.Draws draws = seeds.stream("uniform");
        double[] values =
                IntStream.range(0, 20_000).mapToDouble(i -> draws.uniform()).toArray();
        assertThat(DoubleStream.of(values)).allMatch(v -> v >= 0 && v < 1);
        // Five standard errors of the mean and of the mean square.
        assertThat(IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow())
                .isBetween(0.5 - 0.0102, 0.5 + 0.0102);
        assertThat(IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i] * values[i])
                        .average()
                        .orElseThrow())
                .isBetween(1 / 3.0 - 0.0106, 1 / 3.0 + 0.0106);
    }

    @Test
    void everyOrderIsEquallyLikely() {
        Seeds.Draws draws = seeds.stream("orders");
        int[] seen = new int[27];
        for (int i = 0; i < 60_000; i++) {
            int[] order = draws.permutation(3);
            seen[order[0] * 9 + order[1] * 3 + order[2]]++;
        }
        assertThat(IntStream.of(seen).filter(count -> count > 0))
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isBetween(10_000 - 460, 10_000 + 460));
    }

    private static final long[] BITS = {-5211070722397232577L, -225754020373519882L};
    private static final int[] PERMUTATION = {2, 3, 1, 0, 5, 9, 6, 4, 8, 7};

    /** Undoes the mixing of SplitMix64, and its first step. */
    private static long startOf(long bits) {
        long b = unshift(bits, 31) * inverse(0x94D049BB133111EBL);
        long a = unshift(b, 27) * inverse(0xBF58476D1CE4E5B9L);
        return unshift(a, 30) - 0x9E3779B97F4A7C15L;
    }

    private static long unshift(long value, int by) {
        long z = value;
        for (int i = 0; i < 3; i++) {
            z = value ^ (z >>> by);
        }
        return z;
    }

    /** Modulo 2⁶⁴, by Newton's iteration. */
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
