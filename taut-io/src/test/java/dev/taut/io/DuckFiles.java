package dev.taut.io;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Tests let DuckDB write the files that the code under test reads. */
abstract class DuckFiles extends InFolder {
    /** The rows of a query as a file; its form is told by the extension. */
    protected Path copy(String query, String name) {
        run("copy (" + query + ") to '" + folder.resolve(name) + "'");
        return folder.resolve(name);
    }

    protected static void run(String command) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(command, e);
        }
    }
}
