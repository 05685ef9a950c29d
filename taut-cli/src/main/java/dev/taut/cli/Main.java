package dev.taut.cli;

import dev.taut.cli.terminal.Host;
import dev.taut.cli.terminal.Interruption;
import dev.taut.cli.terminal.Terminals;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The {@code taut} command. */
public final class Main {
    /** How long a call that was interrupted may take to save what it has. */
    private static final long PATIENCE = 20;

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        var interruption = new Interruption();
        var finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> settle(interruption, finished), "taut-interruption"));
        Host host = new Host(
                System.getenv(),
                Path.of(""),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err),
                Terminals.charset(),
                Terminals.isTerminal(2),
                interruption);
        int code = Cli.run(args, host);
        finished.countDown();
        // During a shutdown, exit would wait for ever for the hook that waits for us.
        if (!interruption.wanted()) {
            System.exit(code);
        }
    }

    /** On Ctrl-C the computation is asked to stop, and the process waits until what there is has been saved. */
    private static void settle(Interruption interruption, CountDownLatch finished) {
        if (finished.getCount() == 0) {
            return;
        }
        interruption.ask();
        try {
            if (!finished.await(PATIENCE, TimeUnit.SECONDS)) {
                System.err.println("taut: gave up waiting for the computation to stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
