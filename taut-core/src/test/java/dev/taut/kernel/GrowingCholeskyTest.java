package dev.taut.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrowingCholeskyTest {
    private static final int SIZE = 40;

    private final Random random = new Random(1);

    /** A = MMᵀ + I over SIZE rows, from which supports are taken. */
    private double[][] matrix() {
        double[][] m = new double[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            m[i] = normals(SIZE);
        }
        double[][] a = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                a[i][j] = Vectors.dot(m[i], m[j]) + (i == j ? 1 : 0);
            }
        }
        return a;
    }

    private double[] normals(int count) {
        return random.doubles(count).map(u -> random.nextGaussian()).toArray();
    }

    private static double[] row(double[][] a, List<Integer> support, int added) {
        double[] row = new double[support.size() + 1];
        for (int k = 0; k < support.size(); k++) {
            row[k] = a[added][support.get(k)];
        }
        row[support.size()] = a[added][added];
        return row;
    }

    private void assertSolves(GrowingCholesky factor, double[][] a, List<Integer> support) {
        double[] x = normals(support.size());
        double[] b = new double[x.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                b[i] += a[support.get(i)][support.get(j)] * x[j];
            }
        }
        factor.solve(b);
        assertThat(b).containsExactly(x, within(1e-9));
    }

    @Test
    void appendingAndRemovingInAnyOrderIsTheFactorOfWhatIsLeft() {
        double[][] a = matrix();
        GrowingCholesky factor = new GrowingCholesky();
        List<Integer> support = new ArrayList<>();
        for (int step = 0; step < 300; step++) {
            int index = random.nextInt(SIZE);
            if (support.contains(index)) {
                factor.remove(support.indexOf(index));
                support.remove(Integer.valueOf(index));
            } else {
                factor.append(row(a, support, index));
                support.add(index);
            }
            assertThat(factor.size()).isEqualTo(support.size());
            assertSolves(factor, a, support);
        }
    }

    @Test
    void aWholeMatrixCanBeFactoredAndThenGrow() {
        double[][] a = matrix();
        List<Integer> support = new ArrayList<>();
        double[][] lower = new double[21][];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = row(a, support, i);
            support.add(i);
        }
        GrowingCholesky factor = new GrowingCholesky();
        factor.factor(lower);
        assertSolves(factor, a, support);
        factor.append(row(a, support, 30));
        support.add(30);
        factor.remove(3);
        support.remove(3);
        assertSolves(factor, a, support);
    }

    @Test
    void rowsCanBeAppendedAsABlock() {
        double[][] a = matrix();
        GrowingCholesky factor = new GrowingCholesky();
        List<Integer> support = new ArrayList<>();
        for (int count : new int[] {1, 7, 3, 12}) {
            double[][] block = new double[count][];
            for (int t = 0; t < count; t++) {
                block[t] = row(a, support, support.size());
                support.add(support.size());
            }
            factor.append(block);
            assertSolves(factor, a, support);
        }
        factor.remove(0);
        support.remove(0);
        assertSolves(factor, a, support);
    }

    @Test
    void aDuplicateWithinABlockIsSetAside() {
        double[][] a = matrix();
        GrowingCholesky factor = new GrowingCholesky();
        List<Integer> support = new ArrayList<>();
        List<double[]> block = new ArrayList<>();
        for (int index : new int[] {4, 7, 4, 9}) {
            block.add(row(a, support, index));
            support.add(index);
        }
        factor.append(block.toArray(double[][]::new));
        assertThat(factor.dependents()).isEqualTo(1);
        double[] b = {a[4][4] + a[9][4], a[7][4] + a[9][7], a[4][4] + a[9][4], a[9][4] + a[9][9]};
        factor.solve(b);
        assertThat(b).containsExactly(new double[] {1, 0, 0, 1}, within(1e-12));
    }

    @Test
    void aDuplicateIsSetAsideAndForbidsRemoval() {
        double[][] a = matrix();
        GrowingCholesky factor = new GrowingCholesky();
        List<Integer> support = new ArrayList<>();
        for (int index : new int[] {4, 7, 4}) {
            factor.append(row(a, support, index));
            support.add(index);
        }
        assertThat(factor.dependents()).isEqualTo(1);
        double[] b = {a[4][4], a[7][4], a[4][4]};
        factor.solve(b);
        assertThat(b).containsExactly(new double[] {1, 0, 0}, within(1e-12));
        assertThatThrownBy(() -> factor.remove(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void productsOfManyVectorsAreThoseOfOneByOne() {
        for (int size : new int[] {1, 3, 8, 300}) {
            double[][] x = new double[16][];
            double[][] lower = new double[size][];
            for (int r = 0; r < x.length; r++) {
                x[r] = normals(size);
            }
            for (int i = 0; i < size; i++) {
                lower[i] = new double[i + 1];
            }
            Gram.addLower(x, x.length, 0, lower);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    double expected = 0;
                    for (double[] v : x) {
                        expected += v[i] * v[j];
                    }
                    assertThat(lower[i][j]).isCloseTo(expected, within(1e-12));
                }
            }
        }
    }
}
