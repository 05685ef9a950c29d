/** The taut command. */
module dev.taut.cli {
    requires static org.jspecify;
    requires dev.taut.io;
    requires dev.taut.report;
    requires info.picocli;
    requires tools.jackson.dataformat.toml;
}
