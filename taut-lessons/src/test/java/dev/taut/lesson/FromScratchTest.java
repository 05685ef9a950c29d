package dev.taut.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.lesson.scratch.L1FromScratch;
import dev.taut.lesson.scratch.L2FromScratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromScratchTest {
    @Test
    void printsThePublishedLosses() {
        List<String> lines = Slate.of(FromScratch.standard()).lines;
        assertThat(lines.stream().filter(line -> line.startsWith("Epoch: "))).hasSize(10);
        assertThat(lines).anyMatch(line -> line.startsWith("Epoch: 0 Total Loss: 10.3031539438 "));
        assertThat(lines).anyMatch(line -> line.startsWith("Epoch: 100 Total Loss: 1.0123787355 "));
        assertThat(lines).anyMatch(line -> line.startsWith("Epoch: 900 Total Loss: 1.0119974022 "));
        assertThat(lines).contains("gradient descent  bias 2.6490481777  weight 1.6172795313");
    }

    @ParameterizedTest
    @EnumSource
    void theDescentEndsAtTheLibrarysAnswer(FromScratch.Kind kind) {
        List<String> lines = Slate.of(new FromScratch(kind, 0.3, 0.3, 20_000)).lines;
        double[] exact = weights(lines, "library's exact");
        double[] descent = weights(lines, kind == FromScratch.Kind.L2 ? "gradient descent" : "soft threshold");
        assertThat(descent[0]).isCloseTo(exact[0], within(1e-9));
        assertThat(descent[1]).isCloseTo(exact[1], within(1e-9)).isGreaterThan(0.5);
    }

    @Test
    void onlyTheSoftThresholdFindsTheZero() {
        List<String> lines = Slate.of(new FromScratch(FromScratch.Kind.L1, 2, 0.1, 1000)).lines;
        assertThat(weights(lines, "soft threshold")[1]).isZero();
        assertThat(weights(lines, "library's exact")[1]).isZero();
        assertThat(weights(lines, "subgradient")[1]).isNotZero();
    }

    @ParameterizedTest
    @EnumSource
    void aDescentThatRunsAwaySaysSo(FromScratch.Kind kind) {
        List<String> lines = Slate.of(new FromScratch(kind, 0.1, 3, 1000)).lines;
        assertThat(lines).anyMatch(line -> line.startsWith("the loss has run away at epoch "));
        assertThat(lines).anyMatch(line -> line.contains("Try --learning-rate 0.3"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoStrength(double lambda) {
        assertThatThrownBy(() -> new FromScratch(FromScratch.Kind.L2, lambda, 0.1, 1))
                .hasMessageContaining("λ is " + lambda);
    }

    @ParameterizedTest
    @ValueSource(classes = {L2FromScratch.class, L1FromScratch.class})
    void showsTheFileThatRuns(Class<?> code) throws Exception {
        Path file = Path.of("src/main/java", code.getName().replace('.', '/') + ".java");
        assertThat(Lessons.source(code)).isEqualTo(Files.readString(file));
    }

    private static double[] weights(List<String> lines, String who) {
        String line = lines.stream().filter(l -> l.startsWith(who)).findFirst().orElseThrow();
        String[] words = line.substring(who.length()).strip().split(" +");
        return new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[3])};
    }
}
