package dev.taut.neural.file;

/** A file that is not what its name says; the message says why. */
public final class BrokenFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BrokenFile(String why) {
        super(why);
    }
}
