package dev.taut.run;

import java.util.List;

/**
 * How to get the same result again.
 *
 * @param command  a command line that reproduces the run
 * @param settings every resolved setting with where its value came from
 * @param seed     the one seed all randomness comes from
 * @param dataName file name
 * @param dataSha256 hexadecimal digest of the file, empty for data in memory
 * @param reader   which reader read the file, with what settings
 * @param version  Taut's version
 * @param java     the Java runtime's version
 */
public record Provenance(
        String command,
        List<Setting> settings,
        long seed,
        String dataName,
        String dataSha256,
        String reader,
        String version,
        String java) {

    /** One resolved setting; {@code origin} is {@code default}, {@code flag}, {@code environment} or a file name. */
    public record Setting(String name, String value, String origin) {}
}
