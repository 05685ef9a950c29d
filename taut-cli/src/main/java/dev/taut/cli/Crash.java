package dev.taut.cli;

import dev.taut.Version;
import dev.taut.cli.call.ExitCode;
import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Host;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is said and kept when a call ends in a way that is our fault. */
final class Crash {
    private Crash() {}

    /** Writes a crash file and says how to report it; no stack trace unless {@code --debug} asks. */
    static int report(Throwable failure, List<String> args, Host host, Console console) {
        String text = "taut " + Version.TEXT + ", Java " + Runtime.version() + ", " + System.getProperty("os.name")
                + "\ntaut " + String.join(" ", args) + "\n\n" + stack(failure);
        console.error("error: this is a bug in Taut, not in your data: " + failure);
        console.error("  " + saved(text, host.folder()));
        console.error("  please report it with that file; look through it first, it holds your command line");
        if (args.contains("--debug")) {
            console.error(stack(failure));
        }
        return ExitCode.BUG;
    }

    private static String saved(String text, Path folder) {
        String name = "taut-crash-" + Long.toString(System.currentTimeMillis(), 36) + ".txt";
        for (Path place : List.of(folder, Path.of(System.getProperty("java.io.tmpdir")))) {
            try {
                Path file = Files.writeString(place.resolve(name), text);
                return "details are in " + file;
            } catch (IOException unwritable) {
                // The next place may be writable; the sentence below says if none was.
            }
        }
        return "details could not be written anywhere; run it again with --debug";
    }

    static int outOfMemory(Console console) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        console.error("error: out of memory with a heap of " + megabytes + " MB");
        console.error("  help: TAUT_JAVA_OPTS=-Xmx" + Math.max(2, 2 * megabytes >> 10) + "g taut …");
        return ExitCode.REFUSED;
    }

    static void trace(Throwable failure, Console console) {
        console.error(stack(failure));
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
