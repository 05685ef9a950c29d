package dev.taut.solver;

import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import dev.taut.penalty.SeparableProx;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a solver stands that moves all coefficients at once: coefficients with the intercept last, η, the loss with its
 * derivatives, and the best certificate so far.
 */
final class Descent {
    private static final int MAX_FRUITLESS = 4;
    private static final double ARMIJO = 1e-4;
    private static final double ROUNDING = 1e-15;

    final Problem problem;
    final SeparableProx prox;
    final int p;
    /** The coefficients, the intercept last. */
    final double[] b;
    /** The null model's objective above saturation. */
    final double scale;

    private final Datafit datafit;
    private final int[] columns;
    private final double[] zeros;
    private double[] eta;
    private double[] gradient;
    private double[] curvature;
    private double value;
    private Optional<Solution> best = Optional.empty();
    private int fruitless;

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

    /** The diagonal of ∇²F(η). */
    double[] curvature() {
        return curvature;
    }

    /** ∇F, the intercept last. */
    double[] slope() {
        return products(gradient);
    }

    /** Xᵀv, and the sum of v last if there is an intercept. */
    double[] products(double[] v) {
        double[] products = new double[p + 1];
        problem.design().dot(columns, zeros, p, v, 0, products);
        products[p] = problem.intercept() ? Vectors.sum(v, 0, v.length) : 0;
        return products;
    }

    /** Xs + intercept, for s with the intercept last. */
    double[] predictors(double[] s) {
        double[] v = new double[eta.length];
        Arrays.fill(v, problem.intercept() ? s[p] : 0);
        problem.design().axpy(columns, s, zeros, p, v, 0);
        return v;
    }

    /** Proves what it can about the present coefficients; answers the gap. */
    double certify(Stopping stopping, int epochs) {
        Coefficients found = Coefficients.of(p, new double[] {b[p]}, Arrays.copyOf(b, p));
        Certificate certificate =
                Certificates.of(problem, found, new Certificate(0, 0, scale, 0, epochs, false), stopping);
        double before = best.map(s -> s.certificate().gap()).orElse(Double.POSITIVE_INFINITY);
        fruitless = certificate.gap() < 0.5 * before ? 0 : fruitless + 1;
        if (best.isEmpty() || certificate.gap() < before) {
            best = Optional.of(new Solution(found, certificate));
        }
        return certificate.gap();
    }

    /** The best that was certified. */
    Solution best() {
        return best.orElseThrow();
    }

    /** Whether the last certificates were no better than those before: rounding, not effort, is the limit. */
    boolean isFruitless() {
        return fruitless > MAX_FRUITLESS;
    }

    /**
     * Towards these coefficients as far as Armijo's rule on the objective allows; near the minimum, where it drowns in
     * rounding, all the way. Answers whether there was a way.
     *
     * @param decrease of the objective along the whole way, to first order
     */
    boolean moveTowards(double[] next, double decrease) {
        double[] step = new double[p + 1];
        for (int j = 0; j <= p; j++) {
            step[j] = next[j] - b[j];
        }
        double[] direction = predictors(step);
        double[] nextEta = new double[eta.length];
        double[] nextGradient = new double[eta.length];
        double[] nextCurvature = new double[eta.length];
        double noise = 16 * ROUNDING * (Math.abs(value) + Math.abs(prox.value(Arrays.copyOf(b, p))));
        for (double t = 1; t > 1e-10; t /= 2) {
            for (int i = 0; i < nextEta.length; i++) {
                nextEta[i] = eta[i] + t * direction[i];
            }
            double attempted = datafit.evaluate(nextEta, nextGradient, nextCurvature);
            if (attempted - value + penaltyChange(step, t) <= ARMIJO * t * decrease + noise) {
                for (int j = 0; j <= p; j++) {
                    b[j] = t == 1 ? next[j] : b[j] + t * step[j];
                }
                eta = nextEta;
                gradient = nextGradient;
                curvature = nextCurvature;
                value = attempted;
                return true;
            }
        }
        return false;
    }

    private double penaltyChange(double[] step, double t) {
        double change = 0;
        for (int j = 0; j < p; j++) {
            change += step[j] == 0 ? 0 : prox.value(j, b[j] + t * step[j]) - prox.value(j, b[j]);
        }
        return change;
    }
}
