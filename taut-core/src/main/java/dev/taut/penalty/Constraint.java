package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * lower ≤ Σ factor·β_column ≤ upper, for coefficients of the raw columns.
 *
 * @param terms at least one
 * @param lower ≤ 0, may be −∞: all coefficients at zero must be allowed
 * @param upper ≥ 0, may be +∞
 */
public record Constraint(List<Term> terms, double lower, double upper) {
    public Constraint {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a constraint without columns");
        }
        if (!(lower <= 0 && upper >= 0)) {
            throw new IllegalArgumentException("the constraint " + text(terms, lower, upper)
                    + " forbids that all coefficients are zero; its limits must contain 0");
        }
    }

    /**
     * A multiple of one coefficient.
     *
     * @param column a name
     * @param factor finite, not 0
     */
    public record Term(String column, double factor) {
        public Term {
            if (factor == 0 || !Double.isFinite(factor)) {
                throw new IllegalArgumentException(
                        "the factor of " + column + " in a constraint must be a finite number other than 0");
            }
        }
    }

    /** β of each column ≤ β of the next. */
    public static List<Constraint> increasing(String... columns) {
        if (columns.length < 2 || Arrays.stream(columns).distinct().count() < columns.length) {
            throw new IllegalArgumentException("an order of coefficients needs at least two different columns");
        }
        return IntStream.range(1, columns.length)
                .mapToObj(k -> new Constraint(
                        List.of(new Term(columns[k], 1), new Term(columns[k - 1], -1)), 0, Double.POSITIVE_INFINITY))
                .toList();
    }

    /** The coefficients of these columns have sum zero, as those of shares of a whole (Aitchison 1986). */
    public static Constraint sumZero(String... columns) {
        return new Constraint(Arrays.stream(columns).map(c -> new Term(c, 1)).toList(), 0, 0);
    }

    /** As one would write it, for example {@code a + 2·b ≤ 3}. */
    @Override
    public String toString() {
        return text(terms, lower, upper);
    }

    private static String text(List<Term> terms, double lower, double upper) {
        StringBuilder sum = new StringBuilder();
        for (Term term : terms) {
            String sign = term.factor < 0 ? (sum.isEmpty() ? "−" : " − ") : sum.isEmpty() ? "" : " + ";
            double size = Math.abs(term.factor);
            sum.append(sign).append(size == 1 ? "" : number(size) + "·").append(term.column);
        }
        if (lower == upper) {
            return sum + " = " + number(lower);
        }
        String from = Double.isInfinite(lower) ? "" : number(lower) + " ≤ ";
        String to = Double.isInfinite(upper) ? "" : " ≤ " + number(upper);
        return from.isEmpty() || !to.isEmpty() ? from + sum + to : sum + " ≥ " + number(lower);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains(".") && !text.contains("e") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** Without columns that are not there; their coefficients are zero. */
    List<Term> among(Features features) {
        return terms.stream()
                .filter(t -> features.matching(t.column).length > 0)
                .toList();
    }

    /** The factors of standardized coefficients, one per column. */
    double[] row(Features features, double[] scales) {
        double[] row = new double[features.size()];
        List<String> unknown = new ArrayList<>();
        for (Term term : terms) {
            int[] found = features.matching(term.column);
            if (found.length == 1) {
                row[found[0]] += term.factor / (scales.length == 0 ? 1 : scales[found[0]]);
            } else {
                unknown.add("`" + term.column + "`");
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the constraint " + this + " names "
                    + unknown.stream().collect(Collectors.joining(", ")) + ", which is no single column");
        }
        return row;
    }
}
