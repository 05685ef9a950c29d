/** The taut command. */
module dev.taut.cli {
    requires static org.jspecify;
    requires dev.taut.io;
    requires dev.taut.neural;
    requires dev.taut.lessons;
    requires dev.taut.report;
    requires info.picocli;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.toml;

    opens dev.taut.cli.option to
            info.picocli;
    opens dev.taut.cli.verb to
            info.picocli;
}
