package dev.taut.cli.output;

import dev.taut.Model;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads back what {@link RunFolder} wrote. */
public final class RunFiles {
    private RunFiles() {}

    /**
     * The run in this file, or in this folder's {@code run.json}.
     *
     * @throws Refused if there is none (T0102) or it cannot be read (T0605)
     */
    public static Run run(Path path, String shown) {
        Path file = Files.isDirectory(path) ? path.resolve(RunFolder.RUN) : path;
        try {
            return RunJson.read(Files.readString(file));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refused(Finding.of(Code.MODEL_UNREADABLE, shown, shown + " is not a run that this version reads")
                    .because(why(e))
                    .help("taut fit DATA --target Y -o DIR writes DIR/" + RunFolder.RUN));
        } catch (IOException e) {
            throw missing(shown, e, RunFolder.RUN);
        }
    }

    /**
     * The model in this file, or in this folder's {@code model.taut}.
     *
     * @throws Refused if there is none (T0102) or it cannot be read (T0605)
     */
    public static Model model(Path path, String shown) {
        Path file = Files.isDirectory(path) ? path.resolve(RunFolder.MODEL) : path;
        try {
            return Model.load(file);
        } catch (CharacterCodingException e) {
            throw new Refused(
                    Finding.of(Code.MODEL_UNREADABLE, shown, shown + " is not a model file that this version reads")
                            .because("it is not text")
                            .help("taut fit DATA --target Y -o DIR writes DIR/" + RunFolder.MODEL));
        } catch (IOException e) {
            throw missing(shown, e, RunFolder.MODEL);
        }
    }

    private static Refused missing(String shown, IOException e, String name) {
        String why = e instanceof NoSuchFileException ? " does not exist, or holds no " + name : " cannot be read";
        return new Refused(Finding.of(Code.FILE_UNREADABLE, shown, shown + why)
                .help("taut fit DATA --target Y -o DIR writes DIR/" + name));
    }

    private static String why(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("schema ") ? message : "it is not JSON of the form " + Run.SCHEMA;
    }
}
