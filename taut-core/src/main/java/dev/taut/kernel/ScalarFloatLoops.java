package dev.taut.kernel;

/** Fused multiply-adds in plain Java, written so that the JIT can put them on vectors. */
final class ScalarFloatLoops implements FloatLoops {
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
        int i = 0;
        for (; i + 3 < m; i += 4) {
            fourRows(n, k, a, aFrom + i * aRow, aRow, aStep, b, bFrom, c, cFrom + i * n);
        }
        for (; i < m; i++) {
            for (int p = 0; p < k; p++) {
                axpy(a[aFrom + i * aRow + p * aStep], b, bFrom + p * n, c, cFrom + i * n, n);
            }
        }
    }

    /** Four rows of C share what is read of B. */
    private static void fourRows(
            int n, int k, float[] a, int aFrom, int aRow, int aStep, float[] b, int bFrom, float[] c, int cFrom) {
        for (int p = 0; p < k; p++) {
            int at = aFrom + p * aStep;
            float a0 = a[at];
            float a1 = a[at + aRow];
            float a2 = a[at + 2 * aRow];
            float a3 = a[at + 3 * aRow];
            int row = bFrom + p * n;
            for (int j = 0; j < n; j++) {
                float x = b[row + j];
                c[cFrom + j] = Math.fma(a0, x, c[cFrom + j]);
                c[cFrom + n + j] = Math.fma(a1, x, c[cFrom + n + j]);
                c[cFrom + 2 * n + j] = Math.fma(a2, x, c[cFrom + 2 * n + j]);
                c[cFrom + 3 * n + j] = Math.fma(a3, x, c[cFrom + 3 * n + j]);
            }
        }
    }

    @Override
    public void rectify(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = Math.max(x[i], 0f);
        }
    }

    @Override
    public void rectifyBack(float[] y, float[] dy, float[] dx, int length) {
        for (int i = 0; i < length; i++) {
            dx[i] = y[i] > 0 ? dy[i] : 0f;
        }
    }

    @Override
    public void maximum(float[] x, int xFrom, float[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] = Math.max(x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public void axpy(float a, float[] x, int xFrom, float[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] = Math.fma(a, x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public void takeMaximum(float[] x, int xFrom, float[] m, float[] dy, int dyFrom, float[] dx, int length) {
        takeMaximum(x, xFrom, m, dy, dyFrom, dx, 0, length);
    }

    /** The entries from {@code first} on. */
    void takeMaximum(float[] x, int xFrom, float[] m, float[] dy, int dyFrom, float[] dx, int first, int length) {
        for (int i = first; i < length; i++) {
            boolean met = x[xFrom + i] == m[i];
            dx[xFrom + i] = met ? dy[dyFrom + i] : 0f;
            m[i] = met ? Float.NaN : m[i];
        }
    }

    @Override
    public void scaleColumns(float[] x, int rows, int columns, float[] scale, float[] shift, float[] y) {
        scaleColumns(x, rows, columns, 0, scale, shift, y);
    }

    /** The columns from {@code first} on. */
    void scaleColumns(float[] x, int rows, int columns, int first, float[] scale, float[] shift, float[] y) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            for (int c = first; c < columns; c++) {
                y[at + c] = Math.fma(x[at + c], scale[c], shift[c]);
            }
        }
    }

    @Override
    public void addScaledColumns(float[] x, int rows, int columns, float[] scale, float[] y) {
        addScaledColumns(x, rows, columns, 0, scale, y);
    }

    void addScaledColumns(float[] x, int rows, int columns, int first, float[] scale, float[] y) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            for (int c = first; c < columns; c++) {
                y[at + c] = Math.fma(x[at + c], scale[c], y[at + c]);
            }
        }
    }

    @Override
    public void addColumnProducts(float[] a, float[] b, int from, int rows, int columns, float[] out) {
        addColumnProducts(a, b, from, rows, columns, 0, out);
    }

    void addColumnProducts(float[] a, float[] b, int from, int rows, int columns, int first, float[] out) {
        for (int row = 0; row < rows; row++) {
            int at = from + row * columns;
            for (int c = first; c < columns; c++) {
                out[c] = Math.fma(a[at + c], b[at + c], out[c]);
            }
        }
    }

    @Override
    public void momentumStep(float[] w, float[] v, float[] g, int from, int to, FloatStep s) {
        for (int i = from; i < to; i++) {
            float gradient = Math.fma(s.l2Slope(), w[i], s.scale() * g[i]);
            v[i] = Math.fma(s.decay1(), v[i], s.gain1() * gradient);
            float u = s.shrink() * w[i] - s.first() * v[i];
            w[i] = kept(s, w[i], shrunk(u, s.l1()) / (1 + s.l2()) + 0f);
        }
    }

    @Override
    public void adaptiveStep(float[] w, float[] m, float[] v, float[] g, int from, int to, FloatStep s) {
        float gain2 = 1 - s.decay2();
        for (int i = from; i < to; i++) {
            float gradient = Math.fma(s.l2Slope(), w[i], s.scale() * g[i]);
            m[i] = Math.fma(s.decay1(), m[i], s.gain1() * gradient);
            v[i] = Math.fma(s.decay2(), v[i], gain2 * gradient * gradient);
            float metric = 1 / ((float) Math.sqrt(v[i] * s.second()) + s.epsilon());
            float u = s.shrink() * w[i] - s.first() * m[i] * metric;
            w[i] = kept(s, w[i], shrunk(u, s.l1() * metric) / (1 + s.l2() * metric) + 0f);
        }
    }

    /** sign(u)·max(|u| − t, 0). */
    private static float shrunk(float u, float t) {
        float size = Math.max(Math.abs(u) - t, 0f);
        return u < 0 ? -size : size;
    }

    private static float kept(FloatStep step, float before, float after) {
        return step.keep() && before == 0 ? 0f : after;
    }
}
