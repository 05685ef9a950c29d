package dev.taut.kernel;

/** Products of packed columns, four by four columns at a time over runs of rows that stay in cache. */
public final class Gram {
    private Gram() {}

    /**
     * lower[i][j] += Σ a[i·rows + r] · a[j·rows + r] for j ≤ i: all products of the packed columns with one another.
     *
     * @param a     count columns of {@code rows} values, one after another
     * @param lower row i has at least the {@code i + 1} entries rounded up to a multiple of four; those above the
     *     diagonal are undefined afterwards
     */
    public static void addLower(double[] a, int count, int rows, double[][] lower) {
        for (int i = 0; i < count; i += 4) {
            for (int j = 0; j <= i; j += 4) {
                if (i + 4 <= count) {
                    square(a, i, j, rows, lower);
                } else {
                    edge(a, i, count, j, rows, lower);
                }
            }
        }
    }

    /** Sixteen sums at once, so that the adders never wait for one another. */
    private static void square(double[] a, int i, int j, int rows, double[][] lower) {
        int aFrom = i * rows;
        int bFrom = j * rows;
        double s00 = 0, s01 = 0, s02 = 0, s03 = 0;
        double s10 = 0, s11 = 0, s12 = 0, s13 = 0;
        double s20 = 0, s21 = 0, s22 = 0, s23 = 0;
        double s30 = 0, s31 = 0, s32 = 0, s33 = 0;
        int a1 = aFrom + rows;
        int a2 = a1 + rows;
        int a3 = a2 + rows;
        int b1 = bFrom + rows;
        int b2 = b1 + rows;
        int b3 = b2 + rows;
        for (int r = 0; r < rows; r++) {
            double x0 = a[aFrom + r];
            double x1 = a[a1 + r];
            double x2 = a[a2 + r];
            double x3 = a[a3 + r];
            double y = a[bFrom + r];
            s00 += x0 * y;
            s10 += x1 * y;
            s20 += x2 * y;
            s30 += x3 * y;
            y = a[b1 + r];
            s01 += x0 * y;
            s11 += x1 * y;
            s21 += x2 * y;
            s31 += x3 * y;
            y = a[b2 + r];
            s02 += x0 * y;
            s12 += x1 * y;
            s22 += x2 * y;
            s32 += x3 * y;
            y = a[b3 + r];
            s03 += x0 * y;
            s13 += x1 * y;
            s23 += x2 * y;
            s33 += x3 * y;
        }
        add(lower[i], j, s00, s01, s02, s03);
        add(lower[i + 1], j, s10, s11, s12, s13);
        add(lower[i + 2], j, s20, s21, s22, s23);
        add(lower[i + 3], j, s30, s31, s32, s33);
    }

    private static void add(double[] row, int j, double s0, double s1, double s2, double s3) {
        row[j] += s0;
        row[j + 1] += s1;
        row[j + 2] += s2;
        row[j + 3] += s3;
    }

    private static void edge(double[] a, int i, int count, int j, int rows, double[][] lower) {
        for (int k = i; k < count; k++) {
            for (int l = j; l <= Math.min(j + 3, k); l++) {
                lower[k][l] += Vectors.dot(a, k * rows, a, l * rows, rows);
            }
        }
    }
}
