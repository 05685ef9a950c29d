package dev.taut;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.run.Json;
import dev.taut.svm.KernelModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ServiceLoader;
import tools.jackson.core.JacksonException;

/** Models as JSON files. */
final class ModelJson {
    private ModelJson() {}

    static void save(Model model, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        // Not createTempFile: the model should have the permissions of any other file that the user writes.
        Path aside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(aside, Json.mapper().writeValueAsString(model) + "\n", StandardCharsets.UTF_8);
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** A model of the kind that its schema says. */
    static Model load(Path file) throws IOException {
        byte[] head = head(file);
        for (ModelFormat format : ServiceLoader.load(ModelFormat.class, ModelFormat.class.getClassLoader())) {
            if (format.reads(head)) {
                return format.read(file);
            }
        }
        return loadJson(file);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        }
    }

    private static Model loadJson(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            String schema = Json.mapper().readTree(text).path("schema").asString("");
            return switch (schema) {
                case LinearModel.SCHEMA -> Json.mapper().readValue(text, LinearModel.class);
                case KernelModel.SCHEMA -> Json.mapper().readValue(text, KernelModel.class);
                default ->
                    throw unreadable(
                            file,
                            (schema.isEmpty() ? "it names no schema" : "its schema is " + schema)
                                    + ", this version reads " + LinearModel.SCHEMA + " and " + KernelModel.SCHEMA);
            };
        } catch (JacksonException e) {
            throw unreadable(file, e.getOriginalMessage());
        }
    }

    /** A model of one kind. */
    static <M extends Model> M load(Path file, Class<M> kind) throws IOException {
        Model model = load(file);
        if (kind.isInstance(model)) {
            return kind.cast(model);
        }
        throw unreadable(file, "it holds another kind of model");
    }

    private static Refused unreadable(Path file, String why) {
        return new Refused(Finding.of(
                        Code.MODEL_UNREADABLE,
                        file.getFileName().toString(),
                        "`" + file.getFileName() + "` is not a model file that this version reads")
                .because(why)
                .help("taut fit DATA --target Y -o DIR writes DIR/model.taut"));
    }
}
