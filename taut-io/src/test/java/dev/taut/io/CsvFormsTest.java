package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.io.ReadOptions.Header;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delimiters, quotes, decimals, encodings, line ends, headers, compression. */
class CsvFormsTest extends InFolder {
    private static final String LOCAL = "name,größe\nJürg,1\nZoë,2\n";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFound(String delimiter) {
        Table table = table("a,b,c\n1,x y,2.5\n3,z,4.5\n".replace(",", delimiter));
        assertThat(table.names()).containsExactly("a", "b", "c");
        assertThat(((NumericColumn) table.column("c")).values()).containsExactly(2.5, 4.5);
        String shown = delimiter.equals("\t") ? "\\t" : delimiter;
        assertThat(table.source().reader()).isEqualTo("csv, utf-8, delimiter '" + shown + "'");
    }

    @Test
    void commasInsideCellsAreNoDelimiters() {
        Table table = table("name;note\nA;x, y, z\nB;u, v\nC;w\n");
        assertThat(table.names()).containsExactly("name", "note");
        assertThat(cells(table.column("note"))).containsExactly("x, y, z", "u, v", "w");
    }

    @Test
    void aSingleColumnNeedsNoDelimiter() {
        assertThat(((NumericColumn) table("y\n1\n2\n").column("y")).values()).containsExactly(1, 2);
    }

    @Test
    void decimalCommasAreFoundBehindSemicolons() {
        Table table = table("a;b\n1,5;x\n-2,25e1;y\n7;z\n");
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1.5, -22.5, 7);
        assertThat(table.source().reader()).isEqualTo("csv, utf-8, delimiter ';', decimal ','");
    }

    @Test
    void decimalCommasWithoutHeaderAreNotTakenForDelimiters() {
        Table table = table("1,5;2,5\n3,5;4,5\n", ReadOptions.DEFAULTS.withHeader(Header.ABSENT));
        assertThat(((NumericColumn) table.column("c2")).values()).containsExactly(2.5, 4.5);
    }

    @Test
    void doubtfulDecimalCommasStayText() {
        assertThat(table("a;b\n1,250;x\n2,500;y\n").column("a")).isInstanceOf(TextColumn.class);
        assertThat(table("a;b\n1,5;2.5\n2,5;3.5\n").column("a")).isInstanceOf(TextColumn.class);
    }

    @Test
    void decimalAndThousandsAsTheUserSays() {
        ReadOptions german = ReadOptions.DEFAULTS.withDecimal(',').withThousands('.');
        Table table = table("a;b\n1.234.567,5;1\n12,25;2\n-1.000;3\n", german);
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1234567.5, 12.25, -1000);
        assertThat(table.source().reader()).isEqualTo("csv, utf-8, delimiter ';', decimal ',', thousands '.'");
        Table english = table("a,b\n\"1,250\",1\n3,2\n", ReadOptions.DEFAULTS.withThousands(','));
        assertThat(((NumericColumn) english.column("a")).values()).containsExactly(1250, 3);
        Table wrong = table("a,b\n\"12,50\",1\n", ReadOptions.DEFAULTS.withThousands(','));
        assertThat(wrong.column("a")).isInstanceOf(TextColumn.class);
    }

    @Test
    void quotesDoubledAndOverSeveralLines() {
        Table table = table("a,b\n\"say \"\"hi\"\"\",\"two\nlines, one cell\"\nx,y\n");
        assertThat(cells(table.column("a"))).containsExactly("say \"hi\"", "x");
        assertThat(cells(table.column("b"))).containsExactly("two\nlines, one cell", "y");
    }

    @Test
    void blanksBeforeQuotes() {
        Table table = table("a, \"b\", c\n1, \"x, y\", 2\n3, \"z\" , 4\n");
        assertThat(table.names()).containsExactly("a", "b", "c");
        assertThat(cells(table.column("b"))).containsExactly("x, y", "z");
        Table behind = table("a,b\n\"x, y\" ,1\nz,2\n");
        assertThat(cells(behind.column("a"))).containsExactly("x, y", "z");
        Table tabs = table("a\tb\tc\n\t\t\"x\ty\"\n1\t \"z\"\t\n2\t\t\"w\" \n");
        assertThat(cells(tabs.column("a"))).containsExactly("", "1", "2");
        assertThat(cells(tabs.column("b"))).containsExactly("", "z", "");
        assertThat(cells(tabs.column("c"))).containsExactly("x\ty", "", "w");
    }

    @Test
    void otherQuotesAndNone() {
        assertThat(cells(table("a,b\n'x, y',1\n", ReadOptions.DEFAULTS.withQuote('\''))
                        .column("a")))
                .containsExactly("x, y");
        Table none = table("a,b\n\"x,1\n5\" pipe,2\n", ReadOptions.DEFAULTS.withQuote(ReadOptions.NONE));
        assertThat(cells(none.column("a"))).containsExactly("\"x", "5\" pipe");
        assertThat(none.source().reader()).isEqualTo("csv, utf-8, delimiter ',', no quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndAndBlankLines(String end) {
        Table table = table("\na,b\n1,x\n\n   \n2,y\n\n".replace("\n", end));
        assertThat(((NumericColumn) table.column("a")).values()).containsExactly(1, 2);
        assertThat(table("a,b\n1,x\n2,y".replace("\n", end)).rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void encodingsWithAMark(String charset) {
        Table table = Tables.read(file("x.csv", ("\uFEFF" + LOCAL).getBytes(Charset.forName(charset))));
        assertThat(table.names()).containsExactly("name", "größe");
        assertThat(cells(table.column("name"))).containsExactly("Jürg", "Zoë");
        assertThat(table.source().reader()).startsWith("csv, " + charset.toLowerCase(java.util.Locale.ROOT) + ",");
    }

    @Test
    void utf8WithoutAMark() {
        assertThat(table(LOCAL).names()).containsExactly("name", "größe");
    }

    @Test
    void whatIsNotUtf8IsReadAsWindows1252AndSaid() {
        Path path = file("x.csv", (LOCAL + "x,€\n").getBytes(Charset.forName("windows-1252")));
        assertThat(notes(path, ReadOptions.DEFAULTS)).isEqualTo("""
                note[T0102]: x.csv:1 is not valid UTF-8: the file was read as Windows-1252
                  help: --encoding NAME if letters look wrong""");
        Table table = Tables.read(path);
        assertThat(table.names()).containsExactly("name", "größe");
        assertThat(cells(table.column("größe"))).containsExactly("1", "2", "€");
        assertThat(table.source().reader()).isEqualTo("csv, windows-1252, delimiter ','");
    }

    @Test
    void theEncodingCanBeNamed() {
        Path path = file("x.csv", "naïve,b\nслово,1\n".getBytes(StandardCharsets.UTF_16LE));
        Table table = Tables.read(path, ReadOptions.DEFAULTS.withCharset(StandardCharsets.UTF_16LE));
        assertThat(cells(table.column("naïve"))).containsExactly("слово");
    }

    @Test
    void withoutHeaderColumnsAreNumbered() {
        Table table = table("1,x\n2,y\n", ReadOptions.DEFAULTS.withHeader(Header.ABSENT));
        assertThat(table.names()).containsExactly("c1", "c2");
        assertThat(((NumericColumn) table.column("c1")).values()).containsExactly(1, 2);
        assertThat(table.source().reader()).endsWith(", no header");
    }

    @Test
    void numbersMayBeNamesIfTheUserSaysSo() {
        Table table = table("400,402\n1,2\n", ReadOptions.DEFAULTS.withHeader(Header.PRESENT));
        assertThat(table.names()).containsExactly("400", "402");
        assertThat(table.rows()).isEqualTo(1);
        assertThat(table("id,400,402\na,1,2\nb,3,4\n").names()).containsExactly("id", "400", "402");
    }

    @Test
    void columnsWithoutNameGetOne() {
        Path path = file("x.csv", ",a,,c3\n1,2,3,4\n");
        assertThat(Tables.read(path).names()).containsExactly("c1", "a", "c3_", "c3");
        assertThat(notes(path, ReadOptions.DEFAULTS)).isEqualTo("""
                note[T0106]: 2 columns of x.csv have no name and are called `c1`, `c3_`
                  help: name every column in the first line""");
    }

    @Test
    void gzipIsToldByItsBytes() throws Exception {
        byte[] packed = gzip("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
        Table table = Tables.read(file("plain-name.csv", packed));
        assertThat(table.names()).containsExactly("a", "b");
        assertThat(table.source().reader()).isEqualTo("csv, gzip, utf-8, delimiter ','");
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(packed);
        assertThat(table.source().sha256()).isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }

    @Test
    void manyRowsAndManyColumns() {
        String header = IntStream.range(0, 3000).mapToObj(i -> "gene_" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 3000).mapToObj(i -> i % 7 + ".5").collect(Collectors.joining(","));
        Table wide = table(header + "\n" + (row + "\n").repeat(40));
        assertThat(wide.columns()).hasSize(3000);
        assertThat(((NumericColumn) wide.column("gene_2999")).value(39)).isEqualTo(2999 % 7 + 0.5);
        Table tall = table("a,b\n"
                + IntStream.range(0, 100_000).mapToObj(i -> i + ",k" + i % 3).collect(Collectors.joining("\n")));
        assertThat(((NumericColumn) tall.column("a")).value(99_999)).isEqualTo(99_999);
        assertThat(((TextColumn) tall.column("b")).levels()).isEqualTo(List.of("k0", "k1", "k2"));
    }
}
