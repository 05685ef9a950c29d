package dev.taut.io;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.taut.io.cell.NumberSyntax;
import dev.taut.io.file.Phrase;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What was decided about a CSV file.
 *
 * @param delimiter between fields
 * @param quote     around fields; {@link ReadOptions#NONE} if quotes mean nothing
 * @param padded    true if blanks stand between delimiters and quotes, as in {@code 1, "a, b", 2}
 * @param numbers   how numbers are written
 */
record CsvFormat(char delimiter, char quote, boolean padded, NumberSyntax numbers) {

    /** Every record goes to {@code handler}, however many fields it has; broken quotes end the reading. */
    <T> CsvReader<T> open(CsvCallbackHandler<T> handler, Reader characters) {
        return builder()
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(padded)
                .build(handler, characters);
    }

    /** The first records of a piece of text that may end anywhere; a broken quote ends them early. */
    List<List<String>> peek(String text, int most) {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = builder().allowUnclosedQuote(true).ofCsvRecord(text)) {
            Iterator<CsvRecord> rows = reader.iterator();
            while (records.size() < most && rows.hasNext()) {
                records.add(rows.next().getFields());
            }
        } catch (CsvParseException broken) {
            return records; // reading the file itself will say what is wrong with it
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string cannot fail", e);
        }
        return records;
    }

    private CsvReaderBuilder builder() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** {@code delimiter ';', decimal ','}. */
    String label() {
        var label = new StringBuilder("delimiter ").append(Phrase.quoted(delimiter));
        if (quote != '"') {
            label.append(quote == ReadOptions.NONE ? ", no quotes" : ", quote " + Phrase.quoted(quote));
        }
        if (numbers.decimal() != '.') {
            label.append(", decimal ").append(Phrase.quoted(numbers.decimal()));
        }
        if (numbers.thousands() != NumberSyntax.NONE) {
            label.append(", thousands ").append(Phrase.quoted(numbers.thousands()));
        }
        return label.toString();
    }
}
