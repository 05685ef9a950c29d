package dev.taut.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TridiagonalTest {
    private final Random random = new Random(1);

    private double[] normals(int count) {
        return random.doubles(count).map(u -> random.nextGaussian()).toArray();
    }

    /** MMᵀ of rank at most n/2 + 1, with an empty row and column and one pair of twins where there is room. */
    private double[][] semidefinite(int n) {
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = normals(n / 2 + 1);
        }
        if (n > 4) {
            m[2] = new double[n / 2 + 1];
            m[4] = m[1].clone();
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = Vectors.dot(m[i], m[j]);
            }
        }
        return a;
    }

    private static double[][] copy(double[][] a) {
        return java.util.Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[] times(double[][] a, double[] x) {
        return java.util.Arrays.stream(a)
                .mapToDouble(row -> Vectors.dot(row, x))
                .toArray();
    }

    private static double norm(double[] v) {
        return Math.sqrt(Vectors.dot(v, v));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 9, 16, 40, 101})
    void theBasisIsOrthogonalAndBothWaysAgree(int n) {
        Tridiagonal form = Tridiagonal.of(semidefinite(n));
        double[][] q = form.basis();
        assertThat(form.size()).isEqualTo(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(Vectors.dot(q[i], q[j])).isCloseTo(i == j ? 1 : 0, within(1e-14 * n));
            }
        }
        double[] x = normals(n);
        double[] there = x.clone();
        form.fromBasis(there);
        assertThat(there).containsExactly(times(q, x), within(1e-13 * n));
        form.toBasis(there);
        assertThat(there).containsExactly(x, within(1e-13 * n));
    }

    /** QᵀAQ from A alone: nothing beside the three diagonals, and T on them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 9, 16, 40, 101})
    void theMatrixIsTridiagonalInTheBasis(int n) {
        double[][] a = semidefinite(n);
        Tridiagonal form = Tridiagonal.of(copy(a));
        double size = form.norm();
        for (int k = 0; k < n; k++) {
            double[] column = new double[n];
            column[k] = 1;
            form.fromBasis(column);
            column = times(a, column);
            form.toBasis(column);
            for (int i = 0; i < n; i++) {
                if (Math.abs(i - k) > 1) {
                    assertThat(column[i]).isCloseTo(0, within(1e-14 * n * size));
                }
            }
            // What is left is T·eₖ: then (T + shift)⁻¹ takes it, with the shift added, back to eₖ.
            column[k] += size;
            form.plus(size).solve(column);
            for (int i = 0; i < n; i++) {
                assertThat(column[i]).isCloseTo(i == k ? 1 : 0, within(1e-13 * n));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9, 40, 101})
    void shiftedSystemsAreSolved(int n) {
        double[][] a = semidefinite(n);
        Tridiagonal form = Tridiagonal.of(copy(a));
        for (double shift : new double[] {1e6, 1, 1e-3, 1e-6}) {
            double[] b = normals(n);
            double[] x = b.clone();
            form.toBasis(x);
            form.plus(shift).solve(x);
            form.fromBasis(x);
            double[] back = times(a, x);
            for (int i = 0; i < n; i++) {
                back[i] += shift * x[i];
            }
            double scale = (form.norm() + shift) * norm(x);
            assertThat(back).containsExactly(b, within(1e-13 * n * scale));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 40})
    void tracesAndEnergiesAreThoseOfTheInverse(int n) {
        double[][] a = semidefinite(n);
        Tridiagonal form = Tridiagonal.of(copy(a));
        ShiftedTridiagonal shifted = form.plus(0.1);
        double[][] z = new double[n][3];
        double[][] vectors = new double[3][];
        for (int i = 0; i < 3; i++) {
            vectors[i] = normals(n);
            Bundles.set(z, i, vectors[i]);
        }
        double[] energies = {7, 7, 7};
        shifted.energies(z, energies);
        for (int i = 0; i < 3; i++) {
            double[] solved = vectors[i].clone();
            shifted.solve(solved);
            assertThat(energies[i]).isCloseTo(Vectors.dot(solved, vectors[i]), within(1e-11 * n));
        }
        double trace = 0;
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            shifted.solve(unit);
            trace += unit[k];
        }
        assertThat(shifted.inverseTrace()).isCloseTo(trace, within(1e-11 * n));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1, 1e150})
    void entriesOfAnySizeNeitherOverflowNorVanish(double unit) {
        double[][] a = semidefinite(12);
        Tridiagonal one = Tridiagonal.of(copy(a));
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= unit;
            }
        }
        assertThat(Tridiagonal.of(a).norm() / unit).isCloseTo(one.norm(), within(1e-12 * one.norm()));
    }

    /** Eigenvalues 1, −1 with T = 0 on the diagonal: no shift below 1 is positive definite, every one above is. */
    @ParameterizedTest
    @ValueSource(doubles = {-2, 0, 0.5, 0.999, 1.001, 7})
    void definitenessIsSeen(double shift) {
        ShiftedTridiagonal shifted =
                Tridiagonal.of(new double[][] {{0, 1}, {1, 0}}).plus(shift);
        assertThat(shifted.isPositive()).isEqualTo(shift > 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 33})
    void bundlesMultiplyLikeTheirVectors(int width) {
        int n = 21;
        double[][] x = {normals(n), normals(n), normals(n)};
        double[][] bundle = new double[n][];
        for (int i = 0; i < n; i++) {
            bundle[i] = normals(width);
        }
        double[][] products = new double[x.length][width];
        Bundles.dot(x, bundle, products, width);
        double[][] sums = new double[n][width];
        Bundles.add(x, products, sums, width);
        for (int b = 0; b < width; b++) {
            double[] vector = Bundles.vector(bundle, b);
            double[] sum = new double[n];
            for (int r = 0; r < x.length; r++) {
                assertThat(products[r][b]).isCloseTo(Vectors.dot(x[r], vector), within(1e-12));
                Vectors.shiftedAxpy(products[r][b], x[r], 0, sum, 0, n);
            }
            assertThat(Bundles.vector(sums, b)).containsExactly(sum, within(1e-11));
        }
    }
}
