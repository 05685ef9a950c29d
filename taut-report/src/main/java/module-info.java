/** One Run as one self-contained HTML file. */
module dev.taut.report {
    requires static org.jspecify;
    requires transitive dev.taut.learn;

    exports dev.taut.report;
}
