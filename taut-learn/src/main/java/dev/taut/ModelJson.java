package dev.taut;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.run.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;

/** Models as JSON files. */
final class ModelJson {
    private ModelJson() {}

    static void save(LinearModel model, Path file) throws IOException {
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

    static LinearModel load(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            LinearModel model = Json.mapper().readValue(text, LinearModel.class);
            if (model.schema().equals(LinearModel.SCHEMA)) {
                return model;
            }
            throw unreadable(file, "its schema is " + model.schema() + ", this version reads " + LinearModel.SCHEMA);
        } catch (JacksonException e) {
            throw unreadable(file, e.getOriginalMessage());
        }
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
