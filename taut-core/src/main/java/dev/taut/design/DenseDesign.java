package dev.taut.design;

/** A dense design, one array per column, so that its size is bounded by memory and not by 2³¹ entries. */
public final class DenseDesign extends StoredDesign {
    private final double[][] columns;

    private DenseDesign(int rows, double[][] columns) {
        super(rows);
        this.columns = columns;
    }

    /**
     * Wraps the columns without copying; the caller must not change them afterwards.
     *
     * @param rows number of rows, which an empty matrix cannot tell
     * @throws IllegalArgumentException if a column has another length
     */
    public static DenseDesign ofColumns(int rows, double[]... columns) {
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column " + j + " has " + columns[j].length + " values, expected " + rows);
            }
        }
        return new DenseDesign(rows, columns.clone());
    }

    /** Copies a matrix given row by row. */
    public static DenseDesign ofRows(double[]... matrix) {
        int p = matrix.length == 0 ? 0 : matrix[0].length;
        double[][] columns = new double[p][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < p; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return new DenseDesign(matrix.length, columns);
    }

    @Override
    public int columns() {
        return columns.length;
    }

    @Override
    int run(int column, int first, int length, double[][] panel, int slot) {
        panel[slot] = columns[column];
        return first;
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        System.arraycopy(columns[column], from, out, at, length);
    }
}
