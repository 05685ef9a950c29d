package dev.taut.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.text.Terms;
import dev.taut.text.Weighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextStepTest {
    private static final Recipe COUNTS =
            Recipe.standard().terms(Terms.standard().weighting(Weighting.COUNTS).minRows(2));

    private static Dataset data(String... texts) {
        return Dataset.of(
                        Table.of(TextColumn.of("m", List.of(texts)), NumericColumn.of("y", new double[texts.length])),
                        "y")
                .text("m");
    }

    @Test
    void wordsThatEnoughRowsHoldBecomeColumnsNamedAfterThem() {
        Dataset data = data("Free free entry", "call me", "free call", "", "me me");
        Encoded encoded = COUNTS.fit(data).encode(data.table());
        assertThat(Matrices.names(encoded)).containsExactly("m~call", "m~free", "m~me", "m (missing)");
        assertThat(Matrices.column(encoded, "m~free")).containsExactly(2, 0, 1, 0, 0);
        assertThat(Matrices.column(encoded, "m~me")).containsExactly(0, 1, 0, 0, 2);
        assertThat(Matrices.column(encoded, "m (missing)")).containsExactly(0, 0, 0, 1, 0);
        assertThat(encoded.design().nonZeros()).isLessThan(5 * 4);
        assertThat(COUNTS.fit(data).encoding("m")).isEqualTo("3 words, counts + missing flag");
    }

    @Test
    void wordsShareOneScaleAndGapsHaveTheirOwn() {
        Dataset data = data("free entry", "free call", "call", "");
        assertThat(COUNTS.fit(data).features().list())
                .allSatisfy(f -> assertThat(f.shared()).isEqualTo(f.name().contains("~")));
    }

    @Test
    void pairsOfNeighboursAreTermsIfAskedFor() {
        Dataset data = data("not good", "not good", "good not", "bad");
        Recipe pairs = COUNTS.terms(COUNTS.terms().longest(2));
        assertThat(Matrices.names(pairs.fit(data).encode(data.table())))
                .containsExactly("m~good", "m~not", "m~not good");
    }

    @Test
    void wordsNeverSeenInTrainingAreNoColumnsAndNoTrouble() {
        FittedRecipe fitted = COUNTS.fit(data("free entry", "free call", "call"));
        Encoded encoded = fitted.encode(data("unheard of", "free").table());
        assertThat(Matrices.column(encoded, "m~free")).containsExactly(0, 1);
        assertThat(encoded.findings()).isEmpty();
    }

    @Test
    void aColumnOfWhichNoWordIsHeldByEnoughRowsHasNoStep() {
        assertThat(COUNTS.fit(data("one", "two", "three")).steps()).isEmpty();
    }

    @Test
    void anotherKindOfTextIsNamedAndTheSameKindIsNot() {
        Dataset training = data("free call now", "call me now", "free now", "me now call");
        FittedRecipe fitted = COUNTS.fit(training);
        assertThat(fitted.extrapolation(training.table())).isEmpty();
        assertThat(fitted.extrapolation(data("ruf mich an", "gratis now").table()))
                .extracting(Finding::code)
                .containsExactly(Code.EXTRAPOLATION);
        assertThat(fitted.extrapolation(data("ruf mich an").table()).get(0).message())
                .isEqualTo(
                        "only 0.0 % of the words of `m` are known to the model, 100.0 % were in training: another kind"
                                + " of text");
    }

    @Test
    void numbersThatAreDeclaredTextAreReadAsTheyAreWritten() {
        Dataset data = Dataset.of(Table.of(NumericColumn.of("code", 7, 7, 12), NumericColumn.of("y", 1, 2, 3)), "y")
                .text("code");
        assertThat(Matrices.names(COUNTS.fit(data).encode(data.table()))).containsExactly("code~7");
    }
}
