package dev.taut.cli.option;

import picocli.CommandLine.Option;

/** What the exit code is strict about. */
public final class GateOptions {
    @Option(names = "--strict", description = "end with 4 if there is any warning")
    private boolean strict;

    public boolean strict() {
        return strict;
    }
}
