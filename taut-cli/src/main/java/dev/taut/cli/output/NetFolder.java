package dev.taut.cli.output;

import dev.taut.cli.call.Call;
import dev.taut.cli.call.Loading;
import dev.taut.cli.option.FolderOptions;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.neural.model.NetModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a net: {@code model.taut}, {@code net.json}, and while it learns {@code checkpoint.safetensors}. Every file is
 * there whole or not at all.
 */
public final class NetFolder {
    private static final String MODEL = "model.taut";
    private static final String RUN = "net.json";
    private static final String CHECKPOINT = "checkpoint.safetensors";

    private final Path folder;
    private final String shown;

    private NetFolder(Path folder, String shown) {
        this.folder = folder;
        this.shown = shown;
    }

    /**
     * The folder that was asked for, made if it was not there; empty if none was.
     *
     * @throws Refused if it cannot be written, or holds what is none of ours (T0104)
     */
    public static Optional<NetFolder> of(Call call, FolderOptions options) {
        String shown = options.output();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Loading.path(call, shown);
        RunFolder.check(folder, shown, options.overwrite());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refuse(shown, e);
        }
        return Optional.of(new NetFolder(folder, shown));
    }

    /** Where a training leaves what it needs to go on. */
    public Path checkpoint() {
        return folder.resolve(CHECKPOINT);
    }

    /** Writes the model and what is to be said about it, and answers the files as the user would write them. */
    public List<String> write(NetModel model, String json) {
        try {
            model.save(folder.resolve(MODEL));
            Path aside =
                    folder.resolve("." + RUN + "." + ProcessHandle.current().pid() + ".tmp");
            Files.writeString(aside, json + "\n");
            Files.move(aside, folder.resolve(RUN), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(checkpoint());
        } catch (IOException e) {
            throw refuse(shown, e);
        }
        String prefix = shown.endsWith("/") ? shown : shown + "/";
        return List.of(prefix + MODEL, prefix + RUN);
    }

    private static Refused refuse(String shown, IOException e) {
        return new Refused(Finding.of(Code.OUTPUT_UNWRITABLE, shown, shown + " cannot be written: " + e.getMessage())
                .help("-o with another folder"));
    }
}
