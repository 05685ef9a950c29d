package dev.taut.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Elementwise passes on vectors as wide as the machine has; what is left at the end of a range is done in plain Java. */
final class VectorFloatLoops implements FloatLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final ScalarFloatLoops plain = new ScalarFloatLoops();

    private static FloatVector load(float[] a, int from) {
        return FloatVector.fromArray(SPECIES, a, from);
    }

    @Override
    public void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] b,
            int bFrom,
            float[] c,
            int cFrom) {
        VectorProduct.add(m, n, k, new VectorProduct.Left(a, aFrom, aRow, aStep), b, bFrom, c, cFrom);
    }

    @Override
    public void rectify(float[] x, float[] y, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, i).max(0f).intoArray(y, i);
        }
        for (; i < length; i++) {
            y[i] = Math.max(x[i], 0f);
        }
    }

    @Override
    public void rectifyBack(float[] y, float[] dy, float[] dx, int length) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            VectorMask<Float> on = load(y, i).compare(VectorOperators.GT, zero);
            zero.blend(load(dy, i), on).intoArray(dx, i);
        }
        for (; i < length; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0f;
        }
    }

    @Override
    public void maximum(float[] x, int xFrom, float[] y, int yFrom, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, xFrom + i).max(load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
        plain.maximum(x, xFrom + i, y, yFrom + i, length - i);
    }

    @Override
    public void axpy(float a, float[] x, int xFrom, float[] y, int yFrom, int length) {
        FloatVector factor = FloatVector.broadcast(SPECIES, a);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            factor.fma(load(x, xFrom + i), load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
        plain.axpy(a, x, xFrom + i, y, yFrom + i, length - i);
    }

    @Override
    public void takeMaximum(float[] x, int xFrom, float[] m, float[] dy, int dyFrom, float[] dx, int length) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector largest = load(m, i);
            VectorMask<Float> met = load(x, xFrom + i).compare(VectorOperators.EQ, largest);
            zero.blend(load(dy, dyFrom + i), met).intoArray(dx, xFrom + i);
            largest.blend(Float.NaN, met).intoArray(m, i);
        }
        plain.takeMaximum(x, xFrom, m, dy, dyFrom, dx, i, length);
    }

    @Override
    public void scaleColumns(float[] x, int rows, int columns, float[] scale, float[] shift, float[] y) {
        int whole = columns - columns % LANES;
        for (int c = 0; c < whole; c += LANES) {
            FloatVector factor = load(scale, c);
            FloatVector offset = load(shift, c);
            for (int at = c; at < rows * columns; at += columns) {
                load(x, at).fma(factor, offset).intoArray(y, at);
            }
        }
        plain.scaleColumns(x, rows, columns, whole, scale, shift, y);
    }

    @Override
    public void addScaledColumns(float[] x, int rows, int columns, float[] scale, float[] y) {
        int whole = columns - columns % LANES;
        for (int c = 0; c < whole; c += LANES) {
            FloatVector factor = load(scale, c);
            for (int at = c; at < rows * columns; at += columns) {
                load(x, at).fma(factor, load(y, at)).intoArray(y, at);
            }
        }
        plain.addScaledColumns(x, rows, columns, whole, scale, y);
    }

    @Override
    public void addColumnProducts(float[] a, float[] b, int from, int rows, int columns, float[] out) {
        int whole = columns - columns % LANES;
        for (int c = 0; c < whole; c += LANES) {
            FloatVector sum = load(out, c);
            for (int row = 0; row < rows; row++) {
                int at = from + row * columns + c;
                sum = load(a, at).fma(load(b, at), sum);
            }
            sum.intoArray(out, c);
        }
        plain.addColumnProducts(a, b, from, rows, columns, whole, out);
    }

    @Override
    public void momentumStep(float[] w, float[] v, float[] g, int from, int to, FloatStep s) {
        FloatVector slope = FloatVector.broadcast(SPECIES, s.l2Slope());
        FloatVector decay = FloatVector.broadcast(SPECIES, s.decay1());
        float divisor = 1 + s.l2();
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector before = load(w, i);
            FloatVector gradient = slope.fma(before, load(g, i).mul(s.scale()));
            FloatVector mean = decay.fma(load(v, i), gradient.mul(s.gain1()));
            mean.intoArray(v, i);
            FloatVector u = before.mul(s.shrink()).sub(mean.mul(s.first()));
            FloatVector size = u.abs().sub(s.l1()).max(0f);
            FloatVector after = signed(size, u).div(divisor).add(0f);
            kept(s, before, after).intoArray(w, i);
        }
        plain.momentumStep(w, v, g, i, to, s);
    }

    @Override
    public void adaptiveStep(float[] w, float[] m, float[] v, float[] g, int from, int to, FloatStep s) {
        FloatVector slope = FloatVector.broadcast(SPECIES, s.l2Slope());
        FloatVector decay1 = FloatVector.broadcast(SPECIES, s.decay1());
        FloatVector decay2 = FloatVector.broadcast(SPECIES, s.decay2());
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        float gain2 = 1 - s.decay2();
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector before = load(w, i);
            FloatVector gradient = slope.fma(before, load(g, i).mul(s.scale()));
            FloatVector mean = decay1.fma(load(m, i), gradient.mul(s.gain1()));
            mean.intoArray(m, i);
            FloatVector square = decay2.fma(load(v, i), gradient.mul(gain2).mul(gradient));
            square.intoArray(v, i);
            FloatVector metric = one.div(square.mul(s.second()).sqrt().add(s.epsilon()));
            FloatVector u = before.mul(s.shrink()).sub(mean.mul(s.first()).mul(metric));
            FloatVector size = u.abs().sub(metric.mul(s.l1())).max(0f);
            FloatVector after = signed(size, u);
            if (s.l2() != 0) {
                after = after.div(metric.mul(s.l2()).add(1f));
            }
            kept(s, before, after.add(0f)).intoArray(w, i);
        }
        plain.adaptiveStep(w, m, v, g, i, to, s);
    }

    private static FloatVector signed(FloatVector size, FloatVector u) {
        return size.blend(size.neg(), u.compare(VectorOperators.LT, 0f));
    }

    private static FloatVector kept(FloatStep step, FloatVector before, FloatVector after) {
        return step.keep() ? after.blend(0f, before.compare(VectorOperators.EQ, 0f)) : after;
    }
}
