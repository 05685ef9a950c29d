package dev.taut.io.file;

import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** What can be said about a file that cannot be opened or read to its end (T0102). */
public final class FileFindings {
    private FileFindings() {}

    /** Why this path cannot be opened, if so: missing, a folder, not permitted. */
    static Optional<Finding> unopenable(Path path) {
        if (!Files.exists(path)) {
            return Optional.of(missing(path));
        }
        if (Files.isDirectory(path)) {
            return Optional.of(folder(path));
        }
        return Files.isReadable(path)
                ? Optional.empty()
                : Optional.of(
                        Finding.of(Code.FILE_UNREADABLE, path.toString(), path + " may not be read: permission denied")
                                .help("chmod u+r " + path));
    }

    private static Finding missing(Path path) {
        Finding finding = Finding.of(Code.FILE_UNREADABLE, path.toString(), path + " does not exist");
        Path folder = folderOf(path);
        if (!Files.isDirectory(folder)) {
            return finding.because("neither does its folder " + folder);
        }
        String file = path.getFileName() == null ? "" : path.getFileName().toString();
        return DidYouMean.of(file, files(folder))
                .map(near -> finding.because("did you mean `" + near + "`?")
                        .help(path.resolveSibling(near).toString()))
                .orElse(finding);
    }

    private static Finding folder(Path path) {
        Finding finding = Finding.of(Code.FILE_UNREADABLE, path.toString(), path + " is a folder, not a file");
        List<String> tables = files(path).stream()
                .filter(name -> name.matches("(?i).*\\.(csv|tsv|parquet|json|jsonl|svm)(\\.gz)?"))
                .sorted()
                .limit(3)
                .toList();
        return tables.isEmpty()
                ? finding
                : finding.because("it holds " + String.join(", ", tables))
                        .help(path.resolve(tables.get(0)).toString());
    }

    /** The refusal for a file that could not be read to its end. */
    public static Refused refuse(String name, IOException cause) {
        return new Refused(of(name, cause));
    }

    /** The finding for a file that could not be read to its end. */
    public static Finding of(String name, IOException cause) {
        if (cause instanceof EOFException) {
            return Finding.of(Code.FILE_UNREADABLE, name, name + " is cut off: its gzip data ends too early")
                    .help("fetch or compress it again; gzip -t " + name + " tests it");
        }
        if (cause instanceof ZipException) {
            return Finding.of(Code.FILE_UNREADABLE, name, name + " is damaged: " + lower(cause))
                    .because("its first two bytes say gzip, the rest does not unpack")
                    .help("fetch or compress it again; gzip -t " + name + " tests it");
        }
        if (cause instanceof AccessDeniedException) {
            return Finding.of(Code.FILE_UNREADABLE, name, name + " may not be read: permission denied")
                    .help("chmod u+r " + name);
        }
        return Finding.of(Code.FILE_UNREADABLE, name, name + " could not be read: " + lower(cause));
    }

    private static String lower(IOException cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
    }

    static Path folderOf(Path path) {
        return path.toAbsolutePath().getParent() == null
                ? path.toAbsolutePath()
                : path.getParent() == null ? Path.of("") : path.getParent();
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(entry -> entry.toFile().getName())
                    .toList();
        } catch (IOException unlistable) {
            return List.of();
        }
    }
}
