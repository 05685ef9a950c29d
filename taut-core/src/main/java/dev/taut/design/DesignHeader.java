package dev.taut.design;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The first 64 bytes of a design file, little-endian: magic (8 bytes), version (4), bytes of an entry (4), rows (8),
 * columns (8), length of the file (8), zeros (16), CRC-32 of all before it (8). The entries follow, column by column.
 *
 * @param rows    ≥ 0
 * @param columns ≥ 0
 */
record DesignHeader(int rows, int columns, Storage storage) {
    static final int BYTES = 64;
    private static final int VERSION = 1;
    /** Entries that a file may have: its length stays below 2⁶³. */
    private static final long MOST = 1L << 59;

    private static final int CHECKED = BYTES - Long.BYTES;
    /** The line ends are what a transfer as text would change. */
    private static final byte[] MAGIC = {'T', 'A', 'U', 'T', 'X', '\r', '\n', 0x1A};

    /**
     * The header of a file to be written.
     *
     * @throws IllegalArgumentException if a file cannot have so many entries
     */
    static DesignHeader of(int rows, int columns, Storage storage) {
        if (rows < 0 || columns < 0 || (long) rows * columns > MOST) {
            throw new IllegalArgumentException("a design file cannot have " + rows + " × " + columns + " entries");
        }
        return new DesignHeader(rows, columns, storage);
    }

    /** Bytes of the whole file. */
    long length() {
        return length(rows, columns, storage);
    }

    private static long length(long rows, long columns, Storage storage) {
        return BYTES + rows * columns * storage.bytes();
    }

    /** The header as it stands in the file. */
    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putInt(VERSION).putInt(storage.bytes());
        bytes.putLong(rows).putLong(columns).putLong(length());
        return bytes.putLong(CHECKED, checksum(bytes)).rewind();
    }

    private static long checksum(ByteBuffer header) {
        CRC32 sum = new CRC32();
        sum.update(header.array(), 0, CHECKED);
        return sum.getValue();
    }

    /**
     * The header of a file.
     *
     * @throws IOException if it is no design file, is of another version, is damaged or was cut
     */
    static DesignHeader read(FileChannel channel, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long size = channel.size();
        int read;
        do {
            read = channel.read(bytes, bytes.position());
        } while (read > 0);
        byte[] start = Arrays.copyOf(bytes.array(), MAGIC.length);
        if (!Arrays.equals(start, MAGIC)) {
            throw new IOException(file + " is not a design file: it does not begin with TAUTX");
        }
        if (size < BYTES) {
            throw new IOException(file + " was cut: it has " + size + " bytes, fewer than its header");
        }
        if (bytes.getLong(CHECKED) != checksum(bytes)) {
            throw new IOException(file + " is damaged: its header does not fit its checksum");
        }
        int version = bytes.getInt(8);
        if (version != VERSION) {
            throw new IOException(
                    file + " is a design file of version " + version + ", and this is a reader of version " + VERSION);
        }
        return checked(bytes, size, file);
    }

    private static DesignHeader checked(ByteBuffer bytes, long size, Path file) throws IOException {
        int width = bytes.getInt(12);
        long rows = bytes.getLong(16);
        long columns = bytes.getLong(24);
        long length = bytes.getLong(32);
        Storage storage = Arrays.stream(Storage.values())
                .filter(s -> s.bytes() == width)
                .findFirst()
                .orElseThrow(() -> new IOException(file + " is damaged: entries of " + width + " bytes"));
        boolean possible = rows >= 0
                && rows <= Integer.MAX_VALUE
                && columns >= 0
                && columns <= Integer.MAX_VALUE
                && rows * columns <= MOST
                && length == length(rows, columns, storage);
        if (!possible) {
            throw new IOException(
                    file + " is damaged: " + rows + " × " + columns + " entries do not make " + length + " bytes");
        }
        if (size < length) {
            throw new IOException(file + " was cut: it has " + size + " of " + length + " bytes");
        }
        if (size > length) {
            throw new IOException(file + " is damaged: it has " + (size - length) + " bytes too many");
        }
        return new DesignHeader((int) rows, (int) columns, storage);
    }
}
