package dev.taut.io.file;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** File formats that are not text tables, known by their first bytes, and how each becomes one. */
enum Foreign {
    EXCEL_NEW("an Excel or OpenDocument workbook", "save the sheet as CSV (in Excel: Save As, CSV UTF-8)", ""),
    ZIP("a zip archive", "unzip it and name the file inside", "PK\3\4"),
    EXCEL_OLD(
            "an old Excel workbook (.xls)",
            "save the sheet as CSV (in Excel: Save As, CSV UTF-8)",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    PDF("a PDF document", "ask for the table behind it as CSV", "%PDF-"),
    TAR("a tar archive", "tar -xf unpacks it", "ustar"),
    XZ("an xz archive", "xz -d unpacks it", "\u00fd7zXZ\0"),
    BZIP2("a bzip2 archive", "bzip2 -d unpacks it", "BZh"),
    ZSTD("a zstd archive", "zstd -d unpacks it", "(\u00b5/\u00fd"),
    SEVEN_ZIP("a 7z archive", "7z x unpacks it", "7z\u00bc\u00af"),
    SQLITE("an SQLite database", "sqlite3 -header -csv FILE 'select * from NAME' > table.csv", "SQLite format 3\0"),
    HDF5("an HDF5 file", "export the table as CSV or Parquet", "\u0089HDF\r\n"),
    NUMPY("a NumPy array", "numpy.savetxt writes it as CSV", "\u0093NUMPY"),
    ARROW("an Arrow or Feather file", "write it as Parquet", "ARROW1"),
    AVRO("an Avro file", "write it as Parquet", "Obj\u0001"),
    ORC("an ORC file", "write it as Parquet", "ORC"),
    R_DATA("an R data file", "write.csv(x, 'table.csv', row.names = FALSE) in R writes it as CSV", "RD"),
    SPSS("an SPSS file", "export the table as CSV", "$FL"),
    STATA("a Stata file", "export delimited using table.csv in Stata writes it as CSV", "<stata_dta>"),
    PNG("an image", "name a table", "\u0089PNG\r\n"),
    JPEG("an image", "name a table", "\u00ff\u00d8\u00ff"),
    HTML("a web page", "the download gave a page, not the file: fetch the raw file", "<!doctype html"),
    HTML_BARE("a web page", "the download gave a page, not the file: fetch the raw file", "<html");

    private final String what;
    private final String remedy;
    private final String magic;

    Foreign(String what, String remedy, String magic) {
        this.what = what;
        this.remedy = remedy;
        this.magic = magic;
    }

    /** The finding (T0102) if these first bytes are no text table. */
    static Optional<Finding> check(String name, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        for (Foreign foreign : values()) {
            if (foreign.fits(text)) {
                return Optional.of(Finding.of(
                                Code.FILE_UNREADABLE,
                                name,
                                name + " is not a text table: it looks like " + foreign.what)
                        .help(foreign.remedy));
            }
        }
        return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of(zeros(name, text));
    }

    private boolean fits(String text) {
        return switch (this) {
            case EXCEL_NEW ->
                text.startsWith(ZIP.magic)
                        && (text.contains("xl/")
                                || text.contains("[Content_Types].xml")
                                || text.contains("opendocument"));
            case R_DATA -> text.startsWith("RDX") || text.startsWith("RDA2") || text.startsWith("X\n\0\0\0");
            case TAR -> text.startsWith(magic, 257);
            case ORC, BZIP2, AVRO, SPSS -> text.startsWith(magic) && text.indexOf('\0') >= 0;
            case HTML, HTML_BARE -> text.stripLeading().regionMatches(true, 0, magic, 0, magic.length());
            default -> text.startsWith(magic);
        };
    }

    private static Finding zeros(String name, String text) {
        long even = text.chars().limit(2000).filter(c -> c == 0).count();
        boolean everySecond = even * 3 > Math.min(text.length(), 2000);
        Finding finding = Finding.of(
                Code.FILE_UNREADABLE,
                name,
                name + " is not text: byte " + Wording.count(text.indexOf('\0') + 1L) + " is zero");
        return everySecond
                ? finding.because("every second byte is zero: UTF-16 without a byte order mark?")
                        .help(text.charAt(0) == 0 ? "--encoding UTF-16BE" : "--encoding UTF-16LE")
                : finding.help("export it as CSV or Parquet");
    }
}
