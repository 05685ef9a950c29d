package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest extends DuckFiles {
    @Test
    void aQueryIsATable() {
        Path path = copy("select i, i * 2 as twice from range(10) t(i)", "x.parquet");
        Table table = Tables.sql("select i,\n twice from '" + path + "' where i >= 7 order by i desc; -- the last");
        assertThat(((NumericColumn) table.column("i")).values()).containsExactly(9, 8, 7);
        assertThat(table.source().name()).isEqualTo("the query");
        assertThat(relative(table.source().reader()))
                .isEqualTo("sql, duckdb: select i, twice from 'x.parquet' where i >= 7 order by i desc; -- the last");
    }

    @Test
    void aQueryFileFindsItsNeighbours() {
        copy("select 4 as a", "x.parquet");
        file("y.csv", "a,b\n4,u\n5,v\n");
        Table table = Tables.read(file("q.sql", "select b from 'x.parquet' join 'y.csv' using (a)"));
        assertThat(cells(table.column("b"))).containsExactly("u");
        assertThat(table.source().name()).endsWith("q.sql");
        assertThat(table.source().sha256()).hasSize(64);
    }

    @Test
    void namesThatDifferInCaseStayApart() {
        assertThat(Tables.sql("select 1 as \"A\", 2 as a, 3 as \"it's, \"").names())
                .containsExactly("A", "a", "it's, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1 as a) to 'FOLDER/evil.csv'",
                "select 1 as a; copy (select 1 as a) to 'FOLDER/evil.csv'",
                "copy (select 1 as a) to 'FOLDER/evil.csv'; select 1 as a",
                "attach 'FOLDER/evil.csv'",
                "create table t as select 1 as a",
                "install httpfs",
                "load httpfs",
                "set memory_limit = '100GB'",
                "export database 'FOLDER/evil.csv'",
                "",
                "-- nothing"
            })
    void onlyASingleSelectRuns(String query) {
        assertThat(refusal(() -> Tables.sql(query.replace("FOLDER", folder.toString()))))
                .isEqualTo("""
                error[T0001]: the query is not a single SELECT
                  a query only reads; what it reads becomes the table
                  help: --sql "select … from 'data.parquet'\"""");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void selectsThatTryToEscapeDoNot() {
        for (String query : List.of(
                "select 1); copy (select 1 as a) to 'FOLDER/evil.csv'; select (1",
                "select 1 as a from 'x' /*; */ ; copy (select 1) to 'FOLDER/evil.csv' --")) {
            assertThat(refusal(() -> Tables.sql(query.replace("FOLDER", folder.toString()))))
                    .startsWith("error[T0001]");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void nothingIsFetched() {
        assertThat(refusal(() -> Tables.sql("from 'https://example.org/x.parquet'")))
                .isEqualTo("""
                error[T0102]: the query is not on this machine: nothing is fetched
                  file https://example.org/x.parquet requires the extension httpfs to be loaded
                  help: download the file and name it""");
    }

    @Test
    void messages() {
        Path path = copy("select 1 as price", "x.parquet");
        assertThat(refusal(() -> Tables.sql("selec 1"))).isEqualTo("""
                error[T0001]: the query does not run: syntax error at or near "selec"
                  LINE 1: selec 1
                          ^""");
        assertThat(refusal(() -> Tables.sql("select prise from '" + path + "'")))
                .isEqualTo("""
                error[T0001]: the query does not run: referenced column "prise" not found in FROM clause
                  LINE 1: select prise from 'x.parquet'
                                 ^""");
        assertThat(refusal(() -> Tables.sql("from 'nope.parquet'"))).isEqualTo("""
                error[T0102]: no file matches nope.parquet""");
        assertThat(refusal(() -> Tables.sql("select 1 as a, 2 as b, 3 as a, 4 as b")))
                .isEqualTo("""
                error[T0106]: columns of the query share a name: `a`, `b`
                  help: give each a name of its own: select a as b""");
        assertThat(refusal(() -> Tables.sql("select cast('x' as integer) as a")))
                .isEqualTo("""
                error[T0102]: the query cannot be read: could not convert string 'x' to INT32""");
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Path home = Path.of(System.getProperty("user.home"), ".duckdb");
        boolean before = Files.exists(home);
        Path path = copy("select i, i % 7 as k from range(100000) t(i)", "x.parquet");
        Tables.sql("select k, count(*) as n from '" + path + "' group by k order by k");
        assertThat(Files.exists(home)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(path));
    }
}
