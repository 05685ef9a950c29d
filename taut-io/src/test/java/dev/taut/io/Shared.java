package dev.taut.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data that lies beside the repository on some machines; tests that need it are skipped elsewhere. */
final class Shared {
    private static final Path FOLDER = folder();

    private Shared() {}

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.isReadable(file), name);
        return file;
    }

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        for (Path up = here; up != null; up = up.getParent()) {
            Path data = up.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return here.resolve("../../shared/data");
    }
}
