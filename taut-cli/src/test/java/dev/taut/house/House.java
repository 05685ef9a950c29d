package dev.taut.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of the house look at: every class of main code, and every source file of main code. */
final class House {
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));

    /** The main classes of all modules but the testkit, whose main code is tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(modules().stream()
                    .filter(module -> !module.endsWith("taut-testkit"))
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList());

    private House() {}

    /** Every {@code .java} file under {@code taut-*}{@code /src/main/java}, of modules that this build has. */
    static List<Path> sources() {
        return modules().stream().flatMap(House::sourcesOf).toList();
    }

    private static List<Path> modules() {
        Path root = MODULE.toAbsolutePath().normalize().getParent();
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("taut-"))
                    // A module of a profile has no classes in a build without it.
                    .filter(entry -> Files.isDirectory(entry.resolve("target/classes")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sourcesOf(Path module) {
        Path sources = module.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
