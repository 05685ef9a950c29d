package dev.taut.kernel;

/**
 * A = QTQᵀ with orthogonal Q and tridiagonal T, for a symmetric A: 4/3·n³ operations once, after which A + shift is
 * solved for any shift in O(n) between two changes of basis (Eldén 1977, "Algorithms for the regularization of
 * ill-conditioned least squares problems").
 *
 * <p>Q is a product of reflections I − vvᵀ with ‖v‖² = 2 (Golub and Van Loan 2013, "Matrix Computations", §8.3.1). The
 * reflections of {@value #PANEL} columns at a time are applied together, as A − VWᵀ − WVᵀ (Dongarra, Sorensen and
 * Hammarling 1989).
 */
public final class Tridiagonal {
    private static final int PANEL = 8;

    private final double[] diagonal;
    private final double[] beside;
    private final double[][] reflections;

    private Tridiagonal(double[] diagonal, double[] beside, double[][] reflections) {
        this.diagonal = diagonal;
        this.beside = beside;
        this.reflections = reflections;
    }

    /**
     * Reduces a matrix, which is overwritten and kept.
     *
     * @param symmetric n rows of n entries, both triangles filled
     */
    public static Tridiagonal of(double[][] symmetric) {
        int n = symmetric.length;
        Tridiagonal reduced = new Tridiagonal(new double[n], new double[n], symmetric);
        double[][] w = new double[PANEL][n];
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(from + PANEL, n);
            for (int k = from; k < to; k++) {
                reduced.reduceColumn(from, k, w);
            }
            reduced.update(from, to, w);
        }
        return reduced;
    }

    /** Row k of the matrix becomes the reflection of column k; w[k − from] what it does to the columns after it. */
    private void reduceColumn(int from, int k, double[][] w) {
        double[][] a = reflections;
        int n = a.length;
        double[] v = a[k];
        for (int r = from; r < k; r++) {
            double first = a[r][k];
            double second = w[r - from][k];
            for (int j = k; j < n; j++) {
                v[j] -= first * w[r - from][j] + second * a[r][j];
            }
        }
        diagonal[k] = v[k];
        beside[k] = k + 1 < n ? reflect(v, k + 1) : 0;
        java.util.Arrays.fill(v, 0, k + 1, 0);
        double[] product = w[k - from];
        java.util.Arrays.fill(product, 0);
        Combination.add(v, a, k + 1, n, product, k + 1, n);
        int length = n - k - 1;
        for (int r = from; r < k; r++) {
            double first = Vectors.dot(w[r - from], k + 1, v, k + 1, length);
            double second = Vectors.dot(a[r], k + 1, v, k + 1, length);
            for (int j = k + 1; j < n; j++) {
                product[j] -= first * a[r][j] + second * w[r - from][j];
            }
        }
        Vectors.shiftedAxpy(-Vectors.dot(product, v) / 2, v, 0, product, 0, n);
    }

    /**
     * Overwrites x = v[from…] by the vector of length √2 whose reflection takes x to a multiple of its first unit
     * vector, and answers that multiple; by zero, if x is one already.
     */
    private static double reflect(double[] v, int from) {
        double first = v[from];
        double scale = 0;
        for (int j = from + 1; j < v.length; j++) {
            scale = Math.max(scale, Math.abs(v[j]));
        }
        if (scale == 0) {
            v[from] = 0;
            return first;
        }
        scale = Math.max(scale, Math.abs(first));
        for (int j = from; j < v.length; j++) {
            v[j] /= scale;
        }
        int length = v.length - from;
        double norm = Math.sqrt(Vectors.dot(v, from, v, from, length));
        double image = -Math.copySign(norm, v[from]);
        double size = Math.sqrt(norm * (norm + Math.abs(v[from])));
        v[from] -= image;
        for (int j = from; j < v.length; j++) {
            v[j] /= size;
        }
        return scale * image;
    }

    private void update(int from, int to, double[][] w) {
        int n = reflections.length;
        double[][] v = java.util.Arrays.copyOfRange(reflections, from, to);
        double[] first = new double[PANEL];
        double[] second = new double[PANEL];
        for (int i = to; i < n; i++) {
            for (int r = 0; r < v.length; r++) {
                first[r] = -v[r][i];
                second[r] = -w[r][i];
            }
            Combination.add(first, w, 0, v.length, reflections[i], to, n);
            Combination.add(second, v, 0, v.length, reflections[i], to, n);
        }
    }

    public int size() {
        return diagonal.length;
    }

    /** The largest row sum of |T|: a bound of every eigenvalue's size. */
    public double norm() {
        double norm = 0;
        for (int k = 0; k < diagonal.length; k++) {
            double before = k == 0 ? 0 : Math.abs(beside[k - 1]);
            norm = Math.max(norm, before + Math.abs(diagonal[k]) + Math.abs(beside[k]));
        }
        return norm;
    }

    /** x ← Qᵀx. */
    public void toBasis(double[] x) {
        for (int k = 0; k + 2 < reflections.length; k++) {
            reflect(k, x);
        }
    }

    /** x ← Qx. */
    public void fromBasis(double[] x) {
        for (int k = reflections.length - 3; k >= 0; k--) {
            reflect(k, x);
        }
    }

    private void reflect(int k, double[] x) {
        double[] v = reflections[k];
        int length = x.length - k - 1;
        double product = Vectors.dot(v, k + 1, x, k + 1, length);
        for (int j = k + 1; j < x.length; j++) {
            x[j] -= product * v[j];
        }
    }

    /** The n rows of Q. */
    public double[][] basis() {
        int n = reflections.length;
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            q[i][i] = 1;
        }
        double[] product = new double[n];
        for (int k = n - 3; k >= 0; k--) {
            double[] v = reflections[k];
            java.util.Arrays.fill(product, 0);
            Combination.add(v, q, k + 1, n, product, k + 1, n);
            for (int i = k + 1; i < n; i++) {
                Vectors.shiftedAxpy(-v[i], product, 0, q[i], 0, n);
            }
        }
        return q;
    }

    /** T + shift, factored as LDLᵀ; for positive definite T + shift only. */
    public ShiftedTridiagonal plus(double shift) {
        return ShiftedTridiagonal.factor(diagonal, beside, shift);
    }
}
