package dev.taut.design;

import dev.taut.kernel.Panels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Arrays;

/** The numbers of a design file, column by column, at 64-bit positions: mapped in chunks, because one mapping ends at 2 GB. */
abstract class MappedNumbers {
    /** Bytes of a chunk: 1 GB. */
    static final long CHUNK = 1L << 30;

    /** Numbers in a chunk. */
    private final long size;

    private MappedNumbers(long size) {
        this.size = size;
    }

    /**
     * Maps the file, so many bytes at a time.
     *
     * @param chunk a multiple of 8
     */
    static MappedNumbers of(FileChannel channel, DesignHeader header, long chunk) throws IOException {
        long bytes = header.length() - DesignHeader.BYTES;
        ByteBuffer[] chunks = new ByteBuffer[(int) ((bytes + chunk - 1) / chunk)];
        for (int k = 0; k < chunks.length; k++) {
            long from = k * chunk;
            chunks[k] = channel.map(MapMode.READ_ONLY, DesignHeader.BYTES + from, Math.min(chunk, bytes - from))
                    .order(ByteOrder.LITTLE_ENDIAN);
        }
        return switch (header.storage()) {
            case DOUBLE -> new Doubles(chunk / Double.BYTES, chunks);
            case FLOAT32 -> new Floats(chunk / Float.BYTES, chunks);
        };
    }

    /** out[at + i] = number {@code position} + i, for i in [0, length). */
    final void read(long position, int length, double[] out, int at) {
        int done = 0;
        while (done < length) {
            long next = position + done;
            int from = (int) (next % size);
            int now = (int) Math.min(length - done, size - from);
            read((int) (next / size), from, now, out, at + done);
            done += now;
        }
    }

    /** Numbers of one chunk. */
    abstract void read(int chunk, int from, int length, double[] out, int at);

    private static final class Doubles extends MappedNumbers {
        private final DoubleBuffer[] chunks;

        Doubles(long size, ByteBuffer[] chunks) {
            super(size);
            this.chunks = Arrays.stream(chunks).map(ByteBuffer::asDoubleBuffer).toArray(DoubleBuffer[]::new);
        }

        @Override
        void read(int chunk, int from, int length, double[] out, int at) {
            chunks[chunk].get(from, out, at, length);
        }
    }

    private static final class Floats extends MappedNumbers {
        /** A run before it is converted. */
        private static final ThreadLocal<float[]> RUN = ThreadLocal.withInitial(() -> new float[Panels.RUN]);

        private final FloatBuffer[] chunks;

        Floats(long size, ByteBuffer[] chunks) {
            super(size);
            this.chunks = Arrays.stream(chunks).map(ByteBuffer::asFloatBuffer).toArray(FloatBuffer[]::new);
        }

        @Override
        void read(int chunk, int from, int length, double[] out, int at) {
            float[] run = RUN.get();
            int now;
            for (int done = 0; done < length; done += now) {
                now = Math.min(run.length, length - done);
                chunks[chunk].get(from + done, run, 0, now);
                for (int i = 0; i < now; i++) {
                    out[at + done + i] = run[i];
                }
            }
        }
    }
}
