package dev.taut.cli.option;

import picocli.CommandLine.Option;

/** How the answer is shown; every verb has these. */
public final class OutputOptions {
    @Option(names = "--json", description = "the result as JSON on standard output")
    private boolean json;

    @Option(names = "--markdown", description = "tables as Markdown")
    private boolean markdown;

    @Option(
            names = {"-q", "--quiet"},
            description = "no narration, no notes")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "nothing left out of tables; how it was computed")
    private boolean verbose;

    @Option(names = "--no-color", description = "no colour (NO_COLOR does the same)")
    private boolean noColor;

    @Option(names = "--debug", description = "show where an error comes from")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this screen")
    private boolean help;

    public boolean json() {
        return json;
    }

    public boolean markdown() {
        return markdown;
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean verbose() {
        return verbose;
    }

    public boolean noColor() {
        return noColor;
    }

    public boolean debug() {
        return debug;
    }

    public boolean help() {
        return help;
    }
}
