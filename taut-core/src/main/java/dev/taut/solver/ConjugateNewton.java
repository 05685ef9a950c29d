package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import java.util.Arrays;
import java.util.Optional;
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
    private static final int MAX_FRUITLESS = 4;
    private static final double ROUGH = 0.1;
    private static final double ARMIJO = 1e-4;
    private static final double ROUNDING = 1e-15;

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
                ? new Descent(problem, start).run(stopping, observer)
                : Solvers.forProx(problem.prox()).solve(problem, start, stopping, observer);
    }

    /** One problem; β's last entry is the intercept. */
    private static final class Descent {
        private final Problem problem;
        private final Datafit datafit;
        private final SeparableProx prox;
        private final int p;
        private final int[] columns;
        private final double[] zeros;
        private final double scale;
        private double[] b;
        private double[] eta;
        private double[] gradient;
        private double[] curvature;
        private double value;

        Descent(Problem problem, Start start) {
            this.problem = problem;
            this.datafit = problem.datafit();
            this.prox = (SeparableProx) problem.prox();
            this.p = problem.design().columns();
            this.columns = IntStream.range(0, p).toArray();
            this.zeros = new double[p];
            Coefficients none = Coefficients.zero(p, NullModel.intercepts(problem));
            double above = datafit.value(LinearPredictors.of(problem, none)) - datafit.saturated();
            this.scale = Math.max(above, Double.MIN_NORMAL);
            Coefficients from = start.coefficients().orElse(none);
            this.b = Arrays.copyOf(from.dense(), p + 1);
            b[p] = from.intercept(0);
            this.eta = LinearPredictors.of(problem, from);
            this.gradient = new double[eta.length];
            this.curvature = new double[eta.length];
            this.value = datafit.evaluate(eta, gradient, curvature);
        }

        Solution run(Stopping stopping, Observer observer) {
            double goal = stopping.relativeGap() * scale;
            Optional<Solution> best = Optional.empty();
            int epochs = 0;
            int fruitless = 0;
            boolean moved = true;
            while (true) {
                double[] c = slope();
                double estimate = estimate(c);
                boolean last = !moved || epochs >= stopping.maxEpochs() || observer.cancelled();
                if (estimate <= goal || last) {
                    Coefficients found = Coefficients.of(p, new double[] {b[p]}, Arrays.copyOf(b, p));
                    Certificate certificate =
                            Certificates.of(problem, found, new Certificate(0, 0, scale, 0, epochs, false), stopping);
                    double before = best.map(s -> s.certificate().gap()).orElse(Double.POSITIVE_INFINITY);
                    fruitless = certificate.gap() < 0.5 * before ? 0 : fruitless + 1;
                    if (best.isEmpty() || certificate.gap() < before) {
                        best = Optional.of(new Solution(found, certificate));
                    }
                    if (certificate.converged() || last || fruitless > MAX_FRUITLESS) {
                        return best.orElseThrow();
                    }
                }
                double forcing = Math.max(1e-6, Math.min(ROUGH, Math.sqrt(0.1 * goal / Math.max(estimate, 1e-300))));
                Step step = conjugate(c, estimate <= 1e6 * goal ? forcing : ROUGH);
                epochs += 1 + step.iterations;
                moved = lineSearch(step.direction, Vectors.dot(c, step.direction));
            }
        }

        /** ∇(F + g), the intercept last. */
        private double[] slope() {
            double[] c = new double[p + 1];
            problem.design().dot(columns, zeros, p, gradient, 0, c);
            for (int j = 0; j < p; j++) {
                c[j] += prox.slope(j, b[j], 1);
            }
            c[p] = problem.intercept() ? Vectors.sum(gradient, 0, gradient.length) : 0;
            return c;
        }

        /** The gap that a slope leaves where g is quadratic. */
        private double estimate(double[] c) {
            double sum = Math.abs(c[p] * b[p]);
            for (int j = 0; j < p; j++) {
                sum += c[j] * c[j] / (2 * prox.bend(j, b[j] == 0 ? 1 : b[j]));
            }
            return sum;
        }

        private record Step(double[] direction, int iterations) {}

        /** d with (XᵀHX + g″)d = −c, as far as {@code forcing} of the residual in the metric of the diagonal. */
        private Step conjugate(double[] c, double forcing) {
            double[] bend = new double[p + 1];
            double[] diagonal = problem.design().weightedSquares(zeros, curvature);
            diagonal = Arrays.copyOf(diagonal, p + 1);
            for (int j = 0; j < p; j++) {
                bend[j] = prox.bend(j, b[j] == 0 ? 1 : b[j]);
                diagonal[j] += bend[j];
            }
            diagonal[p] = Vectors.sum(curvature, 0, curvature.length);
            double[] d = new double[p + 1];
            double[] r = new double[p + 1];
            double[] z = new double[p + 1];
            for (int j = 0; j <= p; j++) {
                r[j] = -c[j];
                z[j] = diagonal[j] > 0 ? r[j] / diagonal[j] : 0;
            }
            double[] s = z.clone();
            double length = Vectors.dot(r, z);
            double enough = forcing * forcing * length;
            int iterations = 0;
            while (iterations < MAX_ITERATIONS && length > enough) {
                double[] product = times(s, bend);
                double along = Vectors.dot(s, product);
                if (!(along > 0)) {
                    break;
                }
                double a = length / along;
                double next = 0;
                for (int j = 0; j <= p; j++) {
                    d[j] += a * s[j];
                    r[j] -= a * product[j];
                    z[j] = diagonal[j] > 0 ? r[j] / diagonal[j] : 0;
                    next += r[j] * z[j];
                }
                double share = next / length;
                for (int j = 0; j <= p; j++) {
                    s[j] = z[j] + share * s[j];
                }
                length = next;
                iterations++;
            }
            return new Step(d, iterations);
        }

        /** (XᵀHX + g″)s. */
        private double[] times(double[] s, double[] bend) {
            double[] v = predictors(s);
            for (int i = 0; i < v.length; i++) {
                v[i] *= curvature[i];
            }
            double[] product = new double[p + 1];
            problem.design().dot(columns, zeros, p, v, 0, product);
            for (int j = 0; j < p; j++) {
                product[j] += bend[j] * s[j];
            }
            product[p] = problem.intercept() ? Vectors.sum(v, 0, v.length) : 0;
            return product;
        }

        private double[] predictors(double[] s) {
            double[] v = new double[eta.length];
            Arrays.fill(v, problem.intercept() ? s[p] : 0);
            problem.design().axpy(columns, s, zeros, p, v, 0);
            return v;
        }

        /** Armijo on the objective; near the minimum, where it drowns in rounding, the full step is taken. */
        private boolean lineSearch(double[] d, double decrease) {
            double[] direction = predictors(d);
            double[] nextEta = new double[eta.length];
            double[] nextGradient = new double[eta.length];
            double[] nextCurvature = new double[eta.length];
            double noise = 16 * ROUNDING * (Math.abs(value) + Math.abs(prox.value(Arrays.copyOf(b, p))));
            for (double t = 1; t > 1e-10; t /= 2) {
                for (int i = 0; i < nextEta.length; i++) {
                    nextEta[i] = eta[i] + t * direction[i];
                }
                double next = datafit.evaluate(nextEta, nextGradient, nextCurvature);
                double change = next - value;
                for (int j = 0; j < p; j++) {
                    change += prox.value(j, b[j] + t * d[j]) - prox.value(j, b[j]);
                }
                if (change <= ARMIJO * t * decrease + noise) {
                    for (int j = 0; j <= p; j++) {
                        b[j] += t * d[j];
                    }
                    eta = nextEta;
                    gradient = nextGradient;
                    curvature = nextCurvature;
                    value = next;
                    return true;
                }
            }
            return false;
        }
    }
}
