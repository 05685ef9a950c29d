package dev.taut.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.io.ReadOptions.Header;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Every sentence about a file that is no table, word by word. */
class CsvMessagesTest extends InFolder {
    private static final String HEADER = "id,price,street,rooms\n";
    private static final String ROW = "17,250.5,Rue Haute,4\n";

    @Test
    void missingFile() {
        file("houses.csv", HEADER);
        assertThat(refusal(() -> Tables.read(folder.resolve("Huoses.csv")))).isEqualTo("""
                error[T0102]: Huoses.csv does not exist
                  did you mean `houses.csv`?
                  help: houses.csv""");
        assertThat(refusal(() -> Tables.read(folder.resolve("zebra.parquet")))).isEqualTo("""
                error[T0102]: zebra.parquet does not exist""");
        assertThat(refusal(() -> Tables.read(folder.resolve("no/houses.csv")))).isEqualTo("""
                error[T0102]: no/houses.csv does not exist
                  neither does its folder no""");
    }

    @Test
    void folderInsteadOfFile() {
        file("houses.csv", HEADER);
        file("notes.md", "x");
        assertThat(refusal(() -> Tables.read(folder))).isEqualTo("""
                error[T0102]: . is a folder, not a file
                  it holds houses.csv
                  help: houses.csv""");
    }

    @Test
    void emptyFile() {
        assertThat(refusal("")).isEqualTo("""
                error[T0102]: houses.csv is empty
                  0 bytes: did the step that writes it finish?""");
        assertThat(refusal("\uFEFF\n\n  \n")).isEqualTo("""
                error[T0102]: houses.csv is empty
                  nothing but blank lines: did the step that writes it finish?""");
    }

    @Test
    void headerWithoutRows() {
        assertThat(refusal(HEADER)).isEqualTo("""
                error[T0102]: houses.csv has a header but no rows
                  houses.csv:1  id,price,street,rooms""");
    }

    @Test
    void binaryJunk() throws Exception {
        byte[] junk = new byte[5000];
        new java.util.Random(7).nextBytes(junk);
        junk[0] = 0;
        assertThat(refusal(() -> Tables.read(file("x.csv", junk)))).isEqualTo("""
                error[T0102]: x.csv is not text: byte 1 is zero
                  help: export it as CSV or Parquet""");
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.write(new byte[9]);
        }
        assertThat(refusal(() -> Tables.read(file("x.xlsx", zip.toByteArray()))))
                .isEqualTo("""
                error[T0102]: x.xlsx is not a text table: it looks like an Excel or OpenDocument workbook
                  help: save the sheet as CSV (in Excel: Save As, CSV UTF-8)""");
        byte[] tar = new byte[512];
        "houses.csv".chars().forEach(c -> tar[0] = (byte) c);
        System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, tar, 257, 5);
        assertThat(refusal(() -> Tables.read(file("x.tar.gz", gzip(tar))))).isEqualTo("""
                error[T0102]: x.tar.gz is not a text table: it looks like a tar archive
                  help: tar -xf unpacks it""");
        assertThat(refusal(() -> Tables.read(file("x.pdf", "%PDF-1.7\n")))).isEqualTo("""
                error[T0102]: x.pdf is not a text table: it looks like a PDF document
                  help: ask for the table behind it as CSV""");
        assertThat(refusal(() -> Tables.read(file("x.csv", "\n <!DOCTYPE HTML><html>"))))
                .isEqualTo("""
                error[T0102]: x.csv is not a text table: it looks like a web page
                  help: the download gave a page, not the file: fetch the raw file""");
        assertThat(refusal(() -> Tables.read(file("x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE)))))
                .isEqualTo("""
                error[T0102]: x.csv is not text: byte 2 is zero
                  every second byte is zero: UTF-16 without a byte order mark?
                  help: --encoding UTF-16LE""");
    }

    @Test
    void zerosFarInside() {
        String text = HEADER + ROW.repeat(20_000) + "1,2,a\0b,3\n";
        assertThat(refusal(text)).isEqualTo("""
                error[T0102]: houses.csv is not text: some cells hold zero bytes
                  help: export it as CSV or Parquet""");
    }

    @Test
    void noHeader() {
        assertThat(refusal("1,2,3\n4,5,6\n")).isEqualTo("""
                error[T0103]: houses.csv has no header: the first row is all numbers
                  houses.csv:1  1,2,3
                  help: --no-header names columns c1…c3, then --target c3
                  help: --header if these are the names""");
        assertThat(refusal("5.1,3.5,setosa\n4.9,3,setosa\n6,2,virginica\n")).isEqualTo("""
                error[T0103]: houses.csv has no header: the first row reads like all the others
                  houses.csv:1  5.1,3.5,setosa
                  help: --no-header names columns c1…c3, then --target c3
                  help: --header if these are the names""");
    }

    @Test
    void raggedLineWithAnUnquotedComma() {
        String text = HEADER + ROW.repeat(810) + "18,99,Rue, Haute,4\n" + ROW.repeat(20);
        assertThat(refusal(text)).isEqualTo("""
                error[T0105]: line 812 has 5 fields, the header has 4
                  812 | 18,99,Rue, Haute,4      an unquoted comma in column `street`?
                  help: quote the field; 1 bad line of 831""");
    }

    @Test
    void raggedLineWithThousands() {
        assertThat(refusal(HEADER + ROW + "18,1,250,Rue,4\n")).isEqualTo("""
                error[T0105]: line 3 has 5 fields, the header has 4
                  3 | 18,1,250,Rue,4      an unquoted comma in column `price`?
                  help: quote the field; 1 bad line of 2""");
    }

    @Test
    void raggedLinesOfSeveralKinds() {
        String text = HEADER + ROW + "1,2,3\n" + ROW + "1,2,3,4,5,6\n1\n1,2\n" + ROW;
        assertThat(refusal(text)).isEqualTo("""
                error[T0105]: line 3 has 3 fields, the header has 4
                  3 | 1,2,3      cut off, or a line break inside a field?
                  5 | 1,2,3,4,5,6
                  6 | 1
                  help: complete the line or delete it; 4 bad lines of 7""");
    }

    @Test
    void raggedBecauseOfAnotherDelimiter() {
        String text = "a;b\n1;2,5\n3;4\n";
        assertThat(refusal(text, ReadOptions.DEFAULTS.withDelimiter(','))).isEqualTo("""
                error[T0105]: line 2 has 2 fields, the header has 1
                  2 | 1;2,5      an unquoted comma in column `a;b`?
                  help: --delimiter ';'  or quote the field; 1 bad line of 2""");
    }

    @Test
    void everyLineRagged() {
        assertThat(refusal("a,b\nr1,1,2\nr2,3,4\n")).isEqualTo("""
                error[T0105]: all 2 lines of houses.csv have 3 fields, the header has 2
                  2 | r1,1,2      row names that the header does not count?
                  help: name every column in the first line""");
        assertThat(refusal("a,b\n1,2,\n3,4,\n")).isEqualTo("""
                error[T0105]: all 2 lines of houses.csv have 3 fields, the header has 2
                  2 | 1,2,      every line ends with ','
                  help: name every column in the first line""");
        assertThat(refusal("Sales of 2025\na,b\n1,2\n")).isEqualTo("""
                error[T0105]: all 2 lines of houses.csv have 2 fields, the header has 1
                  2 | a,b      is line 1 a title, not the header?
                  help: name every column in the first line""");
    }

    @Test
    void longLinesAreCutOff() {
        assertThat(refusal("a,b\n1," + "x".repeat(100) + ",3\n1,y\n")).isEqualTo("""
                error[T0105]: line 2 has 3 fields, the header has 2
                  2 | 1,%s…      an unquoted comma in column `b`?
                  help: quote the field; 1 bad line of 2""".formatted("x".repeat(58)));
    }

    @Test
    void sharedNames() {
        assertThat(refusal("id,x,y,x,y,y\n1,2,3,4,5,6\n")).isEqualTo("""
                error[T0106]: columns of houses.csv share a name: `x` (columns 2, 4), `y` (columns 3, 5, 6)
                  houses.csv:1  id,x,y,x,y,y
                  help: rename them in the first line""");
    }

    @Test
    void unclosedQuote() {
        assertThat(refusal(HEADER + ROW + "18,99,\"Rue Haute,4\n" + ROW)).isEqualTo("""
                error[T0107]: line 3 opens a quote that is never closed
                  3 | 18,99,"Rue Haute,4
                  help: close the quote, or double it ("")
                  help: --quote none if quotes mean nothing in this file""");
    }

    @Test
    void unclosedQuoteInAFileLargerThanAnyField() {
        String text = HEADER + ROW + "18,99,\"Rue Haute,4\n" + ROW.repeat(900_000);
        assertThat(refusal(text)).startsWith("""
                error[T0107]: line 3 opens a quote that is never closed
                  3 | 18,99,"Rue Haute,4
                """);
    }

    @Test
    void unclosedQuoteAfterBlanks() {
        assertThat(refusal("a, b\n1, \"x\"\n2, \"y\n3, 4\n")).startsWith("""
                error[T0107]: line 3 opens a quote that is never closed
                  3 | 2, "y
                """);
    }

    @Test
    void linesAreShownEvenWhereLaterBytesAreBroken() {
        byte[] bytes = (HEADER + "1,2,3\n" + ROW + "1,2,\"x\" y,4\n" + ROW.repeat(2000) + "\u0081\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(() -> Tables.read(file("houses.csv", bytes)))).startsWith("""
                error[T0105]: line 2 has 3 fields, the header has 4
                  2 | 1,2,3""");
    }

    @Test
    void textAfterAQuote() {
        assertThat(refusal(HEADER + ROW + "18,99,\"Rue\" Haute,4\n" + ROW)).isEqualTo("""
                error[T0107]: line 3 has text after a closing quote
                  3 | 18,99,"Rue" Haute,4
                  help: double a quote that belongs to the text ("")
                  help: --quote none if quotes mean nothing in this file""");
    }

    @Test
    void everyProblemAtOnce() {
        String text = "id,x,,x\n1,2,3\n1,2,3,4\n1,2,3,\"4\n";
        assertThat(refusal(text, ReadOptions.DEFAULTS.withCategorical(Set.of("Id"))))
                .isEqualTo("""
                error[T0106]: columns of houses.csv share a name: `x` (columns 2, 4)
                  houses.csv:1  id,x,,x
                  help: rename them in the first line
                error[T0101]: categorical column `Id` is not in houses.csv
                  houses.csv:1  id,x,c3,x
                  did you mean `id`?
                  help: --categorical id
                error[T0105]: line 2 has 3 fields, the header has 4
                  2 | 1,2,3      cut off, or a line break inside a field?
                  help: complete the line or delete it; 1 bad line of 2
                error[T0107]: line 4 opens a quote that is never closed
                  4 | 1,2,3,"4
                  help: close the quote, or double it ("")
                  help: --quote none if quotes mean nothing in this file""");
    }

    @Test
    void damagedGzip() {
        byte[] packed = gzip((HEADER + ROW.repeat(5000)).getBytes(StandardCharsets.UTF_8));
        Path cut = file("cut.csv.gz", Arrays.copyOf(packed, packed.length - 30));
        assertThat(refusal(() -> Tables.read(cut))).isEqualTo("""
                error[T0102]: cut.csv.gz is cut off: its gzip data ends too early
                  help: fetch or compress it again; gzip -t cut.csv.gz tests it""");
        byte[] broken = packed.clone();
        Arrays.fill(broken, 20, 60, (byte) 0x55);
        assertThat(refusal(() -> Tables.read(file("broken.csv.gz", broken))))
                .startsWith("error[T0102]: broken.csv.gz is damaged: ")
                .endsWith("\n  its first two bytes say gzip, the rest does not unpack\n"
                        + "  help: fetch or compress it again; gzip -t broken.csv.gz tests it");
    }

    @Test
    void unreadableEncoding() {
        byte[] bytes = "a,b\nx,1\ny\u0081z,2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(() -> Tables.read(file("x.csv", bytes)))).isEqualTo("""
                error[T0102]: x.csv:3 is neither UTF-8 nor Windows-1252
                  help: --encoding NAME, for example --encoding shift_jis""");
        ReadOptions utf8 = ReadOptions.DEFAULTS.withCharset(StandardCharsets.UTF_8);
        assertThat(refusal(() -> Tables.read(file("x.csv", bytes), utf8))).isEqualTo("""
                error[T0102]: x.csv:3 is not utf-8
                  help: --encoding NAME, for example --encoding shift_jis""");
    }

    @Test
    void notPermitted() throws Exception {
        Path secret = file("secret.csv", HEADER);
        Files.setPosixFilePermissions(secret, Set.of());
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(secret), "a superuser may read anything");
        assertThat(refusal(() -> Tables.read(secret))).isEqualTo("""
                error[T0102]: secret.csv may not be read: permission denied
                  help: chmod u+r secret.csv""");
    }

    @Test
    void optionsThatContradictEachOther() {
        assertThat(refusal(() -> ReadOptions.DEFAULTS.withDelimiter('"'))).isEqualTo("""
                error[T0001]: the delimiter and the quote are both '"'""");
        assertThat(refusal(() -> ReadOptions.DEFAULTS.withDecimal(',').withThousands(',')))
                .isEqualTo("""
                error[T0001]: the decimal separator and the thousands separator are both ','""");
        assertThat(refusal(() -> ReadOptions.DEFAULTS.withDecimal('x'))).isEqualTo("""
                error[T0001]: the decimal separator is '.' or ',', not 'x'
                  help: --decimal ','""");
    }

    @Test
    void aHeaderOfNumbersIsOnlyRefusedWhereNobodyAskedForIt() {
        assertThat(table("1,2\n3,4\n", ReadOptions.DEFAULTS.withHeader(Header.PRESENT))
                        .names())
                .containsExactly("1", "2");
    }
}
