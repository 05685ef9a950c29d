package dev.taut.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.taut.io.ReadOptions.Header;
import dev.taut.io.cell.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Receives a CSV file field by field and puts the fields into columns. The first record decides how many columns there
 * are; records with another number of fields are remembered and left out.
 */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final Header header;
    private final Builders builders;
    private final List<String> first = new ArrayList<>();
    private final RaggedLines ragged = new RaggedLines();
    private ColumnBuilder[] columns = {};
    private boolean started;
    private long firstLine;
    private int rows;
    private boolean blank;

    /** Makes the builder of a column. */
    @FunctionalInterface
    interface Builders {
        /**
         * The builder of the column at this place.
         *
         * @param first what the file's first record has there
         */
        ColumnBuilder at(int index, String first);
    }

    CsvRows(Header header, Builders builders) {
        this.header = header;
        this.builders = builders;
    }

    @Override
    protected void handleField(int index, char[] text, int from, int length, boolean quoted) {
        if (!started) {
            first.add(new String(text, from, length));
        } else if (index < columns.length) {
            columns[index].put(rows, text, from, length, quoted);
        }
        blank = index == 0 && !quoted && isBlank(text, from, length);
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY || (blank && getFieldCount() == 1)) {
            if (!started) {
                first.clear();
            }
            return Boolean.FALSE;
        }
        if (!started) {
            start();
        } else if (getFieldCount() == columns.length) {
            rows++;
        } else {
            ragged.add(getStartingLineNumber(), getFieldCount());
            for (ColumnBuilder column : columns) {
                column.takeBack(rows);
            }
        }
        return Boolean.TRUE;
    }

    private void start() {
        started = true;
        firstLine = getStartingLineNumber();
        columns = new ColumnBuilder[first.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = builders.at(i, first.get(i));
        }
        if (header == Header.ABSENT) {
            for (int i = 0; i < columns.length; i++) {
                char[] cell = first.get(i).toCharArray();
                columns[i].put(0, cell, 0, cell.length, false);
            }
            rows = 1;
        }
    }

    /** The fields of the first record; empty if the file has none. */
    List<String> first() {
        return first;
    }

    /** Line of the first record. */
    long firstLine() {
        return firstLine;
    }

    ColumnBuilder[] columns() {
        return columns;
    }

    /** Complete rows of data so far. */
    int rows() {
        return rows;
    }

    RaggedLines ragged() {
        return ragged;
    }

    /** Line in which the record now being read begins. */
    long line() {
        return getStartingLineNumber();
    }

    private static boolean isBlank(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (text[i] != ' ' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
