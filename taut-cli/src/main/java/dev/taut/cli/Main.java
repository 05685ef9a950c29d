package dev.taut.cli;

/** The {@code taut} command. */
public final class Main {
    private Main() {}

    /** Prints the version of Taut on standard output. */
    public static void main(String[] args) {
        System.out.println("taut " + Main.class.getPackage().getImplementationVersion());
    }
}
