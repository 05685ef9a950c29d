package dev.taut.kernel;

import java.util.Optional;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fused multiply-adds on vectors as wide as the machine has. Lanes are summed one after another: how
 * {@code reduceLanes} orders them may change when a method is compiled.
 */
final class VectorLoops implements Loops {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Shorter sums are no faster on vectors. */
    private static final int FEWEST = 4 * LANES;

    /** Fewer vectors at a time, or shorter ones, are not worth packing. */
    private static final int FEWEST_ROWS = 32;

    private static final int FEWEST_COLUMNS = 64;

    private final ScalarLoops plain = new ScalarLoops();

    private VectorLoops() {}

    /** Empty where vectors are so short, or (which AVX without AVX2 tells) so old, that nothing is gained. */
    static Optional<Loops> ofThisMachine() {
        boolean wide = IntVector.SPECIES_PREFERRED.vectorBitSize() >= 256 && SPECIES.vectorBitSize() >= 256;
        return wide ? Optional.of(new VectorLoops()) : Optional.empty();
    }

    @Override
    public String name() {
        return "Vector API, " + SPECIES.vectorBitSize() + " bits";
    }

    /** Lanes by name: an array that is summed in a loop may not be taken apart by the JIT. */
    private static double sum(DoubleVector v) {
        if (LANES == 4) {
            return (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
        }
        if (LANES == 8) {
            return ((v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3)))
                    + ((v.lane(4) + v.lane(5)) + (v.lane(6) + v.lane(7)));
        }
        double sum = 0;
        for (double lane : v.toArray()) {
            sum += lane;
        }
        return sum;
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        if (length < FEWEST) {
            return plain.dot(a, aFrom, b, bFrom, length);
        }
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            s0 = load(a, aFrom + i).fma(load(b, bFrom + i), s0);
            s1 = load(a, aFrom + i + LANES).fma(load(b, bFrom + i + LANES), s1);
            s2 = load(a, aFrom + i + 2 * LANES).fma(load(b, bFrom + i + 2 * LANES), s2);
            s3 = load(a, aFrom + i + 3 * LANES).fma(load(b, bFrom + i + 3 * LANES), s3);
        }
        for (; i <= length - LANES; i += LANES) {
            s0 = load(a, aFrom + i).fma(load(b, bFrom + i), s0);
        }
        double rest = 0;
        for (; i < length; i++) {
            rest += a[aFrom + i] * b[bFrom + i];
        }
        return sum(s0.add(s1).add(s2.add(s3))) + rest;
    }

    private static DoubleVector load(double[] a, int from) {
        return DoubleVector.fromArray(SPECIES, a, from);
    }

    @Override
    public double shiftedDot(double[] a, int aFrom, double shift, double[] b, int bFrom, int length) {
        if (length < FEWEST) {
            return plain.shiftedDot(a, aFrom, shift, b, bFrom, length);
        }
        DoubleVector center = DoubleVector.broadcast(SPECIES, shift);
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            s0 = load(a, aFrom + i).sub(center).fma(load(b, bFrom + i), s0);
            s1 = load(a, aFrom + i + LANES).sub(center).fma(load(b, bFrom + i + LANES), s1);
            s2 = load(a, aFrom + i + 2 * LANES).sub(center).fma(load(b, bFrom + i + 2 * LANES), s2);
            s3 = load(a, aFrom + i + 3 * LANES).sub(center).fma(load(b, bFrom + i + 3 * LANES), s3);
        }
        for (; i <= length - LANES; i += LANES) {
            s0 = load(a, aFrom + i).sub(center).fma(load(b, bFrom + i), s0);
        }
        double rest = 0;
        for (; i < length; i++) {
            rest += (a[aFrom + i] - shift) * b[bFrom + i];
        }
        return sum(s0.add(s1).add(s2.add(s3))) + rest;
    }

    @Override
    public double dotOne(double[] x, int at, double center, double[] v, int from, int length) {
        DoubleVector c = DoubleVector.broadcast(SPECIES, center);
        DoubleVector s = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            s = load(x, at + i).sub(c).fma(load(v, from + i), s);
        }
        return sum(s) + plain.dotOne(x, at + i, center, v, from + i, length - i);
    }

    @Override
    public void dotFour(
            double[][] panel, int at, double[] centers, int k, double[] v, int from, int length, double[] out) {
        double[] x0 = panel[0];
        double[] x1 = panel[1];
        double[] x2 = panel[2];
        double[] x3 = panel[3];
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, centers[k]);
        DoubleVector c1 = DoubleVector.broadcast(SPECIES, centers[k + 1]);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, centers[k + 2]);
        DoubleVector c3 = DoubleVector.broadcast(SPECIES, centers[k + 3]);
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            DoubleVector a = load(v, from + i);
            s0 = load(x0, at + i).sub(c0).fma(a, s0);
            s1 = load(x1, at + i).sub(c1).fma(a, s1);
            s2 = load(x2, at + i).sub(c2).fma(a, s2);
            s3 = load(x3, at + i).sub(c3).fma(a, s3);
        }
        out[k] += sum(s0) + plain.dotOne(x0, at + i, centers[k], v, from + i, length - i);
        out[k + 1] += sum(s1) + plain.dotOne(x1, at + i, centers[k + 1], v, from + i, length - i);
        out[k + 2] += sum(s2) + plain.dotOne(x2, at + i, centers[k + 2], v, from + i, length - i);
        out[k + 3] += sum(s3) + plain.dotOne(x3, at + i, centers[k + 3], v, from + i, length - i);
    }

    @Override
    public void shiftedAxpy(double a, double[] x, int xFrom, double shift, double[] y, int yFrom, int length) {
        DoubleVector center = DoubleVector.broadcast(SPECIES, shift);
        DoubleVector factor = DoubleVector.broadcast(SPECIES, a);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, xFrom + i).sub(center).fma(factor, load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
        plain.shiftedAxpy(a, x, xFrom + i, shift, y, yFrom + i, length - i);
    }

    @Override
    public void addGram(double sign, double[][] x, int count, int first, int left, double[][] lower) {
        if (count < FEWEST_ROWS || lower.length - left < FEWEST_COLUMNS) {
            plain.addGram(sign, x, count, first, left, lower);
            return;
        }
        VectorGram.add(sign, x, count, first, left, lower);
    }

    @Override
    public void subtractRows(double[][] rows, int first, double[] b, int from, int end) {
        double[] r0 = rows[first];
        double[] r1 = rows[first + 1];
        double[] r2 = rows[first + 2];
        double[] r3 = rows[first + 3];
        double c0 = -b[first];
        double c1 = -b[first + 1];
        double c2 = -b[first + 2];
        double c3 = -b[first + 3];
        DoubleVector v0 = DoubleVector.broadcast(SPECIES, c0);
        DoubleVector v1 = DoubleVector.broadcast(SPECIES, c1);
        DoubleVector v2 = DoubleVector.broadcast(SPECIES, c2);
        DoubleVector v3 = DoubleVector.broadcast(SPECIES, c3);
        int j = from;
        for (; j <= end - LANES; j += LANES) {
            int k = j - first;
            DoubleVector even = v2.fma(load(r2, k - 2), v0.fma(load(r0, k), load(b, j)));
            v3.fma(load(r3, k - 3), v1.mul(load(r1, k - 1))).add(even).intoArray(b, j);
        }
        for (; j < end; j++) {
            int k = j - first;
            b[j] += (c0 * r0[k] + c1 * r1[k - 1]) + (c2 * r2[k - 2] + c3 * r3[k - 3]);
        }
    }

    @Override
    public void subtractDots(double[][] rows, int first, double[] b, int end) {
        double[] r0 = rows[first];
        double[] r1 = rows[first + 1];
        double[] r2 = rows[first + 2];
        double[] r3 = rows[first + 3];
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = DoubleVector.zero(SPECIES);
        DoubleVector s2 = DoubleVector.zero(SPECIES);
        DoubleVector s3 = DoubleVector.zero(SPECIES);
        int j = first + 4;
        for (; j <= end - LANES; j += LANES) {
            int k = j - first;
            DoubleVector x = load(b, j);
            s0 = load(r0, k).fma(x, s0);
            s1 = load(r1, k - 1).fma(x, s1);
            s2 = load(r2, k - 2).fma(x, s2);
            s3 = load(r3, k - 3).fma(x, s3);
        }
        double t0 = sum(s0);
        double t1 = sum(s1);
        double t2 = sum(s2);
        double t3 = sum(s3);
        for (; j < end; j++) {
            int k = j - first;
            t0 += r0[k] * b[j];
            t1 += r1[k - 1] * b[j];
            t2 += r2[k - 2] * b[j];
            t3 += r3[k - 3] * b[j];
        }
        b[first] -= t0;
        b[first + 1] -= t1;
        b[first + 2] -= t2;
        b[first + 3] -= t3;
    }
}
