package dev.taut.cli.option;

import dev.taut.recipe.MissingColumns;
import java.util.List;
import picocli.CommandLine.Option;

/** What a model does with rows that are not quite like those it learnt from. */
public final class ScoringOptions {
    @Option(
            names = "--missing-columns",
            paramLabel = "HOW",
            defaultValue = "refuse",
            description = "refuse, or impute a column that is lacking")
    private String missingColumns = "refuse";

    public MissingColumns missingColumns() {
        return Usage.choice("--missing-columns", missingColumns, List.of("refuse", "impute"))
                        .equals("impute")
                ? MissingColumns.IMPUTE
                : MissingColumns.REFUSE;
    }
}
