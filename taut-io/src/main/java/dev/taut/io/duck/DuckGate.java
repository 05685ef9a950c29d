package dev.taut.io.duck;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets a single SELECT through and nothing else: a query given to a reader must not write files, attach databases or
 * load code. DuckDB's own parser judges, not a pattern.
 */
final class DuckGate {
    private static final String JUDGE = """
            select j->>'$.error' = 'true', j->>'$.error_type', j->>'$.error_message', json_array_length(j, '$.statements')
            from (select json_serialize_sql(cast(? as varchar)) as j)""";

    private DuckGate() {}

    /**
     * Passes if {@code sql} is one SELECT.
     *
     * @throws Refused if it is anything else (T0001); an unparsable text passes, because running it gives the better
     *     message and can do no harm
     */
    static void check(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JUDGE)) {
            statement.setString(1, sql);
            try (ResultSet verdict = statement.executeQuery()) {
                verdict.next();
                boolean parser = "parser".equals(verdict.getString(2));
                if (verdict.getBoolean(1) ? !parser : verdict.getInt(4) != 1) {
                    throw new Refused(Finding.of(Code.USAGE, "sql", "the query is not a single SELECT")
                            .because("a query only reads; what it reads becomes the table")
                            .help("--sql \"select … from 'data.parquet'\""));
                }
            }
        }
    }
}
