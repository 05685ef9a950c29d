package dev.taut.cli.terminal;

/** Whether somebody wants a call to end, as with Ctrl-C. */
public final class Interruption {
    private volatile boolean wanted;

    public void ask() {
        wanted = true;
    }

    public boolean wanted() {
        return wanted;
    }
}
