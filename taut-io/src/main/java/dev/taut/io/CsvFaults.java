package dev.taut.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.io.ReadOptions.Header;
import dev.taut.io.cell.ColumnBuilder;
import dev.taut.io.file.Content;
import dev.taut.io.file.Encoding;
import dev.taut.io.file.Lines;
import dev.taut.io.file.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everything that is wrong with a CSV file, once it has been read.
 *
 * @param rows what came out of it
 */
record CsvFaults(Content content, Encoding encoding, CsvFormat format, CsvRows rows) {

    /**
     * Errors and notes, in the order in which a reader meets them.
     *
     * @param stopped why reading ended before the end of the file, if it did
     */
    List<Finding> all(CsvHeader header, ReadOptions options, Optional<Finding> stopped) {
        List<Finding> findings = new ArrayList<>();
        if (rows.columns().length == 0) {
            return stopped.map(List::of).orElseGet(() -> List.of(blank()));
        }
        Optional<Finding> headless = options.header() == Header.EXPECTED
                ? CsvHeader.absent(content.name(), rows, format.numbers())
                : Optional.empty();
        headless.ifPresentOrElse(findings::add, () -> findings.addAll(header.findings()));
        if (headless.isEmpty()) {
            findings.addAll(unknown(header, options));
        }
        if (!rows.ragged().isEmpty()) {
            findings.add(ragged(header));
        } else if (rows.rows() == 0 && stopped.isEmpty()) {
            findings.add(Finding.of(Code.FILE_UNREADABLE, content.name(), content.name() + " has a header but no rows")
                    .because(content.name() + ":" + rows.firstLine() + "  "
                            + Phrase.shorten(String.join(String.valueOf(format.delimiter()), rows.first()))));
        }
        if (Arrays.stream(rows.columns()).anyMatch(ColumnBuilder::zeros)) {
            findings.add(Finding.of(
                            Code.FILE_UNREADABLE,
                            content.name(),
                            content.name() + " is not text: some cells hold zero bytes")
                    .help("export it as CSV or Parquet"));
        }
        stopped.ifPresent(findings::add);
        return findings;
    }

    private Finding blank() {
        return Finding.of(Code.FILE_UNREADABLE, content.name(), content.name() + " is empty")
                .because("nothing but blank lines: did the step that writes it finish?");
    }

    private List<Finding> unknown(CsvHeader header, ReadOptions options) {
        return new TreeSet<>(options.categorical())
                .stream()
                        .filter(name -> !header.names().contains(name))
                        .map(name -> unknown(name, header))
                        .toList();
    }

    private Finding unknown(String name, CsvHeader header) {
        Finding finding = Finding.of(
                Code.TARGET_NOT_FOUND, name, "categorical column `" + name + "` is not in " + content.name());
        String place =
                content.name() + ":" + rows.firstLine() + "  " + Phrase.shorten(String.join(",", header.names()));
        return DidYouMean.of(name, header.names())
                .map(near -> finding.because(place, "did you mean " + Wording.name(near) + "?")
                        .help(Wording.flag("--categorical", near)))
                .orElse(finding.because(place));
    }

    private Finding ragged(CsvHeader header) {
        List<Long> numbers =
                rows.ragged().shown().stream().map(RaggedLines.Line::number).toList();
        Map<Long, String> lines = Lines.fetch(content, encoding, numbers);
        var kinds = Arrays.stream(rows.columns()).map(ColumnBuilder::kind).toList();
        return new RaggedFinding(content.name(), format, header.names(), kinds, lines).of(rows.ragged(), rows.rows());
    }

    /** @param line where the record begins in which the parser gave up */
    static Finding quote(Content content, Encoding encoding, long line, CsvParseException broken) {
        String text = Lines.fetch(content, encoding, List.of(line)).getOrDefault(line, "");
        boolean after = String.valueOf(broken.getMessage()).startsWith("Unexpected character after closing quote");
        return Finding.of(
                        Code.BROKEN_QUOTE,
                        content.name(),
                        "line " + Wording.count(line)
                                + (after ? " has text after a closing quote" : " opens a quote that is never closed"))
                .because(line + " | " + Phrase.shorten(text))
                .help(
                        after
                                ? "double a quote that belongs to the text (\"\")"
                                : "close the quote, or double it (\"\")",
                        "--quote none if quotes mean nothing in this file");
    }
}
