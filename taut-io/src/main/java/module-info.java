/** Reads and writes tables. */
module dev.taut.io {
    requires static org.jspecify;
    requires transitive dev.taut.learn;
    requires ch.randelshofer.fastdoubleparser;
    requires de.siegmar.fastcsv;
    requires duckdb.jdbc;
    requires java.sql;

    exports dev.taut.io;
}
