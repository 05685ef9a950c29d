package dev.taut.design;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a design file from columns, or from blocks of rows, that come one after another; no more than one of them needs
 * to be in memory. The file is written beside its place and moved there by {@link #finish}: it appears whole or not at
 * all, and a writer that is closed before leaves nothing behind.
 *
 * <p>A {@link MappedDesign} reads it. The file is little-endian on every machine.
 */
public final class DesignWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final DesignHeader header;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    /** Columns, and rows, that are complete. */
    private int columnsDone;

    private int rowsDone;

    private DesignWriter(Path file, Path part, DesignHeader header, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.header = header;
        this.channel = channel;
    }

    /**
     * Begins a file of this shape; a file that is there already stays until {@link #finish}.
     *
     * @param rows    ≥ 0
     * @param columns ≥ 0
     * @throws IOException if its folder cannot be written to
     */
    public static DesignWriter create(Path file, int rows, int columns, Storage storage) throws IOException {
        DesignHeader header = DesignHeader.of(rows, columns, storage);
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + "." + UUID.randomUUID() + ".part");
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new DesignWriter(whole, part, header, channel);
    }

    /**
     * Appends columns.
     *
     * @throws IllegalArgumentException if a column has another length, there are too many, or a number is too large for
     *     the storage
     * @throws IllegalStateException    if rows were appended before
     */
    public DesignWriter columns(double[]... next) throws IOException {
        if (rowsDone > 0) {
            throw new IllegalStateException("this file is being written by rows");
        }
        if (next.length > header.columns() - columnsDone) {
            throw new IllegalArgumentException("more than the " + header.columns() + " columns that were announced");
        }
        for (double[] column : next) {
            if (column.length != header.rows()) {
                throw new IllegalArgumentException(
                        "column " + columnsDone + " has " + column.length + " values, expected " + header.rows());
            }
            write(columnsDone, 0, column, column.length);
            columnsDone++;
        }
        return this;
    }

    /**
     * Appends rows. Each column of the block is one piece in the file: blocks of some hundred rows or more are written
     * much faster than single rows.
     *
     * @throws IllegalArgumentException if a row has another length, there are too many, or a number is too large for the
     *     storage
     * @throws IllegalStateException    if columns were appended before
     */
    public DesignWriter rows(double[]... next) throws IOException {
        if (columnsDone > 0) {
            throw new IllegalStateException("this file is being written by columns");
        }
        if (next.length > header.rows() - rowsDone) {
            throw new IllegalArgumentException("more than the " + header.rows() + " rows that were announced");
        }
        for (int i = 0; i < next.length; i++) {
            if (next[i].length != header.columns()) {
                throw new IllegalArgumentException(
                        "row " + (rowsDone + i) + " has " + next[i].length + " values, expected " + header.columns());
            }
        }
        double[] piece = new double[next.length];
        for (int j = 0; j < header.columns(); j++) {
            for (int i = 0; i < piece.length; i++) {
                piece[i] = next[i][j];
            }
            write(j, rowsDone, piece, piece.length);
        }
        rowsDone += next.length;
        return this;
    }

    /** Entries of column j, from this row on. */
    private void write(int j, int row, double[] values, int count) throws IOException {
        int width = header.storage().bytes();
        long at = DesignHeader.BYTES + ((long) j * header.rows() + row) * width;
        int now;
        for (int from = 0; from < count; from += now) {
            now = Math.min(BUFFER / width, count - from);
            buffer.clear();
            for (int i = from; i < from + now; i++) {
                put(values[i], j, row + i);
            }
            at = write(buffer.flip(), at);
        }
    }

    private void put(double value, int column, int row) {
        if (header.storage() == Storage.DOUBLE) {
            buffer.putDouble(value);
            return;
        }
        try {
            buffer.putFloat(Storage.rounded(value, row));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("column " + column + ", " + e.getMessage(), e);
        }
    }

    private long write(ByteBuffer bytes, long at) throws IOException {
        long next = at;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
        return next;
    }

    /**
     * Moves the finished file to its place and maps it.
     *
     * @throws IllegalStateException if rows or columns are lacking
     */
    public MappedDesign finish() throws IOException {
        boolean whole = columnsDone == header.columns() || rowsDone == header.rows();
        if (!whole) {
            throw new IllegalStateException(columnsDone + " of " + header.columns() + " columns and " + rowsDone
                    + " of " + header.rows() + " rows were written");
        }
        write(header.bytes(), 0);
        channel.force(true);
        channel.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return MappedDesign.open(file);
    }

    /** Ends writing; without {@link #finish}, nothing remains. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
