package dev.taut.cli.output;

import dev.taut.Model;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.report.Report;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a run: {@code run.json}, {@code report.html} and, if there is a model, {@code model.taut}.
 *
 * <p>It is written aside and then moved into place by one rename, so it appears whole or not at all. A folder that
 * holds nothing but an earlier run is replaced; one that holds other files is only written into if asked, file by
 * file, and its other files stay.
 */
public final class RunFolder {
    public static final String RUN = "run.json";
    public static final String MODEL = "model.taut";
    public static final String REPORT = "report.html";
    private static final Set<String> OURS = Set.of(RUN, MODEL, REPORT, "net.json", "checkpoint.safetensors");

    private RunFolder() {}

    /**
     * Refuses a folder that could not be written (T0104), so that a long computation does not end in vain.
     *
     * @param shown     the folder as the user named it
     * @param overwrite whether other files in it are no obstacle
     */
    public static void check(Path folder, String shown, boolean overwrite) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refuse(shown, "it is a file", "-o with another folder");
        }
        if (!overwrite && Files.isDirectory(folder)) {
            Optional<String> foreign = entries(folder).stream()
                    .filter(name -> !OURS.contains(name))
                    .findFirst();
            if (foreign.isPresent()) {
                throw refuse(
                        shown,
                        "it holds other files, such as " + foreign.get(),
                        "-o with another folder",
                        "--overwrite writes beside them");
            }
        }
        Path at = folder.toAbsolutePath().normalize();
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        if (at != null && !Files.isDirectory(at)) {
            throw refuse(shown, at.getFileName() + " is a file, not a folder", "-o with another folder");
        }
        if (at != null && !Files.isWritable(at)) {
            throw refuse(shown, "permission denied in " + at, "-o with another folder");
        }
    }

    /** Writes the folder; answers the paths of its files as the user would write them. */
    public static List<String> write(Run run, Optional<? extends Model> model, Path folder, String shown) {
        try {
            Path target = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            Path parent = Optional.ofNullable(target.getParent()).orElse(target);
            Files.createDirectories(parent);
            boolean mixed = Files.exists(target) && entries(target).stream().anyMatch(name -> !OURS.contains(name));
            Path aside = (mixed ? target : parent)
                    .resolve("." + target.getFileName() + "."
                            + ProcessHandle.current().pid() + ".part");
            try {
                Files.createDirectory(aside);
                fill(aside, run, model);
                if (mixed) {
                    moveFiles(aside, target);
                } else {
                    replace(aside, target);
                }
            } finally {
                delete(aside);
            }
        } catch (AccessDeniedException e) {
            throw refuse(shown, "permission denied", "-o with another folder");
        } catch (FileAlreadyExistsException e) {
            throw refuse(shown, e.getMessage() + " is in the way", "-o with another folder");
        } catch (IOException e) {
            throw refuse(shown, String.valueOf(e.getMessage()), "-o with another folder");
        }
        String prefix = shown.endsWith("/") ? shown : shown + "/";
        List<String> files = new ArrayList<>();
        model.ifPresent(m -> files.add(prefix + MODEL));
        files.add(prefix + REPORT);
        files.add(prefix + RUN);
        return files;
    }

    private static void fill(Path folder, Run run, Optional<? extends Model> model) throws IOException {
        Files.writeString(folder.resolve(RUN), RunJson.write(run) + "\n");
        if (model.isPresent()) {
            model.get().save(folder.resolve(MODEL));
        }
        Report.write(run, folder.resolve(REPORT));
    }

    private static void moveFiles(Path from, Path to) throws IOException {
        for (String name : entries(from)) {
            Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The earlier run steps aside, the new one takes its place; if that fails, the earlier one comes back. */
    private static void replace(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            Files.move(from, to);
            return;
        }
        Path old = from.resolveSibling(from.getFileName() + ".old");
        Files.move(to, old);
        try {
            Files.move(from, to);
        } catch (IOException e) {
            Files.move(old, to);
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (String name : entries(folder)) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static List<String> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unlistable) {
            throw refuse(folder.toString(), "it cannot be listed", "-o with another folder");
        }
    }

    private static Refused refuse(String folder, String why, String... remedies) {
        return new Refused(Finding.of(Code.OUTPUT_UNWRITABLE, folder, folder + " cannot be written: " + why)
                .help(remedies));
    }
}
