package dev.taut.cli.call;

/** What the command ends with; 2 and 3 come from the code of the first error. */
public final class ExitCode {
    public static final int DONE = 0;
    /** A bug of ours. */
    public static final int BUG = 1;

    public static final int USAGE = 2;
    public static final int REFUSED = 3;
    /** Done, but a gate that was asked for failed, or a certificate is missing. */
    public static final int GATE = 4;
    /** As a shell says of a command that Ctrl-C ended. */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
