package dev.taut.run;

import java.util.List;

/**
 * The words of a text column and what the model makes of them.
 *
 * @param column    the table column
 * @param weighting tf-idf, counts, presence or hashed
 * @param longest   words of the longest term
 * @param columns   terms with a column of the design
 * @param documents training rows that hold a text
 * @param known     share of all occurrences of terms in those rows that have a column
 * @param frequent  the terms that most training rows hold, at most 12; none if they are hashed
 * @param raising   terms with the largest positive standardized coefficients, at most 15
 * @param lowering  terms with the largest negative ones, at most 15
 */
public record TextSummary(
        String column,
        String weighting,
        int longest,
        int columns,
        int documents,
        double known,
        List<FrequentTerm> frequent,
        List<WeightyTerm> raising,
        List<WeightyTerm> lowering) {
    public TextSummary {
        frequent = List.copyOf(frequent);
        raising = List.copyOf(raising);
        lowering = List.copyOf(lowering);
    }

    /**
     * @param rows training rows that hold the term
     */
    public record FrequentTerm(String term, int rows) {}

    /**
     * @param output       class name, empty unless multiclass
     * @param rows         training rows that hold the term; 0 if terms are hashed
     * @param standardized its coefficient per common standard deviation of the column's terms
     */
    public record WeightyTerm(String term, String output, int rows, double standardized) {}
}
