package dev.taut.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each lesson claims is what it measures. */
class LessonsTest {
    static Stream<Lesson> lessons() {
        return Lessons.all().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void breaksAndMends(Lesson lesson) {
        List<String> lines = Slate.of(lesson).lines;
        assertThat(lesson.question()).hasSizeLessThanOrEqualTo(60).endsWith("?");
        assertThat(lines)
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).doesNotContain("NaN"));
        if (!(lesson instanceof FromScratch)) {
            assertThat(lines).anyMatch(line -> line.startsWith("BREAK IT."));
            assertThat(lines).anyMatch(line -> line.startsWith("FIX IT."));
            assertThat(lines).anyMatch(line -> line.startsWith("Remember: "));
        }
    }

    @Test
    void withoutScalingTheUselessColumnEntersFirst() {
        Scaling.Entries entries = Scaling.entries();
        assertThat(entries.raw().get(0)).isEqualTo("house_number");
        assertThat(entries.scaled().subList(0, 2)).containsExactlyInAnyOrder("area_ha", "distance_km");
    }

    @Test
    void cross_validationBeatsBothExtremes() {
        List<LambdaByHand.Choice> choices = LambdaByHand.choices();
        LambdaByHand.Choice small = choices.get(0);
        LambdaByHand.Choice large = choices.get(1);
        for (LambdaByHand.Choice tuned : choices.subList(2, 4)) {
            assertThat(tuned.fresh()).isLessThan(0.8 * small.fresh()).isLessThan(0.8 * large.fresh());
        }
        assertThat(small.train()).isLessThan(0.4 * small.fresh());
        assertThat(choices.get(3).lambda()).isGreaterThan(choices.get(2).lambda());
    }

    @Test
    void theLassoPicksOneTwinRidgeKeepsBoth() {
        List<CorrelatedTwins.Keeping> keepings = CorrelatedTwins.keepings();
        CorrelatedTwins.Keeping lasso = keepings.get(0);
        assertThat(lasso.both()).isLessThan(0.3);
        assertThat(lasso.first()).isBetween(0.3, 0.7);
        assertThat(lasso.second()).isBetween(0.3, 0.7);
        for (CorrelatedTwins.Keeping sharing : keepings.subList(1, 3)) {
            assertThat(sharing.both()).isEqualTo(1);
            assertThat(sharing.smaller()).isGreaterThan(0.45);
        }
    }

    @Test
    void onlyTheProductHelps() {
        Interactions.Errors errors = Interactions.errors();
        assertThat(errors.main()).isGreaterThan(0.95 * errors.none());
        assertThat(errors.product()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void leakedSelectionFindsWhatIsNotThere() {
        SelectionLeakage.Accuracy accuracy = SelectionLeakage.accuracy();
        assertThat(accuracy.outside()).isGreaterThan(0.8);
        // 60 tosses: two standard errors are 13 percent.
        assertThat(accuracy.inside()).isCloseTo(0.5, within(0.13));
    }

    @Test
    void tooMuchPenaltyExplainsLittleEvenInTraining() {
        List<OverRegularization.Strength> strengths = OverRegularization.strengths();
        OverRegularization.Strength strongest = strengths.get(0);
        OverRegularization.Strength best = strengths.stream()
                .filter(OverRegularization.Strength::chosen)
                .findFirst()
                .orElseThrow();
        assertThat(strongest.explained()).isLessThan(0.25 * best.explained());
        assertThat(strongest.error()).isGreaterThan(1.4 * best.error());
    }

    @Test
    void separatedSlopesGrowForEver() {
        List<Separation.Slope> slopes = Separation.slopes();
        for (int i = 1; i < slopes.size(); i++) {
            assertThat(slopes.get(i).slope())
                    .isGreaterThan(1.5 * slopes.get(i - 1).slope());
            assertThat(slopes.get(i).loss()).isLessThan(slopes.get(i - 1).loss());
        }
        assertThat(Separation.penalised()).isBetween(1.0, 4.0);
    }

    @Test
    void stoppingEarlyIsLikeRidge() {
        List<EarlyStopping.Pair> pairs = EarlyStopping.pairs();
        double end = pairs.get(pairs.size() - 1).stopped();
        double best =
                pairs.stream().mapToDouble(EarlyStopping.Pair::stopped).min().orElseThrow();
        double ridge =
                pairs.stream().mapToDouble(EarlyStopping.Pair::ridge).min().orElseThrow();
        assertThat(best).isLessThan(0.6 * end);
        assertThat(best).isCloseTo(ridge, within(0.1));
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.distance()).isLessThan(0.35));
        assertThat(pairs.get(0).stopped()).isGreaterThan(best);
    }

    @Test
    void theStandInComesFirstAndLeaves() {
        List<ReadingAPath.Change> changes = ReadingAPath.changes();
        assertThat(changes.get(0).entered()).isEqualTo(Set.of("grade"));
        assertThat(changes).anyMatch(change -> change.left().contains("grade"));
    }

    @Test
    void onlyProximalStepsGiveZeros() {
        List<Subgradient.Progress> progress = Subgradient.progress();
        Subgradient.Progress last = progress.get(progress.size() - 1);
        assertThat(last.proximalZeros()).isEqualTo(Subgradient.optimalZeros()).isGreaterThan(20);
        assertThat(Math.abs(last.proximalExcess())).isLessThan(1e-9);
        assertThat(last.subgradientZeros()).isZero();
        assertThat(last.subgradientExcess()).isBetween(1e-6, 0.1);
    }
}
