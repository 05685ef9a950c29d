package dev.taut.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * minimise (1/n) Σ ℓ(yᵢ, xᵢᵀb) + λ (l1Ratio ‖b‖₁ + (1 − l1Ratio)/2 ‖b‖₂²), without intercept and standardization.
 *
 * @param loss     squared (halved) or logistic (y is 0 or 1)
 * @param nonZeros stored entries of a sparse X, or −1 for a dense one
 * @param neutral  whether an unpenalised intercept and standardization change nothing: columns have mean 0 and mean
 *                 square 1, and y has mean 0 (squared loss) or every row comes with its mirror image (logistic)
 * @param folder   holds X, y and the λ in little-endian binary files
 */
public record Workload(
        int rows, int columns, String loss, double l1Ratio, int nonZeros, boolean neutral, Path folder) {

    public static Workload read(Path folder) throws IOException {
        String[] meta = Files.readString(folder.resolve("meta.txt")).strip().split("\\s+");
        return new Workload(
                Integer.parseInt(meta[0]),
                Integer.parseInt(meta[1]),
                meta[2],
                Double.parseDouble(meta[3]),
                Integer.parseInt(meta[4]),
                meta[5].equals("neutral"),
                folder);
    }

    public boolean isSparse() {
        return nonZeros >= 0;
    }

    public boolean isLogistic() {
        return loss.equals("logistic");
    }

    public double[] y() throws IOException {
        return doubles("y.bin", rows);
    }

    public double[] lambdas() throws IOException {
        return doubles("lambdas.bin", (int) (Files.size(folder.resolve("lambdas.bin")) / Double.BYTES));
    }

    /** The columns of a dense X. */
    public double[][] denseColumns() throws IOException {
        double[][] columns = new double[this.columns][rows];
        try (Reader reader = new Reader("x.bin")) {
            for (double[] column : columns) {
                reader.fill(column);
            }
        }
        return columns;
    }

    /** The rows of a dense X. */
    public double[][] denseRows() throws IOException {
        double[][] matrix = new double[rows][columns];
        double[] column = new double[rows];
        try (Reader reader = new Reader("x.bin")) {
            for (int j = 0; j < columns; j++) {
                reader.fill(column);
                for (int i = 0; i < rows; i++) {
                    matrix[i][j] = column[i];
                }
            }
        }
        return matrix;
    }

    /** A sparse X: where each column starts, row numbers, values. */
    public Sparse sparse() throws IOException {
        return new Sparse(integers("from.bin", columns + 1), integers("index.bin", nonZeros), doubles("x.bin", nonZeros));
    }

    public double[] doubles(String name, int count) throws IOException {
        double[] values = new double[count];
        try (Reader reader = new Reader(name)) {
            reader.fill(values);
        }
        return values;
    }

    public int[] integers(String name, int count) throws IOException {
        int[] values = new int[count];
        try (Reader reader = new Reader(name)) {
            reader.fill(values);
        }
        return values;
    }

    /** Columns one after another: {@code from[j]} to {@code from[j + 1]} are the entries of column j. */
    public record Sparse(int[] from, int[] index, double[] value) {
        /** The same entries row by row, column numbers rising. */
        public Sparse transposed(int rows) {
            int[] start = new int[rows + 1];
            for (int i : index) {
                start[i + 1]++;
            }
            for (int i = 0; i < rows; i++) {
                start[i + 1] += start[i];
            }
            int[] next = start.clone();
            int[] column = new int[index.length];
            double[] entry = new double[index.length];
            for (int j = 0; j + 1 < from.length; j++) {
                for (int k = from[j]; k < from[j + 1]; k++) {
                    int at = next[index[k]]++;
                    column[at] = j;
                    entry[at] = value[k];
                }
            }
            return new Sparse(start, column, entry);
        }
    }

    /** Reads through a small buffer: a mapped file would count as memory of the contestant. */
    private final class Reader implements AutoCloseable {
        private final FileChannel file;
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);

        Reader(String name) throws IOException {
            file = FileChannel.open(folder.resolve(name));
        }

        void fill(double[] values) throws IOException {
            for (int k = 0; k < values.length; k++) {
                need(Double.BYTES);
                values[k] = buffer.getDouble();
            }
        }

        void fill(int[] values) throws IOException {
            for (int k = 0; k < values.length; k++) {
                need(Integer.BYTES);
                values[k] = buffer.getInt();
            }
        }

        private void need(int bytes) throws IOException {
            if (buffer.remaining() >= bytes) {
                return;
            }
            buffer.compact();
            while (buffer.position() < bytes) {
                if (file.read(buffer) < 0) {
                    throw new EOFException(folder + " ends too early");
                }
            }
            buffer.flip();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
