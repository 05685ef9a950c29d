package dev.taut.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A ± Σ xxᵀ with tiles of A in registers: three rows by three vectors, which is nine sums, three vectors and one
 * broadcast in the sixteen registers of AVX2 (Goto and van de Geijn 2008); of the shapes tried it is the one that the JIT of Java 17
 * and that of Java 25 both keep in registers.
 *
 * <p>Entries are packed once, in stripes of as many columns as a tile is wide: a stripe is read as the columns of a tile,
 * and three of its columns as the rows of one. Two stripes of {@link #DEPTH} vectors x fit the first cache, a
 * {@link #BLOCK} of them the second.
 */
final class VectorGram {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int HEIGHT = 3;
    private static final int WIDTH = 3 * LANES;
    private static final int DEPTH = 128;
    /** Stripes. */
    private static final int BLOCK = 16;

    private final double sign;
    /** Rows and columns before it are no part of A. */
    private final int origin;

    private final int size;
    private final int stripes;
    private final double[] packed;
    private final double[] sums = new double[HEIGHT * WIDTH];
    private int depth;

    private VectorGram(double sign, int origin, int size) {
        this.sign = sign;
        this.origin = origin;
        this.size = size;
        this.stripes = (size + WIDTH - 1) / WIDTH;
        this.packed = new double[stripes * WIDTH * DEPTH];
    }

    /** {@link Loops#addGram}. */
    static void add(double sign, double[][] x, int count, int first, int left, double[][] lower) {
        VectorGram gram = new VectorGram(sign, left, lower.length - left);
        for (int from = 0; from < count; from += DEPTH) {
            gram.pack(x, from, Math.min(DEPTH, count - from));
            for (int stripe = 0; stripe < gram.stripes; stripe += BLOCK) {
                gram.addBlock(stripe, Math.min(stripe + BLOCK, gram.stripes), Math.max(first - left, 0), lower);
            }
        }
    }

    /** Columns behind the last one stay zero. */
    private void pack(double[][] x, int from, int count) {
        depth = count;
        for (int r = 0; r < count; r++) {
            double[] row = x[from + r];
            for (int s = 0; s < stripes; s++) {
                int column = s * WIDTH;
                System.arraycopy(
                        row, origin + column, packed, column * count + r * WIDTH, Math.min(WIDTH, size - column));
            }
        }
        int whole = size / WIDTH;
        for (int r = 0; whole < stripes && r < count; r++) {
            int at = (whole * count + r) * WIDTH;
            Arrays.fill(packed, at + size - whole * WIDTH, at + WIDTH, 0);
        }
    }

    /** What of these stripes of columns is on or below the diagonal. */
    private void addBlock(int left, int right, int first, double[][] lower) {
        for (int s = Math.max(left, first / WIDTH); s < stripes; s++) {
            int last = Math.min(right, s + 1);
            for (int t = left; t < last; t++) {
                for (int i = s * WIDTH; i < Math.min((s + 1) * WIDTH, size); i += HEIGHT) {
                    if (i + HEIGHT > first) {
                        addTile(i, t, first, lower);
                    }
                }
            }
        }
    }

    private void addTile(int i, int stripe, int first, double[][] lower) {
        int high = i / WIDTH * WIDTH * depth + i % WIDTH;
        int wide = stripe * WIDTH * depth;
        int j = stripe * WIDTH;
        if (j + WIDTH <= i + 1 && i + HEIGHT <= size && i >= first) {
            double[] row = lower[origin + i];
            int at = origin + j;
            tile(sign, packed, high, wide, depth, row, at, lower[origin + i + 1], at, lower[origin + i + 2], at);
            return;
        }
        Arrays.fill(sums, 0);
        tile(sign, packed, high, wide, depth, sums, 0, sums, WIDTH, sums, 2 * WIDTH);
        for (int q = 0; q < HEIGHT && i + q < size; q++) {
            if (i + q < first) {
                continue;
            }
            double[] row = lower[origin + i + q];
            int width = Math.min(WIDTH, i + q + 1 - j);
            for (int c = 0; c < width; c++) {
                row[origin + j + c] += sums[q * WIDTH + c];
            }
        }
    }

    private static DoubleVector load(double[] a, int from) {
        return DoubleVector.fromArray(SPECIES, a, from);
    }

    private static DoubleVector broadcast(double x) {
        return DoubleVector.broadcast(SPECIES, x);
    }

    /** Sums begin as what they are added to, times the sign, and end times the sign: ±1 changes no digit. */
    private static void tile(
            double sign,
            double[] packed,
            int high,
            int wide,
            int depth,
            double[] r0,
            int at0,
            double[] r1,
            int at1,
            double[] r2,
            int at2) {
        DoubleVector s00 = load(r0, at0).mul(sign);
        DoubleVector s01 = load(r0, at0 + LANES).mul(sign);
        DoubleVector s02 = load(r0, at0 + 2 * LANES).mul(sign);
        DoubleVector s10 = load(r1, at1).mul(sign);
        DoubleVector s11 = load(r1, at1 + LANES).mul(sign);
        DoubleVector s12 = load(r1, at1 + 2 * LANES).mul(sign);
        DoubleVector s20 = load(r2, at2).mul(sign);
        DoubleVector s21 = load(r2, at2 + LANES).mul(sign);
        DoubleVector s22 = load(r2, at2 + 2 * LANES).mul(sign);
        for (int r = 0; r < depth; r++) {
            int a = high + r * WIDTH;
            int b = wide + r * WIDTH;
            DoubleVector b0 = load(packed, b);
            DoubleVector b1 = load(packed, b + LANES);
            DoubleVector b2 = load(packed, b + 2 * LANES);
            DoubleVector x = broadcast(packed[a]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            x = broadcast(packed[a + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            x = broadcast(packed[a + 2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
        }
        s00.mul(sign).intoArray(r0, at0);
        s01.mul(sign).intoArray(r0, at0 + LANES);
        s02.mul(sign).intoArray(r0, at0 + 2 * LANES);
        s10.mul(sign).intoArray(r1, at1);
        s11.mul(sign).intoArray(r1, at1 + LANES);
        s12.mul(sign).intoArray(r1, at1 + 2 * LANES);
        s20.mul(sign).intoArray(r2, at2);
        s21.mul(sign).intoArray(r2, at2 + LANES);
        s22.mul(sign).intoArray(r2, at2 + 2 * LANES);
    }
}
