package dev.taut.cli.option;

import picocli.CommandLine.Option;

/** Where files are written. */
public final class FolderOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "folder for run.json, model.taut, report.html")
    private String output = "";

    @Option(names = "--overwrite", description = "replace what else is in that folder")
    private boolean overwrite;

    /** Empty if nothing is to be written. */
    public String output() {
        return output;
    }

    public boolean overwrite() {
        return overwrite;
    }
}
