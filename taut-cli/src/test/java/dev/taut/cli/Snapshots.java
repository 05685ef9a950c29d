package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a user reads, word for word, in {@code src/test/resources/dev/taut/cli/snapshots}. {@code -Dtaut.snapshots=write}
 * writes them anew; look at the difference before it is committed.
 */
final class Snapshots {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/dev/taut/cli/snapshots");

    private Snapshots() {}

    static void assertMatches(String name, String text) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if ("write".equals(System.getProperty("taut.snapshots"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file).exists();
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
