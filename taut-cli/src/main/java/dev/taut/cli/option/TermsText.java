package dev.taut.cli.option;

import dev.taut.text.Terms;
import dev.taut.text.Weighting;
import java.util.List;

/** {@code tfidf,words=2,min-rows=5,most=20000} as {@link Terms}. */
final class TermsText {
    private static final String FLAG = "--terms";
    private static final List<String> WEIGHTINGS = List.of("tfidf", "counts", "presence", "hashed");
    private static final List<String> NUMBERS = List.of("words", "min-rows", "most");

    private TermsText() {}

    static Terms parse(String text) {
        Terms terms = Terms.standard();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            terms = equals < 0
                    ? terms.weighting(weighting(part))
                    : number(terms, part.substring(0, equals), part.substring(equals + 1));
        }
        return terms;
    }

    private static Weighting weighting(String word) {
        return Weighting.values()[WEIGHTINGS.indexOf(Usage.choice(FLAG, word, WEIGHTINGS))];
    }

    private static Terms number(Terms terms, String name, String value) {
        String key = Usage.choice(FLAG, name, NUMBERS);
        int number = Usage.whole(FLAG + " " + key + "=", value, 1);
        try {
            return switch (key) {
                case "words" -> terms.longest(number);
                case "min-rows" -> terms.minRows(number);
                default -> terms.most(number);
            };
        } catch (IllegalArgumentException e) {
            throw Usage.refuse(FLAG, "`" + FLAG + " " + key + "=" + value + "`: " + e.getMessage());
        }
    }
}
