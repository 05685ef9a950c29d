package dev.taut.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taut.design.DenseDesign;
import dev.taut.design.Design;
import dev.taut.design.Feature;
import dev.taut.design.Features;
import dev.taut.loss.Datafit;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.PathProblem;
import dev.taut.path.Paths;
import dev.taut.penalty.CountPenalty;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Certificate.Claim;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Best subsets against all subsets, up to p = 15. */
class BestSubsetTest {
    private static Features features(int p) {
        return new Features(IntStream.range(0, p)
                .mapToObj(j -> new Feature("x" + j, "x" + j))
                .toList());
    }

    /** Correlated columns, of which every third counts a little. */
    private static double[][] columns(Draw draw, int n, int p) {
        double[][] columns = draw.columns(n, p);
        for (int j = 1; j < p; j++) {
            for (int i = 0; i < n; i++) {
                columns[j][i] = 0.7 * columns[j - 1][i] + 0.7 * columns[j][i];
            }
        }
        return columns;
    }

    private static double[] signal(Draw draw, double[][] columns) {
        return IntStream.range(0, columns[0].length)
                .mapToDouble(i -> {
                    double sum = draw.normal();
                    for (int j = 0; j < columns.length; j += 3) {
                        sum += 0.6 * columns[j][i];
                    }
                    return sum;
                })
                .toArray();
    }

    @Test
    void noSubsetIsBetter() {
        for (int p : new int[] {1, 6, 15}) {
            for (double gamma : new double[] {0, 0.5}) {
                Seeds.each(p == 15 ? 1 : 3, draw -> {
                    int n = draw.integer(20, 60);
                    double[][] columns = columns(draw, n, p);
                    double[] y = signal(draw, columns);
                    double[] weights = draw.weights(n);
                    Penalty penalty = new CountPenalty(gamma);
                    LambdaPath path = walk(columns, Losses.squared().on(Target.of(y), weights), penalty);
                    assertThat(path.knots()).isNotEmpty();
                    double[][] squares = squares(columns, y, weights);
                    for (Knot knot : path) {
                        assertThat(knot.certificate().converged()).isTrue();
                        assertThat(knot.certificate().claim()).isEqualTo(Claim.MINIMUM);
                        double least = leastOfAll(squares, knot.lambda(), gamma * knot.lambda());
                        assertThat(knot.certificate().objective())
                                .isCloseTo(
                                        least, within(1e-9 * knot.certificate().scale()));
                    }
                });
            }
        }
    }

    private static LambdaPath walk(double[][] columns, Datafit datafit, Penalty penalty) {
        Design design = DenseDesign.ofColumns(columns[0].length, columns);
        PathProblem problem =
                new PathProblem(design, features(columns.length), datafit, penalty, new double[0], true, false);
        return Paths.walk(problem, Lambdas.grid(7, 0.001), Stopping.atGap(1e-9), Observer.SILENT);
    }

    /** The weighted cross products of intercept, columns and y. */
    private static double[][] squares(double[][] columns, double[] y, double[] weights) {
        int p = columns.length;
        double total = Arrays.stream(weights).sum();
        double[][] all = new double[p + 2][];
        all[0] = new double[y.length];
        Arrays.fill(all[0], 1);
        System.arraycopy(columns, 0, all, 1, p);
        all[p + 1] = y;
        double[][] squares = new double[p + 2][p + 2];
        for (int a = 0; a < p + 2; a++) {
            for (int b = 0; b < p + 2; b++) {
                for (int i = 0; i < y.length; i++) {
                    squares[a][b] += weights[i] / total * all[a][i] * all[b][i];
                }
            }
        }
        return squares;
    }

    /** The least objective over all 2ᵖ subsets, each by elimination on the cross products. */
    private static double leastOfAll(double[][] squares, double price, double ridge) {
        int p = squares.length - 2;
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << p; set++) {
            int subset = set;
            int[] used = IntStream.concat(
                            IntStream.of(0), IntStream.rangeClosed(1, p).filter(j -> (subset >> (j - 1) & 1) == 1))
                    .toArray();
            least = Math.min(least, residual(squares, used, ridge) / 2 + price * Integer.bitCount(set));
        }
        return least;
    }

    private static double residual(double[][] squares, int[] used, double ridge) {
        int k = used.length;
        int y = squares.length - 1;
        double[][] a = new double[k + 1][k + 1];
        for (int i = 0; i <= k; i++) {
            for (int j = 0; j <= k; j++) {
                a[i][j] = squares[i < k ? used[i] : y][j < k ? used[j] : y];
            }
            a[i][i] += i > 0 && i < k ? ridge : 0;
        }
        for (int m = 0; m < k; m++) {
            for (int i = m + 1; i <= k; i++) {
                double share = a[i][m] / a[m][m];
                for (int j = m; j <= k; j++) {
                    a[i][j] -= share * a[m][j];
                }
            }
        }
        return a[k][k];
    }

    /** Without a proof for all sets: no column can be dropped, added or swapped with profit. */
    @Test
    void otherLossesRestWhereNoSwapIsBetter() {
        Seeds.each(3, draw -> {
            int n = 80;
            int p = 8;
            double[][] columns = columns(draw, n, p);
            double[] y =
                    Arrays.stream(signal(draw, columns)).map(v -> v > 0 ? 1 : 0).toArray();
            Datafit datafit = Losses.logistic().on(Target.of(y), draw.weights(n));
            Penalty penalty = new CountPenalty(0.1);
            LambdaPath path = walk(columns, datafit, penalty);
            for (Knot knot : path) {
                assertThat(knot.certificate().converged()).isTrue();
                assertThat(knot.certificate().claim()).isEqualTo(Claim.LOCAL_MINIMUM);
                double[] beta = knot.coefficients().dense();
                for (int out = -1; out < p; out++) {
                    for (int in = -1; in < p; in++) {
                        String[] held = held(beta, out, in);
                        Penalty ridge = Penalty.ridge();
                        for (String column : held) {
                            ridge = ridge.within(column, 0, 0);
                        }
                        PathProblem restricted = new PathProblem(
                                DenseDesign.ofColumns(n, columns),
                                features(p),
                                datafit,
                                ridge,
                                new double[0],
                                true,
                                false);
                        double objective = Paths.walk(
                                                restricted,
                                                Lambdas.of(0.1 * knot.lambda()),
                                                Stopping.atGap(1e-11),
                                                Observer.SILENT)
                                        .knots()
                                        .get(0)
                                        .certificate()
                                        .objective()
                                + knot.lambda() * (p - held.length);
                        assertThat(objective)
                                .isGreaterThan(knot.certificate().objective()
                                        - 1e-9 * knot.certificate().scale());
                    }
                }
            }
        });
    }

    private static String[] held(double[] beta, int out, int in) {
        return IntStream.range(0, beta.length)
                .filter(j -> j == out || beta[j] == 0 && j != in)
                .mapToObj(j -> "x" + j)
                .toArray(String[]::new);
    }

    @Test
    void factorsArePricesAndBoundsAreKept() {
        Draw draw = Draw.seeded(4);
        double[][] columns = columns(draw, 60, 6);
        double[] y = signal(draw, columns);
        Datafit datafit = Losses.squared().on(Target.of(y));
        Penalty penalty = new CountPenalty(0).free("x1").within("x0", -0.1, 0.1).factor("x3", 1e6);
        LambdaPath path = walk(columns, datafit, penalty);
        for (Knot knot : path) {
            assertThat(knot.coefficients().get(1, 0)).isNotZero();
            assertThat(knot.coefficients().get(0, 0)).isBetween(-0.1, 0.1);
            assertThat(knot.coefficients().get(3, 0)).isZero();
            assertThat(knot.certificate().converged()).isTrue();
        }
        assertThat(path.knots().get(0).coefficients().active()).isEqualTo(1);
    }
}
