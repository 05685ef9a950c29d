package dev.taut.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.taut.data.Column;
import dev.taut.data.Table;
import dev.taut.io.file.Aside;
import dev.taut.io.file.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A table as CSV: UTF-8, LF, a header, points in numbers, every double in enough digits to come back the same,
 * missing cells empty. Tab-separated if the name ends in {@code .tsv} or {@code .tab}, packed if in {@code .gz}.
 */
final class CsvOutput {
    private CsvOutput() {}

    static void write(Table table, Path path) {
        Aside.write(path, out -> {
            if (path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
                var packed = new GZIPOutputStream(out, 1 << 16);
                write(table, delimiter(path), packed);
                packed.finish();
            } else {
                write(table, delimiter(path), out);
            }
        });
    }

    private static char delimiter(Path path) {
        String extension = Content.extension(path);
        return extension.equals("tsv") || extension.equals("tab") ? '\t' : ',';
    }

    private static void write(Table table, char delimiter, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new Quotes(table.columns().size() == 1))
                .build(out, StandardCharsets.UTF_8);
        csv.writeRecord(table.names());
        for (int row = 0; row < table.rows(); row++) {
            CsvWriter.CsvWriterRecord record = csv.writeRecord();
            for (Column column : table.columns()) {
                record.writeField(column.text(row));
            }
            record.endRecord();
        }
        csv.flush();
    }

    /** Quotes what the reader would trim, and the empty cell of a narrow table: an empty line is no row. */
    private record Quotes(boolean narrow) implements QuoteStrategy {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return !value.equals(value.strip());
        }

        @Override
        public boolean quoteEmpty(int line, int field) {
            return narrow;
        }
    }
}
