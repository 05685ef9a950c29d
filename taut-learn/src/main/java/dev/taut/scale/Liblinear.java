package dev.taut.scale;

import java.util.List;

/**
 * liblinear: ‖β‖₁ or ½‖β‖² + C Σℓ, so that λ = 1/(nC) (Fan et al. 2008, eq. 1; Ho and Lin 2012 for regression). Its bias is a
 * penalised feature unless {@code -R} frees it, which its dual solvers, of hinge and ε-insensitive loss, do not know: these are not
 * translated. Columns are scaled beforehand.
 */
record Liblinear() implements Library {
    @Override
    public Equivalent under(Circumstances c, Mix mix) {
        if (mix == Mix.BOTH) {
            return new Equivalent.None("has L1 or L2, not both");
        }
        String solver = solver(c.family(), mix);
        if (solver.isEmpty()) {
            return new Equivalent.None("is not translated for this loss");
        }
        if (!c.sample().equalWeights()) {
            return new Equivalent.None("has no case weights");
        }
        double weight = c.sample().weight();
        return Translation.of(Dial.INVERSE, mix, List.of("C"), weight, weight)
                .called("train -s " + solver + " -c {C}" + tube(c) + (c.intercept() ? " -B 1 -R" : "")
                        + (c.standardize() ? "   on scaled columns" : ""))
                .unpenalised("no call: C would be infinite");
    }

    /** The number of the solver: primal wherever there is one. */
    private static String solver(String loss, Mix mix) {
        boolean lasso = mix == Mix.LASSO;
        return switch (loss) {
            case "logistic" -> lasso ? "6" : "0";
            case "squared_hinge" -> lasso ? "5" : "2";
            case "squared_svr" -> lasso ? "" : "11";
            default -> "";
        };
    }

    private static String tube(Circumstances c) {
        return c.family().endsWith("svr") ? " -p " + c.parameter() : "";
    }
}
