package dev.taut.io.file;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * An output file appears whole or not at all: it is written under another name in the same folder, then moved into
 * place. If writing fails, whatever stood there before still stands there.
 */
public final class Aside {
    private Aside() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Fills {@code target}; a link is followed, a device such as {@code /dev/stdout} is written to directly.
     *
     * @throws Refused if the file cannot be written (T0104)
     */
    public static void write(Path target, Writer writer) {
        Path folder = FileFindings.folderOf(target);
        if (!Files.isDirectory(folder)) {
            throw refuse(target, "its folder does not exist", "mkdir -p " + folder);
        }
        if (Files.isDirectory(target)) {
            throw refuse(target, "it is a folder", "-o " + target.resolve("out.csv"));
        }
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                fill(target, writer, StandardOpenOption.WRITE);
            } else {
                replace(Files.exists(target) ? target.toRealPath() : target, writer);
            }
        } catch (AccessDeniedException e) {
            throw refuse(
                    target,
                    "permission denied in its folder",
                    "chmod u+w " + (folder.toString().isEmpty() ? "." : folder));
        } catch (IOException e) {
            throw refuse(target, String.valueOf(e.getMessage()), "-o with a path in another folder");
        }
    }

    private static void replace(Path target, Writer writer) throws IOException {
        String draftName = "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part";
        Path draft = target.resolveSibling(draftName);
        try {
            fill(draft, writer, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path file, Writer writer, OpenOption... how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how), 1 << 16)) {
            writer.write(out);
        }
    }

    private static Refused refuse(Path target, String why, String remedy) {
        return new Refused(Finding.of(Code.OUTPUT_UNWRITABLE, target.toString(), target + " cannot be written: " + why)
                .help(remedy));
    }
}
