package dev.taut.io;

import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.io.file.Content;
import dev.taut.io.file.Globs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The door: files become tables, tables become files. */
public final class Tables {
    private Tables() {}

    /** {@link #read(Path, ReadOptions)} with everything found out from the file. */
    public static Table read(Path path) {
        return read(path, ReadOptions.DEFAULTS);
    }

    /**
     * The table in this file.
     *
     * @throws dev.taut.finding.Refused if the file is no table, with all that is wrong with it
     */
    public static Table read(Path path, ReadOptions options) {
        return read(path, options, note -> {});
    }

    /**
     * The table in this file: CSV and its relatives, Parquet ({@code .parquet}, {@code .pq}), JSON ({@code .json},
     * {@code .jsonl}, {@code .ndjson}), svmlight ({@code .svm}, {@code .svmlight}, {@code .libsvm}), images in
     * the IDX format of MNIST, or the rows of a query ({@code .sql}); gzip is unpacked. The name decides; where it does not, the first bytes do. A pattern such
     * as {@code data/*.parquet} reads all matching Parquet or JSON files one below the other.
     *
     * @param notes receives what is worth knowing about a file that could be read: names made up, an encoding guessed
     * @throws dev.taut.finding.Refused if the file is no table, with all that is wrong with it
     */
    public static Table read(Path path, ReadOptions options, Consumer<Finding> notes) {
        var typed = new TypedFiles(options);
        if (Globs.isGlob(path)) {
            return typed.glob(path);
        }
        Content content = Content.of(path);
        String extension = Content.extension(path);
        return switch (extension) {
            case "svm", "svmlight", "libsvm" -> Svmlight.table(content);
            case "parquet", "pq" -> typed.parquet(content);
            case "json", "jsonl", "ndjson" -> typed.json(content);
            case "sql" -> typed.queryFile(content);
            default -> byContent(content, extension, options, notes);
        };
    }

    private static Table byContent(Content content, String extension, ReadOptions options, Consumer<Finding> notes) {
        byte[] first = content.head(64);
        if (Idx.begins(first)) {
            return Idx.table(content);
        }
        String head = new String(first, StandardCharsets.ISO_8859_1);
        if (head.startsWith("PAR1")) {
            return new TypedFiles(options).parquet(content);
        }
        boolean text = List.of("csv", "tsv", "tab", "txt").contains(extension);
        boolean json =
                head.stripLeading().startsWith("{") || head.stripLeading().startsWith("[");
        return json && !text ? new TypedFiles(options).json(content) : CsvFile.read(content, options, notes);
    }

    /** {@link #sql(String, ReadOptions)} with the defaults. */
    public static Table sql(String query) {
        return sql(query, ReadOptions.DEFAULTS);
    }

    /**
     * The rows of a query over files: {@code select id, price from 'houses.parquet' where price > 0}. One SELECT in
     * DuckDB's dialect; relative paths start from the working folder; nothing is written and nothing fetched.
     *
     * @param options only the missing words, if they are not the default ones, and the categorical columns count
     * @throws dev.taut.finding.Refused if the query does not run (T0001) or what it reads is no table (T0102)
     */
    public static Table sql(String query, ReadOptions options) {
        return new TypedFiles(options).query(query);
    }

    /**
     * Writes the table as CSV: UTF-8, a header, missing cells empty; tab-separated if the name ends in {@code .tsv} or
     * {@code .tab}, packed if in {@code .gz}. The file appears whole or not at all.
     *
     * @throws dev.taut.finding.Refused if it cannot be written (T0104)
     */
    public static void write(Table table, Path path) {
        CsvOutput.write(table, path);
    }
}
