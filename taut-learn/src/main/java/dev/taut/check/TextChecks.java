package dev.taut.check;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.flag;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import java.util.Optional;

/**
 * What a text column really is: numbers with a few words between (T0201), an identifier (T0305), prose (T0311), other
 * free text such as names (T0308), very many categories (T0309), or categories.
 */
final class TextChecks {
    /** From this share of numbers on, the words are the exception. */
    private static final double MOSTLY_NUMBERS = 0.8;
    /** Below this many filled cells, "all different" says nothing. */
    static final int FEW_CELLS = 10;

    private static final double ALL_DIFFERENT = 0.95;
    private static final double MOSTLY_DIFFERENT = 0.5;
    private static final double LONG_TEXT = 40;
    private static final double SENTENCE_WORDS = 3;
    /** Names, titles and addresses are shorter. */
    private static final double PROSE_WORDS = 6;

    private static final int MANY_LEVELS = 50;

    private TextChecks() {}

    static void check(Review review) {
        for (Column column : review.features()) {
            if (!review.isCategory(column) || review.isText(column)) {
                continue;
            }
            TextLevels levels = TextLevels.of(column);
            boolean declared = review.data().isCategorical(column.name()) || review.kept(column.name());
            Optional<Finding> words = declared ? Optional.empty() : numbersWithWords(levels, "column");
            if (words.isPresent()) {
                review.add(words.get());
                review.leaveOut(column.name());
            } else {
                kind(review, levels);
            }
        }
    }

    /** T0201: at least 80 % of the filled cells are numbers, and at least one is not. */
    static Optional<Finding> numbersWithWords(TextLevels levels, String what) {
        NumberWords odd = NumberWords.of(levels);
        if (odd.words() == 0 || levels.filled() - odd.words() < MOSTLY_NUMBERS * levels.filled()) {
            return Optional.empty();
        }
        String column = levels.column();
        String are = odd.words() == 1 ? " values is text" : " values are text";
        return Optional.of(Finding.of(
                        Code.TEXT_IN_NUMBERS,
                        column,
                        what + " " + name(column) + " should be numeric but " + count(odd.words()) + " of "
                                + count(levels.filled()) + are)
                .because(odd.evidence())
                .help(odd.remedies(column, what.equals("target"))));
    }

    private static void kind(Review review, TextLevels levels) {
        String column = levels.column();
        boolean wanted = review.kept(column) || review.data().isCategorical(column);
        double different = levels.filled() < FEW_CELLS ? 0 : (double) levels.used() / levels.filled();
        boolean sentences = levels.meanWords() >= SENTENCE_WORDS || levels.meanLength() > LONG_TEXT;
        if (different > MOSTLY_DIFFERENT && levels.meanWords() >= PROSE_WORDS && !wanted) {
            review.add(prose(levels));
            review.prose(column);
        } else if (different > MOSTLY_DIFFERENT && sentences && !wanted) {
            review.add(freeText(levels));
            review.leaveOut(column);
        } else if (different >= ALL_DIFFERENT && !review.kept(column)) {
            identifier(review, levels);
        } else if (levels.used() > MANY_LEVELS) {
            review.add(Finding.of(
                            Code.MANY_LEVELS,
                            column,
                            name(column) + " has " + count(levels.used())
                                    + " categories; rare ones are pooled as \"(other)\"")
                    .help(flag("--exclude", column)));
        }
    }

    private static Finding prose(TextLevels levels) {
        String column = levels.column();
        return Finding.of(
                        Code.PROSE,
                        column,
                        name(column) + " is prose (" + count(levels.used()) + " different values of "
                                + count(Math.round(levels.meanWords()))
                                + " words on average): its words become features")
                .help(flag("--text", column), flag("--exclude", column));
    }

    private static Finding freeText(TextLevels levels) {
        String column = levels.column();
        return Finding.of(
                        Code.FREE_TEXT,
                        column,
                        name(column) + " is free text (" + count(levels.used()) + " different values, "
                                + count(Math.round(levels.meanLength())) + " characters on average) and was left out")
                .help(flag("--exclude", column), flag("--text", column));
    }

    private static void identifier(Review review, TextLevels levels) {
        String column = levels.column();
        boolean everywhere = levels.used() == levels.filled();
        String what = everywhere
                ? name(column) + " is different in every row: an identifier, not a feature"
                : name(column) + " has " + count(levels.used()) + " different values in " + count(levels.filled())
                        + " rows: an identifier, not a feature";
        identifier(review, column, what, "left in, it would create " + count(levels.used()) + " one-hot columns");
    }

    /** T0305: an error, unless the user allows it; then the column is left out with a note. */
    static void identifier(Review review, String column, String message, String why) {
        review.leaveOut(column);
        Finding finding = Finding.of(Code.IDENTIFIER, column, message);
        review.add(
                review.allows(Code.IDENTIFIER)
                        ? finding.as(Severity.NOTE).because("left out, as --allow T0305 asks")
                        : finding.because(why).help(flag("--exclude", column), "--allow T0305"));
    }
}
