package dev.taut.cli;

import dev.taut.cli.terminal.Host;
import dev.taut.cli.terminal.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the command in this process, in a folder of its own, and keeps what it says. */
final class Shell {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Interruption interruption = new Interruption();
    private Charset charset = StandardCharsets.UTF_8;
    private boolean terminal;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a call ended with. */
    record Ended(int code, String out, String err, Path folder) {
        /** Exit code and both streams, without what differs from call to call: times, the folder, versions. */
        String transcript() {
            return "exit " + code + "\n---- out\n" + masked(out) + "---- err\n" + masked(err);
        }

        private String masked(String text) {
            return text.replace("\r\n", "\n")
                    .replace(folder.toString() + "/", "")
                    .replaceAll(" +\\d+\\.\\d s\n", " … s\n")
                    .replaceAll("read in \\d+\\.\\d+ s", "read in … s")
                    .replaceAll("Java \\d+", "Java …")
                    .replaceAll("(?m)^.*Tuning .*\n", "");
        }
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell charset(Charset other) {
        charset = other;
        return this;
    }

    Shell terminal() {
        terminal = true;
        return this;
    }

    Interruption interruption() {
        return interruption;
    }

    /** Writes a file into the folder. */
    Shell file(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Copies one of the bundled tables into the folder. */
    Shell bundled(String name) {
        try (var in = Cli.class.getResourceAsStream("demo/" + name)) {
            Files.write(folder.resolve(name), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@code taut …} with words as a shell would cut them; single quotes keep blanks. */
    Ended run(String commandLine) {
        return run(new ByteArrayOutputStream(), new ByteArrayOutputStream(), commandLine);
    }

    Ended run(OutputStream out, ByteArrayOutputStream err, String commandLine) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(commandLine);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (!words.remove(0).equals("taut")) {
            throw new IllegalArgumentException(commandLine);
        }
        int code = Cli.run(
                words.toArray(String[]::new), new Host(environment, folder, out, err, charset, terminal, interruption));
        return new Ended(code, out.toString(), err.toString(charset), folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
