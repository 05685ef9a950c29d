package dev.taut.testkit.matrix;

import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.testkit.matrix.LossFormula.Rows;
import dev.taut.testkit.matrix.Observed.Kind;

/** The losses by their definitions: every name of {@link Losses} at least once. */
enum LossCase {
    SQUARED("squared", Kind.NUMBERS, new Rows((y, e) -> (y - e) * (y - e) / 2, (y, e) -> e - y)),
    LOGISTIC(
            "logistic",
            Kind.SECOND_CLASS_OR_NOT,
            new Rows((y, e) -> logOnePlusExp(e) - y * e, (y, e) -> 1 / (1 + Math.exp(-e)) - y)),
    PROBIT(
            "probit",
            Kind.SECOND_CLASS_OR_NOT,
            new Rows(
                    (y, e) -> y == 1 ? -NormalFormula.log(e) : -NormalFormula.log(-e),
                    (y, e) -> y == 1 ? -NormalFormula.slopeOfLog(e) : NormalFormula.slopeOfLog(-e))),
    CLOGLOG(
            "cloglog",
            Kind.SECOND_CLASS_OR_NOT,
            new Rows(
                    (y, e) -> y == 1 ? -Math.log(-Math.expm1(-Math.exp(e))) : Math.exp(e),
                    (y, e) -> y == 1 ? -Math.exp(e) / Math.expm1(Math.exp(e)) : Math.exp(e))),
    MULTINOMIAL("multinomial", Kind.THREE_CLASSES, new LossFormula.Softmax()),
    POISSON("poisson", Kind.COUNTS, new Rows((y, e) -> Math.exp(e) - y * e, (y, e) -> Math.exp(e) - y)),
    GAMMA("gamma", Kind.AMOUNTS, new Rows((y, e) -> e + y * Math.exp(-e), (y, e) -> 1 - y * Math.exp(-e))),
    TWEEDIE(
            "tweedie:1.5",
            Kind.AMOUNTS_OR_NOTHING,
            new Rows(
                    (y, e) -> 2 * Math.exp(e / 2) + 2 * y * Math.exp(-e / 2),
                    (y, e) -> Math.exp(e / 2) - y * Math.exp(-e / 2))),
    NEGATIVE_BINOMIAL(
            "negbin:2",
            Kind.COUNTS,
            new Rows(
                    (y, e) -> (y + 2) * Math.log1p(Math.exp(e) / 2) - y * e,
                    (y, e) -> (y + 2) * Math.exp(e) / (2 + Math.exp(e)) - y)),
    HUBER(
            "huber:0.5",
            Kind.NUMBERS,
            new Rows(
                    (y, e) -> Math.abs(y - e) <= 0.5 ? (y - e) * (y - e) / 2 : 0.5 * Math.abs(y - e) - 0.125,
                    (y, e) -> Math.max(-0.5, Math.min(0.5, e - y)))),
    ROOT_MEAN_SQUARE("sqrt", Kind.NUMBERS, new LossFormula.RootMeanSquare()),
    SCALED_HUBER("scaled_huber:1.35", Kind.NUMBERS, new LossFormula.HuberAndScale(1.35)),
    RESPONSES("responses", Kind.TWO_RESPONSES, new Rows((y, e) -> (y - e) * (y - e) / 2, (y, e) -> e - y)),
    ORDINAL("ordinal", Kind.CLASSES_IN_ORDER, new LossFormula.ProportionalOdds()),
    COX("cox", Kind.SURVIVAL, new PartialLikelihoodFormula(false)),
    COX_LATE("cox", Kind.SURVIVAL_WITH_LATE_ENTRIES_AND_STRATA, new PartialLikelihoodFormula(false)),
    COX_EFRON("cox-efron", Kind.SURVIVAL, new PartialLikelihoodFormula(true)),
    COX_EFRON_LATE("cox-efron", Kind.SURVIVAL_WITH_LATE_ENTRIES_AND_STRATA, new PartialLikelihoodFormula(true)),
    HINGE(
            "hinge",
            Kind.SECOND_CLASS_OR_NOT,
            new Rows((y, e) -> Math.max(0, 1 - (2 * y - 1) * e), (y, e) -> (2 * y - 1) * e < 1 ? 1 - 2 * y : 0)),
    SQUARED_HINGE(
            "squared_hinge",
            Kind.SECOND_CLASS_OR_NOT,
            new Rows(
                    (y, e) -> Math.pow(Math.max(0, 1 - (2 * y - 1) * e), 2),
                    (y, e) -> -2 * (2 * y - 1) * Math.max(0, 1 - (2 * y - 1) * e))),
    QUANTILE(
            "quantile:0.3",
            Kind.NUMBERS,
            new Rows((y, e) -> y > e ? 0.3 * (y - e) : 0.7 * (e - y), (y, e) -> y > e ? -0.3 : 0.7)),
    SUPPORT_VECTOR_REGRESSION(
            "svr:0.25",
            Kind.NUMBERS,
            new Rows(
                    (y, e) -> Math.max(0, Math.abs(y - e) - 0.25),
                    (y, e) -> Math.abs(y - e) > 0.25 ? Math.signum(e - y) : 0)),
    SQUARED_SUPPORT_VECTOR_REGRESSION(
            "squared_svr:0.25",
            Kind.NUMBERS,
            new Rows(
                    (y, e) -> Math.pow(Math.max(0, Math.abs(y - e) - 0.25), 2),
                    (y, e) -> 2 * Math.max(0, Math.abs(y - e) - 0.25) * Math.signum(e - y)));

    private final String named;
    private final Kind kind;
    private final LossFormula formula;

    LossCase(String named, Kind kind, LossFormula formula) {
        this.named = named;
        this.kind = kind;
        this.formula = formula;
    }

    private static double logOnePlusExp(double e) {
        return Math.max(e, 0) + Math.log1p(Math.exp(-Math.abs(e)));
    }

    /** The name on the command line, with its parameter. */
    String named() {
        return named;
    }

    String family() {
        return Losses.family(named);
    }

    Kind kind() {
        return kind;
    }

    LossFormula formula() {
        return formula;
    }

    boolean hasIntercept() {
        return Losses.named(named).hasIntercept();
    }

    /** Whether solutions are where a gradient vanishes: with corners, several slopes are as good at λ max. */
    boolean isSmooth() {
        return Losses.named(named) instanceof SmoothLoss;
    }

    /** Whether a row of weight k is the same as k rows: for Efron's ties, the k rows would be tied with each other. */
    boolean countsWeights() {
        return !family().equals("cox-efron");
    }
}
