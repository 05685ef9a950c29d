package dev.taut.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C += A·B with tiles of C in registers: six rows by two vectors, which is twelve sums, two vectors of B and one broadcast of A
 * in the sixteen registers of AVX2. B is read in stripes two vectors wide and {@link #DEPTH} rows deep, that stay in cache.
 */
final class VectorProduct {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int DEPTH = 384;
    private static final int HEIGHT = 6;

    private static final ThreadLocal<float[]> SCRATCH = ThreadLocal.withInitial(() -> new float[0]);

    private VectorProduct() {}

    /** Entry (i, p) at from + i·row + p·step. */
    record Left(float[] a, int from, int row, int step) {
        Left from(int p) {
            return new Left(a, from + p * step, row, step);
        }
    }

    static void add(int m, int n, int k, Left a, float[] b, int bFrom, float[] c, int cFrom) {
        int whole = n - n % LANES;
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            stripes(m, n, whole, depth, a.from(p), b, bFrom + p * n, c, cFrom);
        }
        if (whole < n) {
            rest(m, n, k, whole, a, b, bFrom, c, cFrom);
        }
    }

    private static void stripes(
            int m, int n, int whole, int depth, Left a, float[] b, int bFrom, float[] c, int cFrom) {
        int j = 0;
        for (; j <= whole - 2 * LANES; j += 2 * LANES) {
            wide(m, depth, a, b, bFrom + j, n, c, cFrom + j, n);
        }
        for (; j < whole; j += LANES) {
            narrow(m, depth, a, b, bFrom + j, n, c, cFrom + j, n);
        }
    }

    /** The last columns, fewer than a vector has lanes: copied into whole vectors, multiplied there, and copied back. */
    private static void rest(int m, int n, int k, int whole, Left a, float[] b, int bFrom, float[] c, int cFrom) {
        int columns = n - whole;
        float[] scratch = scratch((k + m) * LANES);
        for (int p = 0; p < k; p++) {
            System.arraycopy(b, bFrom + p * n + whole, scratch, p * LANES, columns);
        }
        int at = k * LANES;
        for (int i = 0; i < m; i++) {
            System.arraycopy(c, cFrom + i * n + whole, scratch, at + i * LANES, columns);
        }
        narrow(m, k, a, scratch, 0, LANES, scratch, at, LANES);
        for (int i = 0; i < m; i++) {
            System.arraycopy(scratch, at + i * LANES, c, cFrom + i * n + whole, columns);
        }
    }

    /** What it holds is of no consequence: lanes without a column are computed and thrown away. */
    private static float[] scratch(int length) {
        float[] scratch = SCRATCH.get();
        if (scratch.length < length) {
            scratch = new float[length];
            SCRATCH.set(scratch);
        }
        return scratch;
    }

    private static void wide(int m, int k, Left a, float[] b, int bFrom, int bRow, float[] c, int cFrom, int cRow) {
        int i = 0;
        for (; i <= m - HEIGHT; i += HEIGHT) {
            sixByTwo(k, a.a, a.from + i * a.row, a.row, a.step, b, bFrom, bRow, c, cFrom + i * cRow, cRow);
        }
        for (; i <= m - 3; i += 3) {
            threeByTwo(k, a.a, a.from + i * a.row, a.row, a.step, b, bFrom, bRow, c, cFrom + i * cRow, cRow);
        }
        for (; i < m; i++) {
            oneByTwo(k, a.a, a.from + i * a.row, a.step, b, bFrom, bRow, c, cFrom + i * cRow);
        }
    }

    private static void narrow(int m, int k, Left a, float[] b, int bFrom, int bRow, float[] c, int cFrom, int cRow) {
        int i = 0;
        for (; i <= m - HEIGHT; i += HEIGHT) {
            sixByOne(k, a.a, a.from + i * a.row, a.row, a.step, b, bFrom, bRow, c, cFrom + i * cRow, cRow);
        }
        for (; i < m; i++) {
            oneByOne(k, a.a, a.from + i * a.row, a.step, b, bFrom, bRow, c, cFrom + i * cRow);
        }
    }

    private static FloatVector load(float[] a, int from) {
        return FloatVector.fromArray(SPECIES, a, from);
    }

    private static FloatVector broadcast(float x) {
        return FloatVector.broadcast(SPECIES, x);
    }

    private static void sixByTwo(
            int k,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] b,
            int bFrom,
            int bRow,
            float[] c,
            int cFrom,
            int cRow) {
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        FloatVector s00 = load(c, cFrom);
        FloatVector s01 = load(c, cFrom + LANES);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LANES);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LANES);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + LANES);
        FloatVector s40 = load(c, c4);
        FloatVector s41 = load(c, c4 + LANES);
        FloatVector s50 = load(c, c5);
        FloatVector s51 = load(c, c5 + LANES);
        for (int p = 0; p < k; p++) {
            int at = aFrom + p * aStep;
            FloatVector b0 = load(b, bFrom + p * bRow);
            FloatVector b1 = load(b, bFrom + p * bRow + LANES);
            FloatVector x = broadcast(a[at]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = broadcast(a[at + aRow]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = broadcast(a[at + 2 * aRow]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = broadcast(a[at + 3 * aRow]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            x = broadcast(a[at + 4 * aRow]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            x = broadcast(a[at + 5 * aRow]);
            s50 = x.fma(b0, s50);
            s51 = x.fma(b1, s51);
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LANES);
    }

    private static void threeByTwo(
            int k,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] b,
            int bFrom,
            int bRow,
            float[] c,
            int cFrom,
            int cRow) {
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        FloatVector s00 = load(c, cFrom);
        FloatVector s01 = load(c, cFrom + LANES);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LANES);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LANES);
        for (int p = 0; p < k; p++) {
            int at = aFrom + p * aStep;
            FloatVector b0 = load(b, bFrom + p * bRow);
            FloatVector b1 = load(b, bFrom + p * bRow + LANES);
            FloatVector x = broadcast(a[at]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = broadcast(a[at + aRow]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = broadcast(a[at + 2 * aRow]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
    }

    private static void oneByTwo(
            int k, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bRow, float[] c, int cFrom) {
        FloatVector s0 = load(c, cFrom);
        FloatVector s1 = load(c, cFrom + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector x = broadcast(a[aFrom + p * aStep]);
            s0 = x.fma(load(b, bFrom + p * bRow), s0);
            s1 = x.fma(load(b, bFrom + p * bRow + LANES), s1);
        }
        s0.intoArray(c, cFrom);
        s1.intoArray(c, cFrom + LANES);
    }

    private static void sixByOne(
            int k,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] b,
            int bFrom,
            int bRow,
            float[] c,
            int cFrom,
            int cRow) {
        FloatVector s0 = load(c, cFrom);
        FloatVector s1 = load(c, cFrom + cRow);
        FloatVector s2 = load(c, cFrom + 2 * cRow);
        FloatVector s3 = load(c, cFrom + 3 * cRow);
        FloatVector s4 = load(c, cFrom + 4 * cRow);
        FloatVector s5 = load(c, cFrom + 5 * cRow);
        for (int p = 0; p < k; p++) {
            int at = aFrom + p * aStep;
            FloatVector x = load(b, bFrom + p * bRow);
            s0 = broadcast(a[at]).fma(x, s0);
            s1 = broadcast(a[at + aRow]).fma(x, s1);
            s2 = broadcast(a[at + 2 * aRow]).fma(x, s2);
            s3 = broadcast(a[at + 3 * aRow]).fma(x, s3);
            s4 = broadcast(a[at + 4 * aRow]).fma(x, s4);
            s5 = broadcast(a[at + 5 * aRow]).fma(x, s5);
        }
        s0.intoArray(c, cFrom);
        s1.intoArray(c, cFrom + cRow);
        s2.intoArray(c, cFrom + 2 * cRow);
        s3.intoArray(c, cFrom + 3 * cRow);
        s4.intoArray(c, cFrom + 4 * cRow);
        s5.intoArray(c, cFrom + 5 * cRow);
    }

    private static void oneByOne(
            int k, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bRow, float[] c, int cFrom) {
        FloatVector s = load(c, cFrom);
        for (int p = 0; p < k; p++) {
            s = broadcast(a[aFrom + p * aStep]).fma(load(b, bFrom + p * bRow), s);
        }
        s.intoArray(c, cFrom);
    }
}
