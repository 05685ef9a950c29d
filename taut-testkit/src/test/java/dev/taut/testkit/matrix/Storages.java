package dev.taut.testkit.matrix;

import dev.taut.design.Design;
import dev.taut.design.DesignWriter;
import dev.taut.design.FloatDesign;
import dev.taut.design.SparseDesign;
import dev.taut.design.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/** Where the columns of a table may lie. */
enum Storages {
    SPARSE {
        @Override
        Design of(Table table, Path folder) {
            return SparseDesign.ofColumns(table.rows(), table.columns());
        }
    },
    FLOAT32 {
        @Override
        Design of(Table table, Path folder) {
            return FloatDesign.ofColumns(
                    table.rows(),
                    Arrays.stream(table.columns()).map(FloatDesign::rounded).toArray(float[][]::new));
        }
    },
    MAPPED {
        @Override
        Design of(Table table, Path folder) {
            return mapped(table, folder, Storage.DOUBLE);
        }
    },
    MAPPED_FLOAT32 {
        @Override
        Design of(Table table, Path folder) {
            return mapped(table, folder, Storage.FLOAT32);
        }
    };

    /** @param folder where a file may be written */
    abstract Design of(Table table, Path folder);

    private static Design mapped(Table table, Path folder, Storage storage) {
        Path file = folder.resolve(UUID.randomUUID() + ".design");
        try (DesignWriter writer = DesignWriter.create(file, table.rows(), table.size(), storage)) {
            return writer.columns(table.columns()).finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
