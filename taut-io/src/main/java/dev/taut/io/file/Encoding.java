package dev.taut.io.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the bytes of a text file become characters.
 *
 * @param charset  the charset
 * @param mark     length of the byte order mark to skip, in bytes
 * @param inferred true if nobody asked for this charset and no mark names it, so that another may be tried
 */
public record Encoding(Charset charset, int mark, boolean inferred) {
    /** What a file that is not valid UTF-8 is read as. */
    public static final Encoding FALLBACK = new Encoding(Charset.forName("windows-1252"), 0, false);

    private record Mark(int[] bytes, Charset charset) {}

    /** UTF-32 stands before UTF-16 because its little-endian mark begins with UTF-16's. */
    private static final List<Mark> MARKS = List.of(
            new Mark(new int[] {0xEF, 0xBB, 0xBF}, StandardCharsets.UTF_8),
            new Mark(new int[] {0xFF, 0xFE, 0, 0}, Charset.forName("UTF-32LE")),
            new Mark(new int[] {0, 0, 0xFE, 0xFF}, Charset.forName("UTF-32BE")),
            new Mark(new int[] {0xFF, 0xFE}, StandardCharsets.UTF_16LE),
            new Mark(new int[] {0xFE, 0xFF}, StandardCharsets.UTF_16BE));

    /** By byte order mark, else UTF-8 to begin with. */
    public static Encoding detect(byte[] head) {
        for (Mark mark : MARKS) {
            if (startsWith(head, mark.bytes)) {
                return new Encoding(mark.charset, mark.bytes.length, false);
            }
        }
        return new Encoding(StandardCharsets.UTF_8, 0, true);
    }

    /** The charset that the user named; its own byte order mark is skipped where there is one. */
    public static Encoding named(Charset charset, byte[] head) {
        Encoding detected = detect(head);
        boolean same =
                detected.mark > 0 && (detected.charset.equals(charset) || charset.equals(StandardCharsets.UTF_16));
        return same ? new Encoding(detected.charset, detected.mark, false) : new Encoding(charset, 0, false);
    }

    /**
     * Characters from here on; malformed bytes end it with a {@link java.nio.charset.CharacterCodingException}, they
     * are never replaced.
     */
    public Reader open(InputStream bytes) throws IOException {
        bytes.skipNBytes(mark);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Characters from here on, for looking at only: malformed bytes show as a replacement character. */
    Reader show(InputStream bytes) throws IOException {
        bytes.skipNBytes(mark);
        return new InputStreamReader(bytes, charset);
    }

    /** The first characters of a file, for looking at only: malformed bytes show as a replacement character. */
    public String peek(byte[] head) {
        return new String(head, mark, head.length - mark, charset);
    }

    /** True if these bytes decode without a fault. */
    boolean fits(byte[] line) {
        try (Reader reader = new Encoding(charset, 0, false).open(new ByteArrayInputStream(line))) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** As a user would name it: {@code utf-8}, {@code windows-1252}. */
    public String label() {
        return charset.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean startsWith(byte[] head, int[] mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
