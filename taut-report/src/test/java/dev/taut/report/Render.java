package dev.taut.report;

import dev.taut.report.example.Examples;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the page of every example, or of the runs named, into a folder: for looking at them. */
final class Render {
    private Render() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, Run> example : Examples.all().entrySet()) {
            Report.write(example.getValue(), folder.resolve(example.getKey() + ".html"));
        }
        for (int i = 1; i < arguments.length; i++) {
            Path run = Path.of(arguments[i]);
            Report.write(RunJson.read(Files.readString(run)), folder.resolve(run.getFileName() + ".html"));
        }
    }
}
