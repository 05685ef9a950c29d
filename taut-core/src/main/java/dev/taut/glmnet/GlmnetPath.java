package dev.taut.glmnet;

import dev.taut.path.LambdaPath;
import dev.taut.penalty.Penalty;
import dev.taut.solver.Coefficients;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A path as glmnet reports it, strongest λ first.
 *
 * @param lambdas      in glmnet's units
 * @param coefficients for raw columns, one per λ; those of several classes shifted as glmnet shifts them
 * @param explained    its {@code dev.ratio}
 * @param ended        {@code complete}, or why it ended before the last λ of its grid
 * @param penalty      with Taut's share of L1, which for a gaussian target is not glmnet's alpha
 * @param path         the same solutions at Taut's λ, with their certificates; the first is the model at an infinite λ
 */
public record GlmnetPath(
        double[] lambdas,
        List<Coefficients> coefficients,
        double[] explained,
        String ended,
        Penalty penalty,
        LambdaPath path) {
    public GlmnetPath {
        coefficients = List.copyOf(coefficients);
    }

    /** Active coefficients: for several classes, columns that are active in any of them. */
    public int active(int knot) {
        Coefficients c = coefficients.get(knot);
        return (int) IntStream.range(0, c.active())
                .map(k -> c.coordinate(k) % c.columns())
                .distinct()
                .count();
    }

    /**
     * glmnet's {@code coef(fit, s)}: between two λ of the path a straight line in λ, beyond them the nearest.
     */
    public Coefficients at(double lambda) {
        int last = lambdas.length - 1;
        if (last == 0 || lambda >= lambdas[0]) {
            return coefficients.get(0);
        }
        if (lambda <= lambdas[last]) {
            return coefficients.get(last);
        }
        int right = 1;
        while (lambdas[right] > lambda) {
            right++;
        }
        double share = (lambda - lambdas[right]) / (lambdas[right - 1] - lambdas[right]);
        return between(coefficients.get(right - 1), coefficients.get(right), share);
    }

    private static Coefficients between(Coefficients left, Coefficients right, double share) {
        double[] a = left.dense();
        double[] b = right.dense();
        double[] intercepts = left.intercepts();
        for (int c = 0; c < a.length; c++) {
            a[c] = share * a[c] + (1 - share) * b[c];
        }
        for (int k = 0; k < intercepts.length; k++) {
            intercepts[k] = share * intercepts[k] + (1 - share) * right.intercept(k);
        }
        return Coefficients.of(left.columns(), intercepts, a);
    }
}
