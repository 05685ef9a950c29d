package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.design.SparseCurvature;
import dev.taut.kernel.ConjugateGradients;
import dev.taut.kernel.Vectors;
import dev.taut.penalty.SeparableProx;
import java.util.Arrays;

/**
 * minimise over b: cᵀ(b − b₀) + ½(b − b₀)ᵀX̃ᵀDX̃(b − b₀) + g(b) on the columns of a sparse design, by sweeps of coordinate
 * descent (Friedman, Hastie and Tibshirani 2010; Yuan, Ho and Lin 2012) and, where these are slow, by conjugate gradients
 * on the support they found. No product of two columns is formed.
 *
 * <p>The order of a sweep is shuffled, always in the same way.
 */
final class SparseQuadratic {
    /** A model is left when its support has been guessed and met once by Newton: the next one knows more. */
    private static final int SWEEPS = 4;

    private static final int MAX_CONJUGATE = 15;
    private static final double REDUCED = 0.03;
    private static final double LEAST_CURVATURE = 1e-10;

    private final Design design;
    private final SparseCurvature curvature;
    private final SeparableProx prox;
    private final boolean intercept;
    private final double[] weights;
    private final double[] c;
    private final double[] norms;
    /** The coefficients, the intercept last. */
    private final double[] b;

    private final int[] columns;
    private int active;
    private long seed = 1;

    /**
     * @param weights D
     * @param c       gradient at b₀, the intercept last
     * @param b       b₀, overwritten by the solution
     * @param norms   what violations are divided by
     * @param columns those that may move
     */
    SparseQuadratic(Problem problem, double[] weights, double[] c, double[] b, double[] norms, int[] columns) {
        this.design = problem.design();
        this.intercept = problem.intercept();
        this.curvature = new SparseCurvature(design.sparse().orElseThrow(), weights, intercept);
        this.prox = (SeparableProx) problem.prox();
        this.weights = weights;
        this.c = c;
        this.b = b;
        this.norms = norms;
        this.columns = columns;
        this.active = columns.length;
    }

    /** Until no coordinate violates its condition by more than the tolerance, or enough is enough; answers the sweeps. */
    int solve(double tolerance) {
        for (int sweep = 1; sweep <= SWEEPS; sweep++) {
            if (sweep() <= tolerance) {
                return sweep;
            }
        }
        return SWEEPS + 2 * conjugate();
    }

    /** One sweep; answers the largest violation met, per unit norm. Columns that rest at zero are left out of the next. */
    private double sweep() {
        double worst = 0;
        shuffle();
        int kept = 0;
        for (int at = 0; at < active; at++) {
            int j = columns[at];
            double gradient = c[j] + curvature.product(j);
            double violation = prox.violation(j, b[j], gradient);
            if (violation > 0) {
                worst = Math.max(worst, violation / norms[j]);
                double h = Math.max(curvature.diagonal(j), LEAST_CURVATURE * norms[j] * norms[j]);
                double next = prox.step(j, h * b[j] - gradient, h);
                if (next != b[j] && Double.isFinite(next)) {
                    curvature.move(j, next - b[j]);
                    b[j] = next;
                }
            }
            if (violation > 0 || b[j] != 0) {
                columns[at] = columns[kept];
                columns[kept++] = j;
            }
        }
        active = kept;
        return Math.max(worst, sweepIntercept());
    }

    private double sweepIntercept() {
        double total = curvature.diagonalOfOnes();
        if (!intercept || !(total > 0)) {
            return 0;
        }
        int at = b.length - 1;
        double gradient = c[at] + curvature.productOfOnes();
        curvature.moveOnes(-gradient / total);
        b[at] -= gradient / total;
        return Math.abs(gradient);
    }

    private void shuffle() {
        for (int i = active - 1; i > 0; i--) {
            seed = seed * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
            int k = (int) ((seed >>> 33) % (i + 1));
            int j = columns[i];
            columns[i] = columns[k];
            columns[k] = j;
        }
    }

    /** Conjugate gradients on what is neither zero nor at a bound, preconditioned by the diagonal; answers the iterations. */
    private int conjugate() {
        int[] support = Arrays.stream(columns, 0, active)
                .filter(j -> b[j] != 0 && b[j] > prox.lower(j) && b[j] < prox.upper(j))
                .toArray();
        int k = support.length;
        if (k == 0) {
            return 0;
        }
        int m = intercept ? k + 1 : k;
        double[] gradient = new double[m];
        double[] bend = new double[m];
        double[] r = new double[m];
        double[] diagonal = new double[m];
        for (int i = 0; i < k; i++) {
            int j = support[i];
            gradient[i] = c[j] + curvature.product(j);
            r[i] = -gradient[i] - prox.slope(j, b[j], b[j] > 0 ? 1 : -1);
            bend[i] = prox.bend(j, b[j]);
            diagonal[i] = Math.max(curvature.diagonal(j), LEAST_CURVATURE * norms[j] * norms[j]) + bend[i];
        }
        if (intercept) {
            gradient[k] = c[b.length - 1] + curvature.productOfOnes();
            r[k] = -gradient[k];
            diagonal[k] = Math.max(curvature.diagonalOfOnes(), Double.MIN_NORMAL);
        }
        ConjugateGradients.Solution found =
                ConjugateGradients.solve(s -> times(support, s, bend), r, diagonal, REDUCED, MAX_CONJUGATE);
        walk(support, gradient, found.x());
        return found.iterations();
    }

    /** (X̃ᵀDX̃ + g″)s on the support. */
    private double[] times(int[] support, double[] s, double[] bend) {
        double[] v = predictors(support, s);
        for (int i = 0; i < v.length; i++) {
            v[i] *= weights[i];
        }
        double[] product = new double[s.length];
        design.dot(support, new double[support.length], support.length, v, 0, product);
        for (int i = 0; i < support.length; i++) {
            product[i] += bend[i] * s[i];
        }
        if (intercept) {
            product[support.length] = Vectors.sum(v, 0, v.length);
        }
        return product;
    }

    private double[] predictors(int[] support, double[] s) {
        double[] v = new double[weights.length];
        if (intercept) {
            Arrays.fill(v, s[support.length]);
        }
        design.axpy(support, s, new double[support.length], support.length, v, 0);
        return v;
    }

    /** Moves by x as far as it lowers the objective; what would cross zero or a bound stops there. */
    private void walk(int[] support, double[] gradient, double[] x) {
        double[] step = new double[x.length];
        for (double t = 1; t > 0.1; t /= 2) {
            double change = 0;
            for (int i = 0; i < x.length; i++) {
                step[i] = t * x[i];
                if (i < support.length) {
                    int j = support[i];
                    double next = Math.max(prox.lower(j), Math.min(prox.upper(j), b[j] + step[i]));
                    next = next * b[j] < 0 ? 0 : next;
                    step[i] = next - b[j];
                    change += prox.value(j, next) - prox.value(j, b[j]);
                }
                change += gradient[i] * step[i];
            }
            double[] v = predictors(support, step);
            for (int i = 0; i < v.length; i++) {
                change += 0.5 * weights[i] * v[i] * v[i];
            }
            if (change < 0) {
                apply(support, step);
                return;
            }
        }
    }

    private void apply(int[] support, double[] step) {
        for (int i = 0; i < support.length; i++) {
            int j = support[i];
            if (step[i] != 0) {
                curvature.move(j, step[i]);
                b[j] = step[i] == -b[j] ? 0 : b[j] + step[i];
            }
        }
        if (intercept) {
            curvature.moveOnes(step[support.length]);
            b[b.length - 1] += step[support.length];
        }
    }
}
