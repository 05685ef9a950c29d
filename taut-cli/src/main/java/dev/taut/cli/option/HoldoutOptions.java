package dev.taut.cli.option;

import picocli.CommandLine.Option;

/** What is kept aside to test the choice. */
public final class HoldoutOptions {
    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "rows kept aside for the last test")
    private String holdout = "0.2";

    /** In [0, 1). */
    public double share() {
        double share = Usage.number("--holdout", holdout, 0, 1);
        if (share == 1) {
            throw Usage.refuse(
                    "--holdout",
                    "`--holdout " + holdout + "` leaves no row to learn from",
                    "for example --holdout 0.2");
        }
        return share;
    }
}
