package dev.taut.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeHasAPageThatFitsAScreen(Code code) {
        String page = Explanations.of(code);
        assertThat(page)
                .startsWith(code.severity().word() + "[" + code.id() + "]: " + code.title() + "\n\n")
                .containsSubsequence("\n\nWhy it matters: ", "\n\nWhat to do:\n  - ", "\n\nExample:\n  ");
        assertThat(page.lines()).hasSizeLessThan(30).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aPageReadsLikeThis() {
        assertThat(Explanations.page("t0305")).hasValue("""
                error[T0305]: an identifier, not a feature

                A text column is different in (nearly) every row, or a whole number counts the
                rows: a name of the row, not a property of it.

                Why it matters: As a category it would get one column per row and explain the
                training rows perfectly and new rows not at all. A row counter teaches the
                order of the file.

                What to do:
                  - --exclude COLUMN    leaves it out
                  - --allow T0305       leaves out every such column, with a note
                  - --keep COLUMN       if it is a property after all

                Example:
                  `order_id` is different in every row
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lambda",
                "λ",
                "l1Ratio",
                "L1",
                "l2",
                "ridge",
                "lasso",
                "elastic net",
                "certificate",
                "rule",
                "1se",
                "knot",
                "path",
                "active",
                "design",
                "features",
                "recipe",
                "epoch",
                "loss",
                "penalty",
                "objective",
                "holdout",
                "offset",
                "weights",
                "leakage",
                "alpha",
                "C"
            })
    void theVocabularyIsExplained(String term) {
        assertThat(Explanations.page(term)).isPresent();
    }

    @Test
    void termsReadLikeThisUnderAnyOfTheirNames() {
        assertThat(Explanations.page("knot")).hasValue("""
                knot

                One solution of the path: a lambda, its coefficients, and its certificate.
                see: path, certificate
                """);
        assertThat(Explanations.page(" Ridge "))
                .isEqualTo(Explanations.page("l2"))
                .isPresent();
        assertThat(Explanations.page("gradient")).isEmpty();
    }

    @Test
    void everyCrossReferenceLeadsSomewhere() {
        for (String term : Explanations.terms()) {
            String page = Explanations.page(term).orElseThrow();
            assertThat(page.lines()).allMatch(line -> line.length() <= 80, term);
            assertThat(references(page))
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(Explanations.page(word))
                            .as("%s, from %s", word, term)
                            .isPresent());
        }
    }

    private static List<String> references(String page) {
        return page.lines()
                .filter(line -> line.startsWith("see: "))
                .flatMap(line -> Arrays.stream(line.substring(5).split(", ")))
                .toList();
    }

    @Test
    void codesMentionedOnPagesExist() {
        for (String word : Explanations.words()) {
            Pattern.compile("T0\\d{3}")
                    .matcher(Explanations.page(word).orElseThrow())
                    .results()
                    .map(MatchResult::group)
                    .forEach(code -> assertThat(Explanations.page(code))
                            .as("%s, from %s", code, word)
                            .isPresent());
        }
    }

    @Test
    void codesAreDistinctAndSorted() {
        List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
        assertThat(ids).doesNotHaveDuplicates().isSorted();
    }
}
