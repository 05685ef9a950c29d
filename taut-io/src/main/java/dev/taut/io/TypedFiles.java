package dev.taut.io;

import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.io.cell.Missing;
import dev.taut.io.cell.NumberSyntax;
import dev.taut.io.duck.Duck;
import dev.taut.io.file.Content;
import dev.taut.io.file.Encoding;
import dev.taut.io.file.FileFindings;
import dev.taut.io.file.Globs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Files that say themselves what their columns are: Parquet, JSON, and queries over files. Integers, decimals and
 * floats become numbers, dates and timestamps dates, everything else that is one value text. NULL, NaN and the empty
 * text are missing, and so are the missing words that the user names (not the default ones: such a file has NULL).
 */
record TypedFiles(ReadOptions options) {
    private static final String PARQUET = "read_parquet(FILES, union_by_name = true";
    /** All rows are looked at before the types are decided, so that none is met too late. */
    private static final String JSON = "read_json(FILES, union_by_name = true, sample_size = -1";

    Table parquet(Content content) {
        String head = new String(content.head(4), StandardCharsets.ISO_8859_1);
        if (!head.equals("PAR1") || content.gzip()) {
            content.refuseForeign(content.head(1 << 12), Encoding.detect(new byte[0]));
            throw new Refused(
                    Finding.of(Code.FILE_UNREADABLE, content.name(), content.name() + " is not a Parquet file")
                            .because("a Parquet file begins with PAR1"
                                    + (content.gzip() ? " and is never packed as a whole" : ""))
                            .help(
                                    content.gzip()
                                            ? "gunzip " + content.name()
                                            : "rename it to say what it is, .csv for example"));
        }
        return read(PARQUET, List.of(content.path()), new Source(content.name(), content.sha256(), "parquet, duckdb"));
    }

    Table json(Content content) {
        String reader = content.gzip() ? "json, gzip, duckdb" : "json, duckdb";
        String options = content.gzip() ? JSON + ", compression = 'gzip'" : JSON;
        return read(options, List.of(content.path()), new Source(content.name(), content.sha256(), reader));
    }

    /** All files that match, one below the other; a column that one of them lacks is missing there. */
    Table glob(Path pattern) {
        List<Path> files = Globs.files(pattern);
        String name = pattern.toString();
        if (files.isEmpty()) {
            throw new Refused(Finding.of(Code.FILE_UNREADABLE, name, "no file matches " + name));
        }
        boolean parquet = isParquet(Content.extension(pattern));
        if (!parquet && !isJson(Content.extension(pattern))) {
            throw new Refused(
                    Finding.of(Code.FILE_UNREADABLE, name, name + ": only Parquet and JSON files are read by pattern")
                            .help("--sql \"from '" + name + "'\""));
        }
        String count = Wording.count(files.size(), "file", "files");
        String reader = (parquet ? "parquet, duckdb, " : "json, duckdb, ") + count;
        return read(parquet ? PARQUET : JSON, files, new Source(name, Globs.digest(files), reader));
    }

    static boolean isParquet(String extension) {
        return extension.equals("parquet") || extension.equals("pq");
    }

    static boolean isJson(String extension) {
        return extension.equals("json") || extension.equals("jsonl") || extension.equals("ndjson");
    }

    private Table read(String call, List<Path> files, Source source) {
        String list = files.stream().map(file -> literal(file.toString())).collect(Collectors.joining(", "));
        String query = "from " + call.replace("FILES", "[" + list + "]") + ")";
        return Table.of(source, duck(query, source.name(), Optional.empty()).columns());
    }

    Table query(String sql) {
        return Table.of(
                new Source("the query", "", "sql, duckdb: " + oneLine(sql)),
                duck(sql, "the query", Optional.empty()).columns());
    }

    /** The query in a file; its relative paths start from that file's folder. */
    Table queryFile(Content content) {
        try {
            String sql = Files.readString(content.path());
            Optional<Path> folder =
                    Optional.ofNullable(content.path().toAbsolutePath().getParent());
            var source = new Source(content.name(), content.sha256(), "sql, duckdb: " + oneLine(sql));
            return Table.of(source, duck(sql, content.name(), folder).columns());
        } catch (IOException e) {
            throw FileFindings.refuse(content.name(), e);
        }
    }

    private Duck duck(String sql, String subject, Optional<Path> folder) {
        boolean named = !options.missing().equals(ReadOptions.MISSING_WORDS);
        Missing missing = Missing.of(named ? options.missing() : List.of(), NumberSyntax.PLAIN);
        return new Duck(sql, subject, folder, missing, options.categorical());
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
