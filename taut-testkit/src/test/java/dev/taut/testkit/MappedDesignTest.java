package dev.taut.testkit;

import dev.taut.design.Design;
import dev.taut.design.DesignWriter;
import dev.taut.design.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class MappedDesignTest extends DesignContract {
    @TempDir
    Path folder;

    private int files;

    @Override
    protected Design design(int rows, double[]... columns) {
        return mapped(Storage.DOUBLE, rows, columns);
    }

    Design mapped(Storage storage, int rows, double[]... columns) {
        Path file = folder.resolve(files++ + ".design");
        try (DesignWriter writer = DesignWriter.create(file, rows, columns.length, storage)) {
            return writer.columns(columns).finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
