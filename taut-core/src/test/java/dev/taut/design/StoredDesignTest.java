package dev.taut.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever numbers are kept, whatever is computed with them is the same, to the bit. */
class StoredDesignTest {
    /** Around the blocks in which columns are taken: pairs, fours, short columns, runs. */
    private static final int[] ROWS = {
        0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 599, 600, 601, 4095, 4096, 4097, 8193, 10_000
    };

    private static final int COLUMNS = 7;
    private static final int OFFSET = 3;

    @TempDir
    Path folder;

    @Test
    void everyStorageGivesTheSameBits() throws IOException {
        for (int rows : ROWS) {
            double[][] columns = columns(rows);
            Design dense = DenseDesign.ofColumns(rows, columns);
            float[][] floats = Arrays.stream(columns).map(FloatDesign::rounded).toArray(float[][]::new);
            assertThat(results(FloatDesign.ofColumns(rows, floats)))
                    .as("floats of %d rows", rows)
                    .isDeepEqualTo(results(dense));
            for (Storage storage : Storage.values()) {
                Path file = folder.resolve(rows + "." + storage);
                try (DesignWriter writer = DesignWriter.create(file, rows, COLUMNS, storage)) {
                    assertThat(results(writer.columns(columns).finish()))
                            .as("a file of %d rows as %s", rows, storage)
                            .isDeepEqualTo(results(dense));
                }
                // Pieces that end within columns, and within runs.
                for (int chunk : new int[] {8, 40, 4096, 40_000}) {
                    if ((long) rows * COLUMNS * storage.bytes() < 3000L * chunk) {
                        assertThat(results(MappedDesign.open(file, chunk)))
                                .as("%d rows as %s, %d bytes at a time", rows, storage, chunk)
                                .isDeepEqualTo(results(dense));
                    }
                }
            }
        }
    }

    /** Columns of numbers that float32 has, of different magnitudes. */
    private static double[][] columns(int rows) {
        Random random = new Random(rows);
        double[][] columns = new double[COLUMNS][rows];
        for (int j = 0; j < COLUMNS; j++) {
            for (int i = 0; i < rows; i++) {
                columns[j][i] = (float) (Math.pow(10, 3 * j - 9) * (random.nextGaussian() + j));
            }
        }
        return columns;
    }

    /** Everything that a design can be asked. */
    private static double[][] results(Design design) {
        int rows = design.rows();
        Random random = new Random(1);
        double[] v = random.doubles(OFFSET + rows, -1, 1).toArray();
        double[] centers = random.doubles(COLUMNS, -1, 1).toArray();
        double[] a = random.doubles(COLUMNS, -1, 1).toArray();
        double[] weights = random.doubles(rows).toArray();
        int[] which = IntStream.of(6, 0, 3, 1, 5, 2, 4).toArray();
        double[] dots = new double[COLUMNS];
        design.dot(which, centers, COLUMNS, v, OFFSET, dots);
        double[] fewDots = new double[COLUMNS];
        design.dot(which, centers, 3, v, OFFSET, fewDots);
        double[] sum = v.clone();
        design.axpy(which, a, centers, COLUMNS, sum, OFFSET);
        double[] one = v.clone();
        design.axpy(2, -0.3, one, OFFSET);
        design.axpy(1, 0.7, 0.1, one, OFFSET);
        double[] read = new double[rows + 1];
        design.read(4, rows / 3, rows - rows / 3, read, 1);
        double[][] gram = design.gram(which, centers, 0, weights);
        double[][] last = design.gram(which, centers, COLUMNS - 1, weights);
        return new double[][] {
            dots,
            fewDots,
            sum,
            one,
            read,
            Arrays.stream(gram).flatMapToDouble(Arrays::stream).toArray(),
            last[0],
            design.weightedSquares(centers, weights),
            IntStream.range(0, COLUMNS)
                    .mapToDouble(j -> design.dot(j, v, OFFSET))
                    .toArray(),
            IntStream.range(0, COLUMNS)
                    .mapToDouble(j -> design.dot(j, centers[j], v, OFFSET))
                    .toArray()
        };
    }

    @Test
    void numbersBeyondFloatsAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> FloatDesign.rounded(new double[] {1, -1e39}))
                .withMessage("row 1: -1.0E39 is beyond the range of float32 (3.4028235E38): store doubles");
        float[] kept =
                FloatDesign.rounded(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e-50, Float.MAX_VALUE, 0.1});
        assertThat(kept).containsExactly(Float.NaN, Float.POSITIVE_INFINITY, 0, Float.MAX_VALUE, 0.1f);
    }

    @Test
    void columnsOfAnotherLengthAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> FloatDesign.ofColumns(2, new float[2], new float[3]))
                .withMessage("column 1 has 3 values, expected 2");
    }
}
