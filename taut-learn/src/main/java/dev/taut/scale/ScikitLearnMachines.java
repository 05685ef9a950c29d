package dev.taut.scale;

import java.util.List;

/**
 * scikit-learn's support vector machines: C Σℓ + ½‖β‖², or ‖β‖₁ for LinearSVC (user guide, section 1.4.7). SVC and SVR, which rest on
 * LIBSVM, always have an intercept; LinearSVC and LinearSVR, which rest on liblinear, penalise theirs.
 */
final class ScikitLearnMachines {
    private static final List<String> LOSSES = List.of("hinge", "squared_hinge", "svr", "squared_svr");

    private ScikitLearnMachines() {}

    static Equivalent under(Circumstances c, Mix mix) {
        String why = refusal(c, mix);
        if (!why.isEmpty()) {
            return new Equivalent.None(why);
        }
        double weight = c.sample().weight();
        return Translation.of(Dial.INVERSE, mix, List.of("C"), weight, weight)
                .called(ScikitLearn.scaled(c, estimator(c, mix)))
                .unpenalised("no call: C would be infinite");
    }

    private static String refusal(Circumstances c, Mix mix) {
        boolean smooth = c.family().startsWith("squared_");
        if (!LOSSES.contains(c.family())) {
            return "is not translated for this loss";
        }
        if (smooth && c.intercept()) {
            return "penalises its intercept for this loss";
        }
        if (c.family().equals("squared_hinge")) {
            return mix == Mix.BOTH ? "has L1 or L2 for this loss, not both" : "";
        }
        return mix == Mix.RIDGE ? "" : "has no L1 for this loss";
    }

    private static String estimator(Circumstances c, Mix mix) {
        return switch (c.family()) {
            case "hinge" ->
                c.intercept()
                        ? "SVC(kernel=\"linear\", C={C})"
                        : "LinearSVC(C={C}, loss=\"hinge\", fit_intercept=False)";
            case "squared_hinge" ->
                "LinearSVC(C={C}" + (mix == Mix.LASSO ? ", penalty=\"l1\"" : "") + ", dual=False, fit_intercept=False)";
            case "svr" ->
                c.intercept()
                        ? "SVR(kernel=\"linear\", C={C}, epsilon=" + c.parameter() + ")"
                        : "LinearSVR(C={C}, epsilon=" + c.parameter() + ", fit_intercept=False)";
            default ->
                "LinearSVR(C={C}, epsilon=" + c.parameter()
                        + ", loss=\"squared_epsilon_insensitive\", dual=False, fit_intercept=False)";
        };
    }
}
