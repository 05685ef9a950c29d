package dev.taut.data;

/**
 * Where a table came from, enough to recognise it again.
 *
 * @param name   the file name as a user would say it, or a description such as {@code (in memory)}
 * @param sha256 hexadecimal digest of the file's bytes as they lie on disk; empty if there is no file
 * @param reader which reader read it and with what settings it decided on, for example {@code csv, delimiter ';'}
 */
public record Source(String name, String sha256, String reader) {
    public static final Source MEMORY = new Source("(in memory)", "", "none");
}
