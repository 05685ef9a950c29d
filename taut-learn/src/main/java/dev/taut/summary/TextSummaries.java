package dev.taut.summary;

import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.TextStep;
import dev.taut.run.SolutionSummary;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.run.TextSummary;
import dev.taut.run.TextSummary.FrequentTerm;
import dev.taut.run.TextSummary.WeightyTerm;
import dev.taut.text.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words of each text column as a reader sees them. */
final class TextSummaries {
    private static final int FREQUENT = 12;
    private static final int WEIGHTY = 15;

    private TextSummaries() {}

    static List<TextSummary> of(FittedRecipe recipe, SolutionSummary solution) {
        return recipe.steps().stream()
                .filter(TextStep.class::isInstance)
                .map(step -> of((TextStep) step, solution))
                .toList();
    }

    private static TextSummary of(TextStep step, SolutionSummary solution) {
        Vocabulary vocabulary = step.vocabulary();
        Map<String, Integer> rows = new HashMap<>();
        for (int k = 0; k < vocabulary.terms().size(); k++) {
            rows.put(vocabulary.terms().get(k), vocabulary.rows().get(k));
        }
        String prefix = step.column() + TextStep.HOLDS;
        List<WeightyTerm> weighty = solution.coefficients().stream()
                .filter(row ->
                        row.source().equals(step.column()) && row.feature().startsWith(prefix))
                .map(row -> weighty(row, row.feature().substring(prefix.length()), rows))
                .toList();
        return new TextSummary(
                step.column(),
                vocabulary.how().weighting().word(),
                vocabulary.how().longest(),
                vocabulary.size(),
                vocabulary.documents(),
                vocabulary.known(),
                frequent(vocabulary),
                weighty.stream()
                        .filter(t -> t.standardized() > 0)
                        .limit(WEIGHTY)
                        .toList(),
                weighty.stream()
                        .filter(t -> t.standardized() < 0)
                        .limit(WEIGHTY)
                        .toList());
    }

    private static WeightyTerm weighty(CoefficientRow row, String term, Map<String, Integer> rows) {
        return new WeightyTerm(term, row.output(), rows.getOrDefault(term, 0), row.standardized());
    }

    private static List<FrequentTerm> frequent(Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.terms().size())
                .mapToObj(k -> new FrequentTerm(
                        vocabulary.terms().get(k), vocabulary.rows().get(k)))
                .sorted(Comparator.comparingInt((FrequentTerm t) -> -t.rows()).thenComparing(FrequentTerm::term))
                .limit(FREQUENT)
                .toList();
    }
}
