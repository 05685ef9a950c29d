package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.finding.Refused;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    @TempDir
    Path folder;

    private static byte[] idx(int[] sizes, int... bytes) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(buffer)) {
            out.write(new byte[] {0, 0, 8, (byte) sizes.length});
            for (int size : sizes) {
                out.writeInt(size);
            }
            for (int value : bytes) {
                out.writeByte(value);
            }
        }
        return buffer.toByteArray();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!name.endsWith(".gz")) {
            return Files.write(file, bytes);
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }

    private static double[] values(Table table, String column) {
        return ((NumericColumn) table.column(column)).values();
    }

    @Test
    void imagesAreRowsAndLabelsStandBeside() throws IOException {
        Path images = write(
                "train-images-idx3-ubyte.gz", idx(new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255));
        write("train-labels-idx1-ubyte", idx(new int[] {2}, 7, 3));
        Table table = Tables.read(images);
        assertThat(table.names()).containsExactly("label", "pixel1", "pixel2", "pixel3", "pixel4", "pixel5", "pixel6");
        assertThat(values(table, "label")).containsExactly(7, 3);
        assertThat(values(table, "pixel1")).containsExactly(0, 250);
        assertThat(values(table, "pixel6")).containsExactly(5, 255);
        assertThat(table.source().reader()).isEqualTo("idx, 2×3");
        assertThat(table.source().sha256()).hasSize(64);
    }

    @Test
    void imagesWithoutLabelsAreImages() throws IOException {
        Path images = write("some-images", idx(new int[] {1, 1, 1, 3}, 1, 2, 3));
        Table table = Tables.read(images);
        assertThat(table.names()).containsExactly("pixel1", "pixel2", "pixel3");
        assertThat(table.source().reader()).isEqualTo("idx, 1×1×3");
        assertThat(values(Tables.read(write("labels", idx(new int[] {2}, 4, 5))), "label"))
                .containsExactly(4, 5);
    }

    @Test
    void brokenFilesAreRefused() throws IOException {
        Path cut = write("cut", idx(new int[] {2, 2, 2}, 1, 2, 3));
        assertThatThrownBy(() -> Tables.read(cut))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cut is not a file of images");
        write("a-labels-idx1-ubyte", idx(new int[] {3}, 1, 2, 3));
        Path images = write("a-images-idx3-ubyte", idx(new int[] {1, 1, 1}, 9));
        assertThatThrownBy(() -> Tables.read(images))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> assertThat(e.findings().get(0).evidence())
                                .containsExactly("it has 1 images, and the file of labels beside it 3"));
        Path huge = write("huge", idx(new int[] {2_000_000_000, 2_000_000_000}));
        assertThatThrownBy(() -> Tables.read(huge)).isInstanceOf(Refused.class);
    }
}
