package dev.taut.io;

import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.io.file.Content;
import java.nio.file.Path;
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
     * The table in this file.
     *
     * @param notes receives what is worth knowing about a file that could be read: names made up, an encoding guessed
     * @throws dev.taut.finding.Refused if the file is no table, with all that is wrong with it
     */
    public static Table read(Path path, ReadOptions options, Consumer<Finding> notes) {
        return CsvFile.read(Content.of(path), options, notes);
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
