package dev.taut.io;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taut.data.Column;
import dev.taut.data.Table;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write small files into a folder of their own; messages are compared with the folder's path left out. */
public abstract class InFolder {
    @TempDir
    protected Path folder;

    protected Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    protected Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The table in a file of this text. */
    protected Table table(String text) {
        return Tables.read(file("houses.csv", text));
    }

    protected Table table(String text, ReadOptions options) {
        return Tables.read(file("houses.csv", text), options);
    }

    /** What the user reads when this is refused. */
    protected String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        Refused refused = catchThrowableOfType(Refused.class, action);
        return relative(refused.findings().stream().map(Finding::text).collect(Collectors.joining("\n")));
    }

    /** What the user reads when a file of this text is read. */
    protected String refusal(String text) {
        return refusal(() -> table(text));
    }

    protected String refusal(String text, ReadOptions options) {
        return refusal(() -> table(text, options));
    }

    /** The notes that reading this file gives. */
    protected String notes(Path path, ReadOptions options) {
        List<Finding> notes = new ArrayList<>();
        Tables.read(path, options, notes::add);
        return relative(notes.stream().map(Finding::text).collect(Collectors.joining("\n")));
    }

    protected String relative(String text) {
        return text.replace(folder + "/", "").replace(folder.toString(), ".");
    }

    protected static List<String> cells(Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::text).toList();
    }
}
