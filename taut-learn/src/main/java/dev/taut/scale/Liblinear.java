package dev.taut.scale;

import java.util.List;

/**
 * liblinear: ‖β‖₁ or ½‖β‖² + C Σℓ, so that λ = 1/(nC) (Fan et al. 2008, eq. 1). Its bias is a penalised feature unless
 * {@code -R} frees it, which its dual solvers do not know. Columns are scaled beforehand.
 */
record Liblinear() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        if (mix == Mix.BOTH) {
            return new Equivalent.None("has L1 or L2, not both");
        }
        String solver = solver(c.loss(), mix);
        if (solver.isEmpty()) {
            return new Equivalent.None("is not translated for this loss");
        }
        if (!c.sample().equalWeights()) {
            return new Equivalent.None("has no case weights");
        }
        double weight = c.sample().weight();
        return Translation.of(Dial.INVERSE, mix, List.of("C"), weight, weight)
                .called("train -s " + solver + " -c {C}" + (c.intercept() ? " -B 1 -R" : "")
                        + (c.standardize() ? "   on scaled columns" : ""))
                .unpenalised("no call: C would be infinite");
    }

    /** The number of the primal solver. */
    private static String solver(String loss, Mix mix) {
        return loss.equals("logistic") ? (mix == Mix.LASSO ? "6" : "0") : "";
    }
}
