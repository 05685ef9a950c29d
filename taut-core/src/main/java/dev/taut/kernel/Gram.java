package dev.taut.kernel;

/** Products of packed column blocks, four by four columns at a time over short runs of rows that stay in cache. */
public final class Gram {
    private static final int RUN = 512;

    private Gram() {}

    /**
     * out[i][j] += Σ a[i·rows + r] · b[j·rows + r]: all products of the columns of two packed blocks.
     *
     * @param a        aCount columns of {@code rows} values, one after another
     * @param b        bCount columns of {@code rows} values
     * @param out      at least aCount × bCount
     */
    public static void multiply(double[] a, int aCount, double[] b, int bCount, int rows, double[][] out) {
        for (int from = 0; from < rows; from += RUN) {
            int length = Math.min(RUN, rows - from);
            for (int i = 0; i < aCount; i += 4) {
                for (int j = 0; j < bCount; j += 4) {
                    if (i + 4 <= aCount && j + 4 <= bCount) {
                        square(a, i * rows + from, b, j * rows + from, rows, length, out, i, j);
                    } else {
                        edge(a, i, aCount, b, j, bCount, rows, from, length, out);
                    }
                }
            }
        }
    }

    /** Sixteen sums at once, so that the adders never wait for one another. */
    private static void square(
            double[] a, int aFrom, double[] b, int bFrom, int rows, int length, double[][] out, int i, int j) {
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
        for (int r = 0; r < length; r++) {
            double x0 = a[aFrom + r];
            double x1 = a[a1 + r];
            double x2 = a[a2 + r];
            double x3 = a[a3 + r];
            double y = b[bFrom + r];
            s00 += x0 * y;
            s10 += x1 * y;
            s20 += x2 * y;
            s30 += x3 * y;
            y = b[b1 + r];
            s01 += x0 * y;
            s11 += x1 * y;
            s21 += x2 * y;
            s31 += x3 * y;
            y = b[b2 + r];
            s02 += x0 * y;
            s12 += x1 * y;
            s22 += x2 * y;
            s32 += x3 * y;
            y = b[b3 + r];
            s03 += x0 * y;
            s13 += x1 * y;
            s23 += x2 * y;
            s33 += x3 * y;
        }
        add(out[i], j, s00, s01, s02, s03);
        add(out[i + 1], j, s10, s11, s12, s13);
        add(out[i + 2], j, s20, s21, s22, s23);
        add(out[i + 3], j, s30, s31, s32, s33);
    }

    private static void add(double[] row, int j, double s0, double s1, double s2, double s3) {
        row[j] += s0;
        row[j + 1] += s1;
        row[j + 2] += s2;
        row[j + 3] += s3;
    }

    private static void edge(
            double[] a,
            int i,
            int aCount,
            double[] b,
            int j,
            int bCount,
            int rows,
            int from,
            int length,
            double[][] out) {
        for (int k = i; k < Math.min(i + 4, aCount); k++) {
            for (int l = j; l < Math.min(j + 4, bCount); l++) {
                out[k][l] += Vectors.dot(a, k * rows + from, b, l * rows + from, length);
            }
        }
    }
}
