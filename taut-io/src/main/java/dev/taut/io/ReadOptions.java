package dev.taut.io;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.io.file.Phrase;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a text file is to be read; what is not said is found out from the file. {@link #DEFAULTS} finds out everything.
 *
 * @param delimiter   between fields; {@link #DETECT} looks for {@code , ; | } and tab
 * @param quote       around fields that hold a delimiter, a quote (doubled) or a line break; {@code "} by default, {@link #NONE} if quotes mean nothing
 * @param charset     of the bytes; empty means by byte order mark, else UTF-8, else Windows-1252
 * @param decimal     the decimal separator; {@link #DETECT} means a point, or a comma where the delimiter is
 *                    {@code ;} and the numbers leave no doubt
 * @param thousands   between groups of three digits; {@link #NONE} by default
 * @param missing     words that mean "no value" besides the empty cell; {@link #MISSING_WORDS} by default, each
 *                    letter by letter; one that reads as a number stands for all numbers of its value
 * @param header      whether the first line names the columns
 * @param categorical names of columns to take as text even if their cells are numbers or dates
 */
public record ReadOptions(
        char delimiter,
        char quote,
        Optional<Charset> charset,
        char decimal,
        char thousands,
        List<String> missing,
        Header header,
        Set<String> categorical) {

    /** Marks a character to be found out from the file. */
    public static final char DETECT = '\0';

    /** Marks a character that does not occur. */
    public static final char NONE = '\0';

    /** What means "no value" unless the user says otherwise; the empty cell always does. */
    public static final List<String> MISSING_WORDS = List.of("NA", "NaN", "nan", "null", "NULL", "?");

    public static final ReadOptions DEFAULTS =
            new ReadOptions(DETECT, '"', Optional.empty(), DETECT, NONE, MISSING_WORDS, Header.EXPECTED, Set.of());

    /** Whether the first line names the columns. */
    public enum Header {
        /** It does; a first line that looks like all the others is refused (T0103). */
        EXPECTED,
        /** It does, whatever it looks like. */
        PRESENT,
        /** It does not: the columns are named {@code c1}, {@code c2}, … */
        ABSENT
    }

    public ReadOptions {
        missing = List.copyOf(missing);
        categorical = Set.copyOf(categorical);
        differ("delimiter", delimiter, "quote", quote);
        differ("decimal separator", decimal, "thousands separator", thousands);
        if (decimal != DETECT && decimal != '.' && decimal != ',') {
            throw new Refused(Finding.of(
                            Code.USAGE, "decimal", "the decimal separator is '.' or ',', not " + Phrase.quoted(decimal))
                    .help("--decimal ','"));
        }
    }

    private static void differ(String one, char first, String other, char second) {
        if (first == second && first != DETECT) {
            throw new Refused(Finding.of(
                    Code.USAGE, one, "the " + one + " and the " + other + " are both " + Phrase.quoted(first)));
        }
    }

    public ReadOptions withDelimiter(char character) {
        return new ReadOptions(character, quote, charset, decimal, thousands, missing, header, categorical);
    }

    public ReadOptions withQuote(char character) {
        return new ReadOptions(delimiter, character, charset, decimal, thousands, missing, header, categorical);
    }

    public ReadOptions withCharset(Charset other) {
        return new ReadOptions(delimiter, quote, Optional.of(other), decimal, thousands, missing, header, categorical);
    }

    public ReadOptions withDecimal(char character) {
        return new ReadOptions(delimiter, quote, charset, character, thousands, missing, header, categorical);
    }

    public ReadOptions withThousands(char character) {
        return new ReadOptions(delimiter, quote, charset, decimal, character, missing, header, categorical);
    }

    /** Exactly these words, besides the empty cell, mean "no value". */
    public ReadOptions withMissing(Collection<String> words) {
        List<String> list = List.copyOf(words);
        return new ReadOptions(delimiter, quote, charset, decimal, thousands, list, header, categorical);
    }

    /** These words mean "no value" too. */
    public ReadOptions alsoMissing(String... words) {
        return withMissing(java.util.stream.Stream.concat(missing.stream(), java.util.stream.Stream.of(words))
                .distinct()
                .toList());
    }

    public ReadOptions withHeader(Header other) {
        return new ReadOptions(delimiter, quote, charset, decimal, thousands, missing, other, categorical);
    }

    /** Columns of exactly these names are taken as text. */
    public ReadOptions withCategorical(Collection<String> names) {
        Set<String> set = Set.copyOf(names);
        return new ReadOptions(delimiter, quote, charset, decimal, thousands, missing, header, set);
    }
}
