package dev.taut.report;

import dev.taut.run.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One {@link Run} as one HTML file of at most a megabyte that loads nothing from anywhere: text and tables stand in the
 * page itself, the charts are drawn from the run embedded in it.
 */
public final class Report {
    private Report() {}

    /** The whole page. Every name from the data is escaped; equal runs give equal pages. */
    public static String html(Run run) {
        return Page.of(run, Assets.bundled());
    }

    /**
     * Writes {@link #html} as UTF-8. The file appears whole or not at all; an existing one is replaced.
     *
     * @throws IOException if the folder does not exist or cannot be written
     */
    public static void write(Run run, Path file) throws IOException {
        // Not a temporary file of the platform: those are unreadable for everybody else.
        Path aside = file.toAbsolutePath()
                .resolveSibling(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(aside, html(run), StandardCharsets.UTF_8);
            move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
