package dev.taut.io.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fetches single lines of a file again, to show them. Lines end with LF, CR or both, as everywhere in this module. */
public final class Lines {
    private static final int LONGEST = 1 << 16;

    private Lines() {}

    /** The lines with these numbers (from 1), each cut off after 65 536 characters; those the file lacks are absent. */
    public static Map<Long, String> fetch(Content content, Encoding encoding, Collection<Long> numbers) {
        Map<Long, String> found = new TreeMap<>();
        var wanted = new TreeSet<>(numbers);
        try (Reader reader = new BufferedReader(encoding.show(content.open()), 1 << 16)) {
            long line = 1;
            boolean afterReturn = false;
            var text = new StringBuilder();
            for (int c = reader.read(); !wanted.isEmpty(); c = reader.read()) {
                boolean half = afterReturn && c == '\n';
                afterReturn = c == '\r';
                if (half) {
                    continue;
                }
                if (c == '\n' || c == '\r' || c < 0) {
                    if (wanted.remove(line)) {
                        found.put(line, text.toString());
                    }
                    text.setLength(0);
                    line++;
                    if (c < 0) {
                        break;
                    }
                } else if (text.length() < LONGEST && wanted.first() == line) {
                    text.append((char) c);
                }
            }
        } catch (IOException e) {
            throw FileFindings.refuse(content.name(), e);
        }
        return found;
    }

    /** The first line whose bytes this encoding cannot read; 0 if there is none or lines cannot be told by bytes. */
    public static long firstUnreadable(Content content, Encoding encoding) {
        if (encoding.charset().name().startsWith("UTF-16")
                || encoding.charset().name().startsWith("UTF-32")) {
            return 0;
        }
        try (var in = new java.io.BufferedInputStream(content.open(), 1 << 16)) {
            in.skipNBytes(encoding.mark());
            var bytes = new java.io.ByteArrayOutputStream();
            long line = 1;
            for (int b = in.read(); ; b = in.read()) {
                if (b == '\n' || b < 0) {
                    if (!encoding.fits(bytes.toByteArray())) {
                        return line;
                    }
                    if (b < 0) {
                        return 0;
                    }
                    bytes.reset();
                    line++;
                } else {
                    bytes.write(b);
                }
            }
        } catch (IOException e) {
            throw FileFindings.refuse(content.name(), e);
        }
    }
}
