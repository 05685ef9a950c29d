package dev.taut.io.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths with {@code *}, {@code ?}, {@code [ ]} or {@code **}, as a shell has them. */
public final class Globs {
    private static final int DEEPEST = 16;

    private Globs() {}

    /** True if the path has wildcards and is not itself a file. */
    public static boolean isGlob(Path path) {
        return hasWildcard(path.toString()) && !Files.exists(path);
    }

    /** The regular files that match, in order of their names. */
    public static List<Path> files(Path pattern) {
        Path base = pattern;
        while (base != null && hasWildcard(base.toString())) {
            base = base.getParent();
        }
        Path start = base == null ? Path.of("") : base;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> found = Files.isDirectory(start) ? Files.walk(start, DEEPEST) : Stream.empty()) {
            return found.filter(file -> matcher.matches(file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFindings.refuse(pattern.toString(), e);
        }
    }

    /** One digest for several files: SHA-256 of theirs, one a line, as {@code sha256sum | cut -c-64 | sha256sum}. */
    public static String digest(List<Path> files) {
        String all =
                files.stream().map(file -> Content.of(file).sha256() + "\n").collect(Collectors.joining());
        return Content.sha256(all);
    }

    private static boolean hasWildcard(String path) {
        return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }
}
