package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CsvWriteTest extends InFolder {
    private static final Table TABLE = Table.of(
            NumericColumn.of("id", 1, 2, 3),
            NumericColumn.of("x, y", 0.1, Double.NaN, 1e300),
            TextColumn.of("s", List.of("a \"b\", c", "", " d\ne")),
            DateColumn.of("d", 0, DateColumn.MISSING, 3600));

    @Test
    void whatIsWritten() throws IOException {
        Path path = folder.resolve("out.csv");
        Tables.write(TABLE, path);
        assertThat(path).content().isEqualTo("""
                id,"x, y",s,d
                1,0.1,"a ""b"", c",1970-01-01
                2,,,
                3,1.0E300," d
                e",1970-01-01T01:00
                """);
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(path));
    }

    @Test
    void theNameDecidesTheForm() throws IOException {
        Tables.write(TABLE, folder.resolve("out.tsv"));
        assertThat(folder.resolve("out.tsv")).content().startsWith("id\tx, y\ts\td\n");
        Tables.write(TABLE, folder.resolve("out.csv.gz"));
        assertThat(Files.readAllBytes(folder.resolve("out.csv.gz"))).startsWith(0x1f, 0x8b);
        assertThat(Tables.read(folder.resolve("out.csv.gz")).rows()).isEqualTo(3);
    }

    @Test
    void anEmptyCellInANarrowTableIsARow() {
        Path path = folder.resolve("out.csv");
        Tables.write(Table.of(TextColumn.of("s", List.of("", "a", ""))), path);
        assertThat(path).content().isEqualTo("s\n\"\"\na\n\"\"\n");
        assertThat(cells(Tables.read(path).column("s"))).containsExactly("", "a", "");
    }

    @Test
    void whatStoodThereIsReplacedOrKeptWhole() throws IOException {
        Path path = file("out.csv", "old");
        assertThatThrownBy(() -> dev.taut.io.file.Aside.write(path, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .hasMessageContaining("out.csv cannot be written: disk full");
        assertThat(path).content().isEqualTo("old");
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(path));
        Tables.write(TABLE, path);
        assertThat(path).content().startsWith("id,");
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path real = file("real.csv", "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
        Tables.write(TABLE, link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).content().startsWith("id,");
    }

    @Test
    void messages() {
        assertThat(refusal(() -> Tables.write(TABLE, folder.resolve("no/out.csv"))))
                .isEqualTo("""
                error[T0104]: no/out.csv cannot be written: its folder does not exist
                  help: mkdir -p no""");
        assertThat(refusal(() -> Tables.write(TABLE, folder))).isEqualTo("""
                error[T0104]: . cannot be written: it is a folder
                  help: -o out.csv""");
    }

    @Test
    void aFolderThatIsNotWritable() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        Assumptions.assumeFalse(Files.isWritable(closed), "a superuser may write anywhere");
        assertThat(refusal(() -> Tables.write(TABLE, closed.resolve("out.csv"))))
                .isEqualTo("""
                error[T0104]: closed/out.csv cannot be written: permission denied in its folder
                  help: chmod u+w closed""");
    }
}
