package dev.taut.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A design file is whole or refused, and as large as it likes. */
class DesignFileTest {
    private static final double[][] COLUMNS = {{1, 2, 3}, {-4, 5.5, 6}};

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("x.design");
    }

    private DesignWriter writer() throws IOException {
        return DesignWriter.create(file, 3, 2, Storage.DOUBLE);
    }

    private void write() throws IOException {
        try (DesignWriter writer = writer()) {
            writer.columns(COLUMNS).finish();
        }
    }

    private String[] names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toArray(String[]::new);
        }
    }

    private static double[][] all(Design design) {
        double[][] columns = new double[design.columns()][design.rows()];
        for (int j = 0; j < columns.length; j++) {
            design.read(j, 0, design.rows(), columns[j], 0);
        }
        return columns;
    }

    @Test
    void rowsInBlocksAndColumnsOneByOneMakeTheSameFile() throws IOException {
        try (DesignWriter writer = writer()) {
            writer.columns(COLUMNS[0]).columns().columns(COLUMNS[1]).finish();
        }
        byte[] byColumns = Files.readAllBytes(file);
        try (DesignWriter writer = writer()) {
            MappedDesign design = writer.rows(new double[] {1, -4}, new double[] {2, 5.5})
                    .rows()
                    .rows(new double[][] {{3, 6}})
                    .finish();
            assertThat(all(design)).isDeepEqualTo(COLUMNS);
            assertThat(design.storage()).isEqualTo(Storage.DOUBLE);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(byColumns).hasSize(64 + 6 * 8);
        assertThat(names()).containsExactly("x.design");
    }

    @Test
    void whatIsNotFinishedLeavesNothingAndTouchesNothing() throws IOException {
        try (DesignWriter writer = writer()) {
            writer.columns(COLUMNS[0]);
        }
        assertThat(names()).isEmpty();
        write();
        byte[] before = Files.readAllBytes(file);
        try (DesignWriter writer = writer()) {
            writer.columns(COLUMNS[1]);
            assertThat(names()).hasSize(2);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(writer::finish)
                    .withMessage("1 of 2 columns and 0 of 3 rows were written");
        }
        assertThat(names()).containsExactly("x.design");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDesignOutlivesThePlaceOfItsFile() throws IOException {
        write();
        MappedDesign design = MappedDesign.open(file);
        Files.move(file, folder.resolve("elsewhere"));
        assertThat(all(design)).isDeepEqualTo(COLUMNS);
    }

    @Test
    void wrongShapesAreRefused() throws IOException {
        try (DesignWriter writer = writer()) {
            refused(() -> writer.columns(new double[2]), "column 0 has 2 values, expected 3");
            refused(() -> writer.rows(new double[2], new double[3]), "row 1 has 3 values, expected 2");
            refused(() -> writer.rows(new double[4][2]), "more than the 3 rows that were announced");
            writer.columns(COLUMNS[0]);
            refused(() -> writer.columns(COLUMNS), "more than the 2 columns that were announced");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> writer.rows(new double[2]))
                    .withMessage("this file is being written by columns");
        }
        try (DesignWriter writer = writer()) {
            writer.rows(new double[2]);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> writer.columns(COLUMNS[0]))
                    .withMessage("this file is being written by rows");
        }
        refused(() -> DesignWriter.create(file, -1, 2, Storage.DOUBLE), "a design file cannot have -1 × 2 entries");
        refused(
                () -> DesignWriter.create(file, Integer.MAX_VALUE, Integer.MAX_VALUE, Storage.DOUBLE),
                "a design file cannot have 2147483647 × 2147483647 entries");
    }

    @Test
    void numbersBeyondFloatsAreRefusedWithTheirPlace() throws IOException {
        try (DesignWriter writer = DesignWriter.create(file, 3, 2, Storage.FLOAT32)) {
            refused(
                    () -> writer.rows(new double[] {1, 2}, new double[] {3, 4e38}),
                    "column 1, row 1: 4.0E38 is beyond the range of float32 (3.4028235E38): store doubles");
        }
    }

    private interface Act {
        Object run() throws IOException;
    }

    private static void refused(Act act, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(act::run)
                .withMessage(message);
    }

    @Test
    void damageIsNamed() throws IOException {
        damaged("is not a design file: it does not begin with TAUTX", bytes -> new byte[0]);
        damaged("is not a design file: it does not begin with TAUTX", bytes -> "a,b\n1,2\n".getBytes());
        damaged("was cut: it has 40 bytes, fewer than its header", bytes -> Arrays.copyOf(bytes, 40));
        damaged("was cut: it has 64 of 112 bytes", bytes -> Arrays.copyOf(bytes, 64));
        damaged("was cut: it has 111 of 112 bytes", bytes -> Arrays.copyOf(bytes, 111));
        damaged("is damaged: it has 1 bytes too many", bytes -> Arrays.copyOf(bytes, 113));
        // Every bit of the header counts.
        for (int at = 8; at < 64; at++) {
            int flipped = at;
            damaged("is damaged: its header does not fit its checksum", bytes -> {
                bytes[flipped] ^= 4;
                return bytes;
            });
        }
    }

    /** Headers whose checksum is right, though what they say is not. */
    @Test
    void impossibleHeadersAreRefused() throws IOException {
        damaged(
                "is a design file of version 2, and this is a reader of version 1",
                bytes -> withLong(bytes, 8, 2 | 8L << 32));
        damaged("is damaged: entries of 5 bytes", bytes -> withLong(bytes, 8, 1 | 5L << 32));
        damaged("is damaged: -3 × 2 entries do not make 112 bytes", bytes -> withLong(bytes, 16, -3));
        damaged("is damaged: 3 × 3 entries do not make 112 bytes", bytes -> withLong(bytes, 24, 3));
        damaged(
                "is damaged: 4611686018427387904 × 2 entries do not make 112 bytes",
                bytes -> withLong(bytes, 16, 1L << 62));
        damaged("is damaged: 3 × 2 entries do not make 111 bytes", bytes -> withLong(bytes, 32, 111));
    }

    private static byte[] withLong(byte[] bytes, int at, long value) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        header.putLong(at, value);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(bytes, 0, 56);
        header.putLong(56, sum.getValue());
        return bytes;
    }

    private interface Damage {
        byte[] to(byte[] bytes);
    }

    private void damaged(String message, Damage damage) throws IOException {
        write();
        Files.write(file, damage.to(Files.readAllBytes(file)));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MappedDesign.open(file))
                .withMessage(file + " " + message);
    }

    /** 100 000 × 30 000 doubles: 24 GB with a hole, so that the disk keeps only what is written. */
    @Test
    void positionsAreNotBoundedByIntegers() throws IOException {
        int rows = 100_000;
        int columns = 30_000;
        DesignHeader header = DesignHeader.of(rows, columns, Storage.DOUBLE);
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE);
                RandomAccessFile length = new RandomAccessFile(file.toFile(), "rw")) {
            channel.write(header.bytes(), 0);
            length.setLength(header.length());
            ByteBuffer last = ByteBuffer.allocate(16).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            last.putDouble(3).putDouble(5).flip();
            channel.write(last, header.length() - 16);
        } catch (IOException e) {
            Assumptions.abort("this disk has no room for 24 GB with a hole: " + e.getMessage());
        }
        MappedDesign design = MappedDesign.open(file);
        double[] v = new double[rows];
        v[rows - 1] = 7;
        v[rows - 2] = 11;
        assertThat(design.nonZeros()).isEqualTo(3_000_000_000L);
        assertThat(design.dot(columns - 1, v, 0)).isEqualTo(3 * 11 + 5 * 7);
        assertThat(design.dot(columns - 2, v, 0)).isZero();
        double[] products = new double[5];
        design.dot(new int[] {0, 9999, columns - 1, 21_475, 12}, new double[5], 5, v, 0, products);
        assertThat(products).containsExactly(0, 0, 68, 0, 0);
    }
}
