package dev.taut.io.duck;

import dev.taut.data.Column;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.io.cell.Missing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;

/**
 * One query over files, in a database that lives in memory for as long as the query runs. It installs and loads no
 * extension, spills nothing to disk, uses at most as much memory as the Java heap may, and runs a single SELECT only.
 *
 * @param sql         the query
 * @param subject     what messages call its result: the file, or "the query"
 * @param folder      where relative paths inside the query are looked for first; empty means the working folder
 * @param missing     texts that mean "no value", besides NULL and the empty text
 * @param categorical names of columns to take as text
 */
public record Duck(String sql, String subject, Optional<Path> folder, Missing missing, Set<String> categorical) {

    /**
     * Runs the query.
     *
     * @throws Refused if it cannot run (T0001, T0102), or if a column's cells are no single values (T0102)
     */
    public List<Column> columns() {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties())) {
            prepare(connection);
            DuckGate.check(connection, sql);
            List<DuckColumn> columns = describe(connection);
            execute(connection, "create temp view taut_rows as " + sql);
            return read(connection, columns);
        } catch (SQLException e) {
            throw new Refused(DuckFaults.of(subject, e));
        } catch (LinkageError e) {
            throw new Refused(DuckFaults.unloadable(subject, e));
        }
    }

    private void prepare(Connection connection) throws SQLException {
        execute(connection, "set autoinstall_known_extensions = false");
        execute(connection, "set autoload_known_extensions = false");
        execute(connection, "set allow_community_extensions = false");
        execute(connection, "set allow_persistent_secrets = false");
        execute(connection, "set temp_directory = ''");
        execute(connection, "set memory_limit = '" + Runtime.getRuntime().maxMemory() + "B'");
        if (folder.isPresent()) {
            execute(connection, "set file_search_path = " + literal(folder.get().toString()));
        }
        execute(connection, "set lock_configuration = true");
    }

    /** The text as an SQL literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Names and types as the query itself has them: a view would rename columns that share a name. */
    private List<DuckColumn> describe(Connection connection) throws SQLException {
        List<DuckColumn> columns = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData data = statement.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                String name = data.getColumnName(i);
                String type = data.getColumnTypeName(i);
                if (DuckColumn.isNested(type)) {
                    nested.add(name);
                } else {
                    columns.add(DuckColumn.of(name, type, categorical.contains(name), missing));
                }
            }
        }
        Refused.ifAny(DuckFaults.names(subject, columns, nested, categorical));
        return columns;
    }

    private List<Column> read(Connection connection, List<DuckColumn> columns) throws SQLException {
        List<String> projections = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            projections.add(columns.get(i).projection("#" + (i + 1)));
        }
        String query = "select " + String.join(", ", projections) + " from taut_rows";
        int rows = 0;
        try (DuckDBPreparedStatement statement = ((DuckDBConnection) connection).prepare(query);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                int count = Math.toIntExact(chunk.rowCount());
                for (int j = 0; j < columns.size(); j++) {
                    columns.get(j).read(chunk.vector(j), rows, count);
                }
                rows += count;
            }
        }
        if (rows == 0) {
            throw new Refused(Finding.of(Code.FILE_UNREADABLE, subject, subject + " has no rows"));
        }
        List<Column> built = new ArrayList<>();
        for (DuckColumn column : columns) {
            built.add(column.build(rows));
        }
        return built;
    }
}
