package dev.taut.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetStabilityTest {
    /** By hand: f = (1, 2/3, 1/3, 0, 0). */
    @Test
    void threeSetsOfFiveFeatures() {
        SetStability stability = SetStability.of(List.of(Set.of("a", "b"), Set.of("a", "c"), Set.of("a", "b")), 5);
        assertThat(stability.corrected().orElseThrow()).isCloseTo(4.0 / 9, within(1e-12));
        assertThat(stability.jaccard()).isCloseTo(5.0 / 9, within(1e-12));
        assertThat(stability.meanSize()).isEqualTo(2);
        assertThat(stability.frequencies().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void equalSetsAgreeFullyAndFullSetsHaveNothingToAgreeOn() {
        Set<String> set = Set.of("a", "b");
        assertThat(SetStability.of(List.of(set, set), 4).corrected()).hasValue(1);
        assertThat(SetStability.of(List.of(set, set), 2).corrected()).isEmpty();
        assertThat(SetStability.of(List.of(Set.of(), Set.of()), 2).corrected()).isEmpty();
    }

    @Test
    void randomSetsAgreeToNothing() {
        Random random = new Random(3);
        List<Set<String>> sets = new ArrayList<>();
        for (int s = 0; s < 400; s++) {
            Set<String> set = new HashSet<>();
            while (set.size() < 3 + s % 4) {
                set.add("x" + random.nextInt(20));
            }
            sets.add(set);
        }
        assertThat(SetStability.of(sets, 20).corrected().orElseThrow()).isCloseTo(0, within(0.02));
    }
}
