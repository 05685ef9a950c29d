package dev.taut.cli.option;

import dev.taut.io.ReadOptions;
import java.util.List;
import picocli.CommandLine.Option;

/** How the data file is read; what is not said is found out from the file. */
public final class ReadingOptions {
    @Option(names = "--delimiter", paramLabel = "CHAR", description = "between fields: ',' ';' '|' or tab")
    private String delimiter = "";

    @Option(names = "--decimal", paramLabel = "CHAR", description = "the decimal separator, '.' or ','")
    private String decimal = "";

    @Option(names = "--thousands", paramLabel = "CHAR", description = "between groups of three digits")
    private String thousands = "";

    @Option(names = "--missing", paramLabel = "WORDS", split = ",", description = "more words that mean \"no value\"")
    private List<String> missing = List.of();

    @Option(names = "--no-header", description = "the first line is data; columns are c1, c2 …")
    private boolean noHeader;

    @Option(names = "--header", description = "the first line is names, though it looks like data")
    private boolean header;

    @Option(
            names = "--categorical",
            paramLabel = "COLS",
            split = ",",
            description = "numbers here are names of categories")
    private List<String> categorical = List.of();

    public List<String> categorical() {
        return categorical;
    }

    /** The options of the reader. */
    public ReadOptions read() {
        ReadOptions options = ReadOptions.DEFAULTS
                .withCategorical(categorical)
                .alsoMissing(missing.toArray(String[]::new))
                .withHeader(header());
        if (!delimiter.isEmpty()) {
            options = options.withDelimiter(Usage.character("--delimiter", delimiter));
        }
        if (!decimal.isEmpty()) {
            options = options.withDecimal(Usage.character("--decimal", decimal));
        }
        return thousands.isEmpty() ? options : options.withThousands(Usage.character("--thousands", thousands));
    }

    private ReadOptions.Header header() {
        if (header && noHeader) {
            throw Usage.refuse("--header", "`--header` and `--no-header` contradict each other");
        }
        return noHeader ? ReadOptions.Header.ABSENT : header ? ReadOptions.Header.PRESENT : ReadOptions.Header.EXPECTED;
    }
}
