package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import java.util.stream.IntStream;

/**
 * Proximal Newton steps on sparse designs, each quadratic model solved by {@link SparseQuadratic} as far as it is good for
 * (Yuan, Ho and Lin 2012): for supports so large that a factor of their products costs more than many passes over the
 * entries of X.
 */
final class CoordinateNewton implements Solver {
    /** How far a model is solved at most, as a share of the violation it starts with, and at least. */
    private static final double FINE = 1e-2;

    private static final double ROUGH = 0.1;
    /** Share of its limit from which a coordinate at zero may move in a model. */
    private static final double NEAR = 0.8;

    /** Whether it is right for a problem of this structure. */
    static boolean suits(Design design, Datafit datafit, Prox prox) {
        return prox instanceof SeparableProx
                && datafit.outputs() == 1
                && datafit.hasConjugate()
                && datafit.coupling(new double[datafit.rows()]).isEmpty()
                && design.sparse().isPresent();
    }

    @Override
    public String plan() {
        return "proximal Newton steps, coordinate descent and conjugate gradients on the entries of the design";
    }

    @Override
    public Solution solve(Problem problem, Start start, Stopping stopping, Observer observer) {
        Descent descent = new Descent(problem, start);
        double[] norms = ColumnNorms.of(problem);
        for (int j = 0; j < norms.length; j++) {
            norms[j] = norms[j] > 0 ? norms[j] : 1;
        }
        Limits limits = Limits.of(descent.prox);
        double goal = stopping.relativeGap() * descent.scale;
        double asked = goal;
        boolean moved = true;
        int epochs = 0;
        while (true) {
            double[] c = descent.slope();
            double estimate = estimate(descent, limits, c);
            boolean last = !moved || epochs >= stopping.maxEpochs() || observer.cancelled();
            if (estimate <= asked || last) {
                double gap = descent.certify(stopping, epochs);
                if (gap <= goal || last || descent.isFruitless()) {
                    return descent.best();
                }
                asked = estimate * Math.min(0.5, 0.5 * goal / gap);
            }
            double share = Math.sqrt(0.1 * asked / Math.max(estimate, Double.MIN_NORMAL));
            double enough = Math.max(FINE, Math.min(ROUGH, share)) * violation(descent, norms, c);
            double[] next = descent.b.clone();
            SparseQuadratic model =
                    new SparseQuadratic(problem, descent.curvature(), c, next, norms, free(descent, limits, c));
            epochs += 1 + model.solve(enough);
            moved = descent.moveTowards(next, decrease(descent, c, next));
        }
    }

    private static double decrease(Descent descent, double[] c, double[] next) {
        double sum = 0;
        for (int j = 0; j < c.length; j++) {
            double step = next[j] - descent.b[j];
            sum += c[j] * step;
            if (j < descent.p && step != 0) {
                sum += descent.prox.value(j, next[j]) - descent.prox.value(j, descent.b[j]);
            }
        }
        return sum;
    }

    private static double violation(Descent descent, double[] norms, double[] c) {
        double worst = Math.abs(c[descent.p]);
        for (int j = 0; j < descent.p; j++) {
            worst = Math.max(worst, descent.prox.violation(j, descent.b[j], c[j]) / norms[j]);
        }
        return worst;
    }

    /** About the gap: what violations cost where coefficients are, and what shrinking the dual point costs. */
    private static double estimate(Descent descent, Limits limits, double[] c) {
        int p = descent.p;
        double sum = Math.abs(c[p] * descent.b[p]);
        double shrink = 0;
        double size = 0;
        for (int j = 0; j < p; j++) {
            double b = descent.b[j];
            double v = descent.prox.violation(j, b, c[j]);
            if (b != 0) {
                sum += v * Math.abs(b);
                size += descent.prox.value(j, b);
            }
            double limit = limit(limits, j, c[j]);
            if (v > 0 && limit > 0) {
                shrink = Math.max(shrink, v / limit);
            }
        }
        return sum + shrink * size + shrink * shrink * descent.scale;
    }

    private static double limit(Limits limits, int j, double gradient) {
        return gradient < 0 ? limits.above()[j] : -limits.below()[j];
    }

    /** Coordinates that are not zero, or violate, or may soon. */
    private static int[] free(Descent descent, Limits limits, double[] c) {
        return IntStream.range(0, descent.p)
                .filter(j -> descent.b[j] != 0 || Math.abs(c[j]) >= NEAR * limit(limits, j, c[j]))
                .toArray();
    }
}
