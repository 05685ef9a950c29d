package dev.taut.io.file;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One input file that can be read several times: unpacked if it is gzip (told by its first two bytes, whatever its
 * name), and known by its SHA-256. What is not a regular file, a pipe for example, is read into memory once.
 */
public final class Content {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Path path;
    private final Optional<byte[]> memory;
    private final boolean gzip;
    private String sha256 = "";

    private Content(Path path, Optional<byte[]> memory) throws IOException {
        this.name = path.toString();
        this.path = path;
        this.memory = memory;
        try (InputStream in = raw()) {
            byte[] magic = in.readNBytes(2);
            gzip = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xFF) == 0x8b;
        }
    }

    /**
     * Opens a file that is there, is no folder and is not empty.
     *
     * @throws Refused otherwise (T0102), naming a file of the same folder that may have been meant
     */
    public static Content of(Path path) {
        FileFindings.unopenable(path).ifPresent(finding -> {
            throw new Refused(finding);
        });
        try {
            boolean regular = Files.isRegularFile(path);
            var content = new Content(path, regular ? Optional.empty() : Optional.of(Files.readAllBytes(path)));
            if (regular ? Files.size(path) == 0 : content.memory.orElseThrow().length == 0) {
                throw new Refused(Finding.of(Code.FILE_UNREADABLE, content.name, content.name + " is empty")
                        .because("0 bytes: did the step that writes it finish?"));
            }
            return content;
        } catch (IOException e) {
            throw FileFindings.refuse(path.toString(), e);
        }
    }

    /** The path as the user gave it. */
    public String name() {
        return name;
    }

    public Path path() {
        return path;
    }

    public boolean gzip() {
        return gzip;
    }

    /** The name's last extension in lower case without dot, {@code .gz} apart: {@code csv} for {@code A.CSV.gz}. */
    public static String extension(Path path) {
        String file =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        String lower = file.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    /** The unpacked bytes from the beginning. */
    public InputStream open() throws IOException {
        InputStream raw = raw();
        try {
            return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** At most this many unpacked bytes from the beginning. */
    public byte[] head(int bytes) {
        try (InputStream in = open()) {
            return in.readNBytes(bytes);
        } catch (IOException e) {
            throw FileFindings.refuse(name, e);
        }
    }

    /**
     * Refuses a file whose beginning says that it is no text (T0102), with what it looks like and a way out.
     *
     * @param head its first unpacked bytes
     */
    public void refuseForeign(byte[] head, Encoding encoding) {
        boolean wide = encoding.charset().name().startsWith("UTF-16")
                || encoding.charset().name().startsWith("UTF-32");
        if (!wide) {
            Foreign.check(name, head).ifPresent(finding -> {
                throw new Refused(finding);
            });
        }
    }

    /** SHA-256 of the bytes as they lie on disk, in hexadecimal. */
    public String sha256() {
        if (sha256.isEmpty()) {
            try (InputStream in = raw()) {
                sha256 = digest(in);
            } catch (IOException e) {
                throw FileFindings.refuse(name, e);
            }
        }
        return sha256;
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    static String sha256(String text) {
        try {
            return digest(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static String digest(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every runtime must have", e);
        }
    }

    private InputStream raw() throws IOException {
        return memory.isPresent()
                ? new ByteArrayInputStream(memory.get())
                : new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }
}
