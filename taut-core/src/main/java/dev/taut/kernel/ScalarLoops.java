package dev.taut.kernel;

/** Several sums side by side in plain Java: a sum cannot wait for the one before it. */
final class ScalarLoops implements Loops {
    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public double shiftedDot(double[] a, int aFrom, double shift, double[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += (a[aFrom + i] - shift) * b[bFrom + i];
            s1 += (a[aFrom + i + 1] - shift) * b[bFrom + i + 1];
            s2 += (a[aFrom + i + 2] - shift) * b[bFrom + i + 2];
            s3 += (a[aFrom + i + 3] - shift) * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += (a[aFrom + i] - shift) * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public double dotOne(double[] x, int at, double center, double[] v, int from, int length) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            even += (x[at + i] - center) * v[from + i];
            odd += (x[at + i + 1] - center) * v[from + i + 1];
        }
        if (i < length) {
            even += (x[at + i] - center) * v[from + i];
        }
        return even + odd;
    }

    @Override
    public void dotFour(
            double[][] panel, int at, double[] centers, int k, double[] v, int from, int length, double[] out) {
        double[] x0 = panel[0];
        double[] x1 = panel[1];
        double[] x2 = panel[2];
        double[] x3 = panel[3];
        double c0 = centers[k];
        double c1 = centers[k + 1];
        double c2 = centers[k + 2];
        double c3 = centers[k + 3];
        double even0 = 0, even1 = 0, even2 = 0, even3 = 0;
        double odd0 = 0, odd1 = 0, odd2 = 0, odd3 = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            double a = v[from + i];
            double b = v[from + i + 1];
            even0 += (x0[at + i] - c0) * a;
            odd0 += (x0[at + i + 1] - c0) * b;
            even1 += (x1[at + i] - c1) * a;
            odd1 += (x1[at + i + 1] - c1) * b;
            even2 += (x2[at + i] - c2) * a;
            odd2 += (x2[at + i + 1] - c2) * b;
            even3 += (x3[at + i] - c3) * a;
            odd3 += (x3[at + i + 1] - c3) * b;
        }
        if (i < length) {
            double a = v[from + i];
            even0 += (x0[at + i] - c0) * a;
            even1 += (x1[at + i] - c1) * a;
            even2 += (x2[at + i] - c2) * a;
            even3 += (x3[at + i] - c3) * a;
        }
        out[k] += even0 + odd0;
        out[k + 1] += even1 + odd1;
        out[k + 2] += even2 + odd2;
        out[k + 3] += even3 + odd3;
    }

    @Override
    public void shiftedAxpy(double a, double[] x, int xFrom, double shift, double[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] += a * (x[xFrom + i] - shift);
        }
    }

    @Override
    public void addGram(double sign, double[][] x, int count, int first, int left, double[][] lower) {
        Gram.add(sign, x, count, first, lower.length, left, lower.length, lower);
    }

    @Override
    public void subtractRows(double[][] rows, int first, double[] b, int from, int end) {
        double[] r0 = rows[first];
        double[] r1 = rows[first + 1];
        double[] r2 = rows[first + 2];
        double[] r3 = rows[first + 3];
        double b0 = b[first];
        double b1 = b[first + 1];
        double b2 = b[first + 2];
        double b3 = b[first + 3];
        for (int j = from; j < end; j++) {
            int k = j - first;
            b[j] -= (b0 * r0[k] + b1 * r1[k - 1]) + (b2 * r2[k - 2] + b3 * r3[k - 3]);
        }
    }

    @Override
    public void subtractDots(double[][] rows, int first, double[] b, int end) {
        double[] r0 = rows[first];
        double[] r1 = rows[first + 1];
        double[] r2 = rows[first + 2];
        double[] r3 = rows[first + 3];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int j = first + 4; j < end; j++) {
            int k = j - first;
            double x = b[j];
            s0 += r0[k] * x;
            s1 += r1[k - 1] * x;
            s2 += r2[k - 2] * x;
            s3 += r3[k - 3] * x;
        }
        b[first] -= s0;
        b[first + 1] -= s1;
        b[first + 2] -= s2;
        b[first + 3] -= s3;
    }
}
