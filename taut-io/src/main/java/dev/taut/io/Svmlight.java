package dev.taut.io;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import dev.taut.design.SparseDesign;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import dev.taut.io.file.Content;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads svmlight (LIBSVM) text: one row a line, {@code label index:value index:value …}, indices ascending from 1,
 * what is not listed is zero; a row may list nothing. {@code #} starts a comment. Gzip is unpacked.
 */
public final class Svmlight {
    /** Beyond so many columns a table with a name for each would help nobody. */
    private static final int DENSE_COLUMNS = 5000;

    private static final long DENSE_CELLS = 100_000_000;

    private Svmlight() {}

    /** {@link #read(Path, int)} with as many columns as the largest index. */
    public static SparseTable read(Path path) {
        return read(path, 0);
    }

    /**
     * Labels and features, kept sparse.
     *
     * @param columns the least number of columns, so that a file of new rows fits features that it never mentions
     * @throws Refused if lines are not of this form (T0108), or the file cannot be read (T0102)
     */
    public static SparseTable read(Path path, int columns) {
        Content content = Content.of(path);
        return read(content, columns);
    }

    private static SparseTable read(Content content, int columns) {
        SparseRows rows = new SvmlightFile(content).read();
        String reader = content.gzip() ? "svmlight, gzip" : "svmlight";
        SparseDesign features = rows.design(Math.max(columns, rows.columns()));
        return new SparseTable(new Source(content.name(), content.sha256(), reader), rows.labels(), features);
    }

    /** The same as a table with the columns {@code label}, {@code f1}, {@code f2}, … of at most 5000 features. */
    static Table table(Content content) {
        SparseTable sparse = read(content, 0);
        int rows = sparse.labels().length;
        int columns = sparse.features().columns();
        if (columns > DENSE_COLUMNS || (long) rows * columns > DENSE_CELLS) {
            throw new Refused(Finding.of(
                            Code.FILE_UNREADABLE,
                            content.name(),
                            content.name() + " has " + Wording.count(columns, "feature", "features") + " in "
                                    + Wording.count(rows, "row", "rows") + ": too many for a table of columns")
                    .because("the most is " + Wording.count(DENSE_COLUMNS) + " features and "
                            + Wording.count(DENSE_CELLS) + " cells")
                    .help("in Java, Svmlight.read keeps it sparse"));
        }
        List<Column> all = new ArrayList<>();
        all.add(NumericColumn.of("label", sparse.labels()));
        for (int j = 0; j < columns; j++) {
            double[] values = new double[rows];
            sparse.features().axpy(j, 1, values, 0);
            all.add(NumericColumn.of("f" + (j + 1), values));
        }
        return Table.of(sparse.source(), all);
    }
}
