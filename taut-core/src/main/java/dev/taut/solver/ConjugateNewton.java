package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.ConjugateGradients;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Newton steps by conjugate gradients, for penalties without kinks or bounds on sparse designs of many columns: nothing of
 * the size columns × columns is formed, and an iteration is two passes over the entries of X (Lin, Weng and Keerthi 2008,
 * with a line search in place of their trust region).
 *
 * <p>Conjugate gradients are preconditioned by the diagonal and solved only as far as the step is good for.
 */
final class ConjugateNewton implements Solver {
    /** Columns from which a factor of their products costs more. */
    private static final int FEWEST_COLUMNS = 1000;
    /** Share of entries other than zero up to which passes are cheap. */
    private static final double SPARSE = 0.1;

    private static final int MAX_ITERATIONS = 500;
    private static final double ROUGH = 0.1;

    /** Whether it is right and pays for a problem of this structure. */
    static boolean suits(Design design, Datafit datafit, Prox prox) {
        return prox instanceof SeparableProx separable
                && datafit.outputs() == 1
                && datafit.hasConjugate()
                && datafit.coupling(new double[datafit.rows()]).isEmpty()
                && design.columns() >= FEWEST_COLUMNS
                && design.nonZeros() <= SPARSE * design.rows() * design.columns()
                && IntStream.range(0, separable.columns()).allMatch(j -> isSmooth(separable, j));
    }

    private static boolean isSmooth(SeparableProx prox, int j) {
        return prox.slope(j, 0, 1) == prox.slope(j, 0, -1)
                && prox.lower(j) == Double.NEGATIVE_INFINITY
                && prox.upper(j) == Double.POSITIVE_INFINITY
                && prox.bend(j, 1) > 0;
    }

    @Override
    public String plan() {
        return "Newton steps by conjugate gradients: passes over the entries of the design, no matrix of columns";
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        // The null model of a path holds every column at zero: another penalty than this solver was chosen for.
        return suits(problem.design(), problem.datafit(), problem.prox())
                ? run(new Descent(problem, start), stopping, observer)
                : Solvers.forProx(problem.prox()).solve(problem, start, stopping, observer);
    }

    private static Solution run(Descent descent, Stopping stopping, Observer observer) {
        double goal = stopping.relativeGap() * descent.scale;
        int epochs = 0;
        boolean moved = true;
        while (true) {
            double[] c = slope(descent);
            double estimate = estimate(descent, c);
            boolean last = !moved || epochs >= stopping.maxEpochs() || observer.cancelled();
            if (estimate <= goal || last) {
                double gap = descent.certify(stopping, epochs);
                if (gap <= goal || last || descent.isFruitless()) {
                    return descent.best();
                }
            }
            double forcing = Math.max(1e-6, Math.min(ROUGH, Math.sqrt(0.1 * goal / Math.max(estimate, 1e-300))));
            ConjugateGradients.Solution step = conjugate(descent, c, estimate <= 1e6 * goal ? forcing : ROUGH);
            epochs += 1 + step.iterations();
            double[] next = step.x().clone();
            Vectors.shiftedAxpy(1, descent.b, 0, next, 0, next.length);
            moved = descent.moveTowards(next, Vectors.dot(c, step.x()));
        }
    }

    /** ∇(F + g), the intercept last. */
    private static double[] slope(Descent descent) {
        double[] c = descent.slope();
        for (int j = 0; j < descent.p; j++) {
            c[j] += descent.prox.slope(j, descent.b[j], 1);
        }
        return c;
    }

    /** The gap that a slope leaves where g is quadratic. */
    private static double estimate(Descent descent, double[] c) {
        double sum = Math.abs(c[descent.p] * descent.b[descent.p]);
        for (int j = 0; j < descent.p; j++) {
            sum += c[j] * c[j] / (2 * bend(descent, j));
        }
        return sum;
    }

    private static double bend(Descent descent, int j) {
        return descent.prox.bend(j, descent.b[j] == 0 ? 1 : descent.b[j]);
    }

    /** d with (XᵀHX + g″)d = −c, as far as {@code forcing} of the residual in the metric of the diagonal. */
    private static ConjugateGradients.Solution conjugate(Descent descent, double[] c, double forcing) {
        int p = descent.p;
        double[] bend = new double[p + 1];
        double[] diagonal = descent.problem.design().weightedSquares(new double[p], descent.curvature());
        diagonal = Arrays.copyOf(diagonal, p + 1);
        for (int j = 0; j < p; j++) {
            bend[j] = bend(descent, j);
            diagonal[j] += bend[j];
        }
        diagonal[p] = Vectors.sum(descent.curvature(), 0, descent.curvature().length);
        double[] r = new double[p + 1];
        Arrays.setAll(r, j -> -c[j]);
        return ConjugateGradients.solve(s -> times(descent, s, bend), r, diagonal, forcing, MAX_ITERATIONS);
    }

    /** (XᵀHX + g″)s. */
    private static double[] times(Descent descent, double[] s, double[] bend) {
        int p = descent.p;
        double[] curvature = descent.curvature();
        double[] v = descent.predictors(s);
        for (int i = 0; i < v.length; i++) {
            v[i] *= curvature[i];
        }
        double[] product = descent.products(v);
        for (int j = 0; j < p; j++) {
            product[j] += bend[j] * s[j];
        }
        return product;
    }
}
