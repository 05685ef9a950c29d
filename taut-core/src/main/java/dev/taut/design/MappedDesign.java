package dev.taut.design;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A dense design in a file that a {@link DesignWriter} wrote, mapped into memory: it may be larger than the memory of the
 * machine, and nothing of it is copied to the heap but the run that is being read. Results are equal, to the bit, to those
 * of the {@link DenseDesign} of the same numbers.
 *
 * <p>The file is never written to. It must stay as it is while the design is in use: if it is cut meanwhile, reading what
 * is gone ends in an {@link InternalError}. The mapping goes when the design is no longer reachable.
 */
public final class MappedDesign extends ConvertedDesign {
    private final DesignHeader header;
    private final MappedNumbers numbers;

    private MappedDesign(DesignHeader header, MappedNumbers numbers) {
        super(header.rows());
        this.header = header;
        this.numbers = numbers;
    }

    /**
     * The design in a file.
     *
     * @throws IOException if the file cannot be read, is no design file, is of a newer version, is damaged or was cut;
     *     the message says which. Only the header and the length are checked, not the numbers.
     */
    public static MappedDesign open(Path file) throws IOException {
        return open(file, MappedNumbers.CHUNK);
    }

    /** Maps so many bytes at a time, a multiple of 8. */
    static MappedDesign open(Path file, long chunk) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            DesignHeader header = DesignHeader.read(channel, file);
            return new MappedDesign(header, MappedNumbers.of(channel, header, chunk));
        }
    }

    /** How the entries are kept in the file. */
    public Storage storage() {
        return header.storage();
    }

    @Override
    public int columns() {
        return header.columns();
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        numbers.read((long) column * rows() + from, length, out, at);
    }
}
