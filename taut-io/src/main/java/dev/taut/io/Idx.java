package dev.taut.io;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.io.file.Content;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images in the IDX format of MNIST: two zero bytes, the type 8 (unsigned bytes), the number of sizes, the sizes as 32-bit numbers,
 * the bytes. A file of images becomes a table with a row per image, a column {@code pixel1}, {@code pixel2} … per pixel (and channel) row by row, and,
 * if the file of labels lies beside it under the same name, a column {@code label}.
 */
final class Idx {
    private static final int UNSIGNED_BYTES = 8;

    private Idx() {}

    /** Whether a file begins like one of this format, with one to four sizes. */
    static boolean begins(byte[] head) {
        return head.length >= 4
                && head[0] == 0
                && head[1] == 0
                && head[2] == UNSIGNED_BYTES
                && head[3] >= 1
                && head[3] <= 4;
    }

    static Table table(Content content) {
        Block block = Block.read(content);
        int rows = block.sizes[0];
        int width = block.width();
        List<Column> columns = new ArrayList<>();
        if (block.sizes.length == 1) {
            columns.add(NumericColumn.of("label", block.column(0)));
        } else {
            labels(content).ifPresent(labels -> {
                if (labels.sizes[0] != rows) {
                    throw refuse(
                            content, "it has " + rows + " images, and the file of labels beside it " + labels.sizes[0]);
                }
                columns.add(NumericColumn.of("label", labels.column(0)));
            });
            for (int j = 0; j < width; j++) {
                columns.add(NumericColumn.of("pixel" + (j + 1), block.column(j)));
            }
        }
        return Table.of(new Source(content.name(), content.sha256(), "idx, " + block.shape()), columns);
    }

    /** {@code train-labels-idx1-ubyte.gz} beside {@code train-images-idx3-ubyte.gz}. */
    private static Optional<Block> labels(Content content) {
        String name = String.valueOf(content.path().getFileName());
        String other = name.replace("images", "labels").replaceFirst("idx[34]", "idx1");
        if (other.equals(name)) {
            return Optional.empty();
        }
        for (String file :
                List.of(other, other.endsWith(".gz") ? other.substring(0, other.length() - 3) : other + ".gz")) {
            Path path = content.path().resolveSibling(file);
            if (Files.isRegularFile(path)) {
                return Optional.of(Block.read(Content.of(path)));
            }
        }
        return Optional.empty();
    }

    private static Refused refuse(Content content, String why) {
        return new Refused(Finding.of(
                        Code.FILE_UNREADABLE,
                        content.name(),
                        content.name() + " is not a file of images that can be read")
                .because(why));
    }

    /** All bytes of a file, and how they are cut. */
    private record Block(int[] sizes, byte[] bytes) {
        static Block read(Content content) {
            try (InputStream raw = content.open();
                    DataInputStream in = new DataInputStream(new BufferedInputStream(raw))) {
                byte[] magic = in.readNBytes(4);
                if (!begins(magic)) {
                    throw refuse(content, "it does not begin as one of unsigned bytes does");
                }
                int[] sizes = new int[magic[3]];
                long all = 1;
                for (int k = 0; k < sizes.length; k++) {
                    sizes[k] = in.readInt();
                    all = sizes[k] < 1 ? -1 : Math.multiplyExact(all, sizes[k]);
                    if (all < 1 || all > Integer.MAX_VALUE - 16) {
                        throw refuse(content, "its sizes are " + java.util.Arrays.toString(sizes));
                    }
                }
                byte[] bytes = in.readNBytes((int) all);
                if (bytes.length < all) {
                    throw refuse(content, "it ends after " + bytes.length + " of " + all + " bytes");
                }
                return new Block(sizes, bytes);
            } catch (EOFException e) {
                throw refuse(content, "it ends within its sizes");
            } catch (IOException e) {
                throw refuse(content, String.valueOf(e.getMessage()));
            }
        }

        int width() {
            return bytes.length / sizes[0];
        }

        double[] column(int j) {
            int width = width();
            double[] values = new double[sizes[0]];
            for (int i = 0; i < values.length; i++) {
                values[i] = bytes[i * width + j] & 0xFF;
            }
            return values;
        }

        /** {@code 28×28}. */
        String shape() {
            List<String> parts = new ArrayList<>();
            for (int k = 1; k < sizes.length; k++) {
                parts.add(String.valueOf(sizes[k]));
            }
            return parts.isEmpty() ? "labels" : String.join("×", parts);
        }
    }
}
