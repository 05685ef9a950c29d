package dev.taut.neural.file;

import dev.taut.run.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Named tensors of float32 and a few words about them, in the safetensors format (Hugging Face, version 0.4): the length of a JSON
 * header as 64 bits little-endian, the header, the numbers.
 *
 * @param metadata words by name
 * @param tensors  in the order of the file
 */
public record Safetensors(Map<String, String> metadata, List<Tensor> tensors) {
    private static final int LENGTH = 8;
    private static final int LONGEST_HEADER = 100_000_000;
    private static final String METADATA = "__metadata__";

    /** One tensor, row by row. */
    public record Tensor(String name, int[] shape, float[] values) {}

    public Safetensors {
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = List.copyOf(tensors);
    }

    /** Whether a file begins like one of this format: a short length, then a JSON object. */
    public static boolean begins(byte[] head) {
        if (head.length <= LENGTH || head[LENGTH] != '{') {
            return false;
        }
        long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length > 1 && length <= LONGEST_HEADER;
    }

    /** Writes the file, so that it is there whole, on the disk, or not at all. */
    public void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                write(channel, ByteBuffer.wrap(header()));
                for (Tensor tensor : tensors) {
                    ByteBuffer bytes =
                            ByteBuffer.allocate(4 * tensor.values.length).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.asFloatBuffer().put(tensor.values);
                    write(channel, bytes);
                }
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Numbers begin at a multiple of eight: the header is filled up with spaces. */
    private byte[] header() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put(METADATA, metadata);
        long at = 0;
        for (Tensor tensor : tensors) {
            long end = at + 4L * tensor.values.length;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", "F32");
            entry.put("shape", tensor.shape);
            entry.put("data_offsets", new long[] {at, end});
            entries.put(tensor.name, entry);
            at = end;
        }
        byte[] json = Json.mapper().writeValueAsString(entries).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer header = ByteBuffer.allocate(LENGTH + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.array();
    }

    /**
     * Reads a file.
     *
     * @throws BrokenFile saying what is wrong with it
     */
    public static Safetensors read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!begins(bytes)) {
            throw new BrokenFile("it does not begin as a safetensors file does");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = buffer.getLong();
        if (LENGTH + length > bytes.length) {
            throw new BrokenFile("it ends within its header");
        }
        int data = (int) (LENGTH + length);
        try {
            JsonNode header = Json.mapper().readTree(new String(bytes, LENGTH, (int) length, StandardCharsets.UTF_8));
            Map<String, String> metadata = new LinkedHashMap<>();
            header.path(METADATA)
                    .properties()
                    .forEach(e -> metadata.put(e.getKey(), e.getValue().asString()));
            List<Tensor> tensors = header.properties().stream()
                    .filter(entry -> !entry.getKey().equals(METADATA))
                    .map(entry -> tensor(entry.getKey(), entry.getValue(), buffer, data))
                    .toList();
            return new Safetensors(metadata, tensors);
        } catch (JacksonException e) {
            throw new BrokenFile("its header is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Tensor tensor(String name, JsonNode entry, ByteBuffer buffer, int data) {
        if (!entry.path("dtype").asString("").equals("F32")) {
            throw new BrokenFile("tensor " + name + " is not of float32");
        }
        long from = entry.path("data_offsets").path(0).asLong(-1);
        long to = entry.path("data_offsets").path(1).asLong(-1);
        if (from < 0 || to < from || (to - from) % 4 != 0 || data + to > buffer.limit()) {
            throw new BrokenFile("tensor " + name + " lies outside the file");
        }
        int[] shape = new int[entry.path("shape").size()];
        long size = 1;
        for (int k = 0; k < shape.length; k++) {
            shape[k] = entry.path("shape").path(k).asInt(0);
            size *= shape[k];
        }
        if (size != (to - from) / 4) {
            throw new BrokenFile("tensor " + name + " is not as large as its shape says");
        }
        float[] values = new float[(int) size];
        buffer.slice(data + (int) from, (int) (to - from))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Tensor(name, shape, values);
    }

    /**
     * The tensor of this name.
     *
     * @throws BrokenFile if there is none
     */
    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new BrokenFile("it has no tensor " + name));
    }
}
