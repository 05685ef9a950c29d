package dev.taut.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.loss.Losses;
import dev.taut.penalty.Penalties;
import dev.taut.testkit.matrix.Refusals.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every loss with every penalty, on every storage, with weights, offsets, factors and bounds: either the certificate holds,
 * judged by the definitions of loss and penalty and by nothing else, or the combination is refused at construction, and
 * {@link Refusals} says so. {@code -Dtaut.matrix=all} tries the whole product.
 */
class MatrixTest {
    @TempDir
    Path folder;

    @Test
    void everyLossIsThere() {
        assertThat(Arrays.stream(LossCase.values()).map(LossCase::family).distinct())
                .as("losses with a definition in LossCase")
                .containsExactlyInAnyOrderElementsOf(
                        Losses.usages().stream().map(Losses::family).toList());
        assertThat(Arrays.stream(LossCase.values()))
                .allSatisfy(
                        loss -> assertThat(Losses.named(loss.named()).name()).isEqualTo(loss.named()));
    }

    @Test
    void everyPenaltyIsThere() {
        assertThat(Arrays.stream(PenaltyCase.values()).map(PenaltyCase::family).distinct())
                .as("penalties with a definition in PenaltyCase")
                .containsExactlyInAnyOrderElementsOf(Penalties.names());
    }

    @TestFactory
    Stream<DynamicContainer> refusedOrNot() {
        return Arrays.stream(LossCase.values())
                .map(loss -> DynamicContainer.dynamicContainer(
                        loss.toString(),
                        Arrays.stream(PenaltyCase.values())
                                .map(penalty -> DynamicTest.dynamicTest(
                                        loss + " with " + penalty,
                                        () -> Cells.of(loss, penalty).forEach(MatrixTest::refusedAsListed)))));
    }

    private static void refusedAsListed(Trial trial) {
        List<Refusal> listed =
                Refusals.all().stream().filter(r -> r.fits(trial)).toList();
        Optional<String> message = trial.refusal();
        assertThat(message.isPresent())
                .as("%s is refused: %s; listed are %s", trial, message, listed)
                .isEqualTo(!listed.isEmpty());
        message.ifPresent(said ->
                assertThat(listed).as("%s: %s", trial, said).anyMatch(refusal -> refusal.isSaidBy(said, trial)));
    }

    @TestFactory
    Stream<DynamicContainer> certified() {
        return Arrays.stream(LossCase.values())
                .map(loss -> DynamicContainer.dynamicContainer(
                        loss.toString(),
                        Arrays.stream(PenaltyCase.values())
                                .map(penalty -> DynamicTest.dynamicTest(
                                        loss + " with " + penalty, () -> certified(loss, penalty)))));
    }

    /** {@code -Dtaut.snapshots=write} writes it anew. */
    @Test
    void documentSaysWhatCombines() throws IOException {
        Path document = Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .resolveSibling("docs")
                .resolve("combinations.md");
        if ("write".equals(System.getProperty("taut.snapshots"))) {
            Files.writeString(document, CombinationsDocument.text());
        }
        assertThat(Files.readString(document)).isEqualTo(CombinationsDocument.text());
    }

    private void certified(LossCase loss, PenaltyCase penalty) {
        List<String> complaints = Cells.tried(loss, penalty).stream()
                .parallel()
                .flatMap(trial -> trial.complaints(folder).stream().map(complaint -> trial + ": " + complaint))
                .toList();
        assertThat(complaints).isEmpty();
    }
}
