package dev.taut.summary;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.path.Knot;
import dev.taut.tuning.CrossValidation;
import dev.taut.tuning.Figures;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.List;

/** What a finished study has to say about itself. */
public final class StudyFindings {
    private StudyFindings() {}

    public static List<Finding> of(Tuned tuned) {
        List<Finding> findings = new ArrayList<>(tuned.validation().plan().findings());
        findings.addAll(curve(tuned, ""));
        overRegularized(tuned, findings);
        underfitting(tuned, findings);
        notCertified(tuned.path().path().knots(), tuned.chosen(), findings);
        return findings;
    }

    /**
     * What the curve says of the grid.
     *
     * @param whose put before the sentence, for one of several curves
     */
    public static List<Finding> curve(Tuned tuned, String whose) {
        List<Finding> findings = new ArrayList<>();
        edgeOfGrid(tuned, whose, findings);
        flat(tuned, whose, findings);
        return findings;
    }

    /** A smallest error that one standard error of its own does not tell from that of the strongest penalty. */
    private static void flat(Tuned tuned, String whose, List<Finding> findings) {
        if (tuned.count() < 2 || Tuned.isUnpenalised(tuned.spec())) {
            return;
        }
        int best = tuned.minimum();
        double least = tuned.validation().base(best);
        if (tuned.validation().base(0) - least <= tuned.validation().baseError(best)) {
            findings.add(Finding.of(
                            Code.FLAT_CURVE,
                            "lambda",
                            whose + "the curve is flat: "
                                    + Figures.of(tuned.validation().mean(best)) + " ± "
                                    + Figures.of(tuned.validation().error(best), 2) + " at its smallest, "
                                    + Figures.of(tuned.validation().mean(0)) + " at the strongest λ")
                    .because("the folds do not see that the features help: other features, or more rows, may")
                    .help("--repeats 5"));
        }
    }

    private static void edgeOfGrid(Tuned tuned, String whose, List<Finding> findings) {
        int last = tuned.count() - 1;
        boolean complete = tuned.path().path().ended().equals(dev.taut.path.LambdaPath.COMPLETE);
        boolean more = tuned.unpenalised().isPresent()
                && tuned.validation().mean(last + 1) >= tuned.validation().mean(last);
        if (tuned.count() > 1 && tuned.minimum() == last && complete && !more) {
            double lambda = tuned.knot(last).lambda();
            double ratio = lambda / tuned.path().path().lambdaMax() / 10;
            findings.add(Finding.of(
                            Code.EDGE_OF_GRID,
                            "lambda",
                            whose + "the best λ is the last one tried (" + Figures.of(lambda)
                                    + "): the curve has not turned up")
                    .help("--lambdas " + tuned.count() + ":" + Figures.of(ratio)));
        }
    }

    private static void overRegularized(Tuned tuned, List<Finding> findings) {
        Knot chosen = tuned.knot(tuned.chosen());
        int columns = tuned.path().path().features().size();
        if (chosen.coefficients().active() == 0 && columns > 0 && !Tuned.isUnpenalised(tuned.spec())) {
            findings.add(Finding.of(
                            Code.OVER_REGULARIZED,
                            "lambda",
                            "over-regularized: at λ = " + Figures.of(chosen.lambda())
                                    + " the model predicts the same for everyone (0 of " + columns + " kept)")
                    .because("λ max for this data is "
                            + Figures.of(tuned.path().path().lambdaMax()))
                    .help(
                            tuned.chosen() == tuned.oneStandardError() && tuned.minimum() != tuned.chosen()
                                    ? "--rule min keeps "
                                            + tuned.knot(tuned.minimum())
                                                    .coefficients()
                                                    .active()
                                            + "; its gain is within one standard error"
                                    : "drop --lambda and let tuning choose"));
        }
    }

    /**
     * A chosen λ stronger than every one within a standard error of the best: the model keeps something, but the folds see
     * that it could keep more.
     */
    private static void underfitting(Tuned tuned, List<Finding> findings) {
        CrossValidation curve = tuned.validation();
        int chosen = tuned.chosen();
        int best = tuned.minimum();
        boolean strong = chosen < best && curve.base(chosen) > curve.base(best) + curve.baseError(best);
        Knot knot = tuned.knot(chosen);
        if (!strong || knot.coefficients().active() == 0 || Tuned.isUnpenalised(tuned.spec())) {
            return;
        }
        double kept = knot.devianceExplained() / tuned.knot(best).devianceExplained();
        findings.add(Finding.of(
                        Code.OVER_REGULARIZED,
                        "lambda",
                        "over-regularized: λ = " + Figures.of(knot.lambda())
                                + " lies in the underfitting zone of the curve, "
                                + Figures.of(curve.mean(chosen)) + " where " + Figures.of(curve.mean(best)) + " ± "
                                + Figures.of(curve.error(best), 2) + " is possible at λ = "
                                + Figures.of(tuned.knot(best).lambda()))
                .because("on the training rows it explains " + Math.round(100 * kept)
                        + " % of what the λ with the smallest error explains")
                .help("--rule 1se instead of --lambda " + Figures.of(knot.lambda())));
    }

    /** Names knots whose gap was not proved, and says whether the chosen one was. */
    public static void notCertified(List<Knot> knots, int chosen, List<Finding> findings) {
        List<Knot> open =
                knots.stream().filter(k -> !k.certificate().converged()).toList();
        if (!open.isEmpty()) {
            Knot first = open.get(0);
            boolean fine = knots.get(chosen).certificate().converged();
            findings.add(Finding.of(
                            Code.NOT_CERTIFIED,
                            "lambda",
                            "λ = " + Figures.of(first.lambda()) + " stopped after "
                                    + first.certificate().epochs() + " epochs with gap "
                                    + Figures.of(first.certificate().relativeGap()))
                    .because("certified knots: " + (knots.size() - open.size()) + " of " + knots.size()
                            + "; the chosen λ = " + Figures.of(knots.get(chosen).lambda())
                            + (fine ? " is certified" : " is not"))
                    .help(fine ? "nothing needed, or --max-epochs 1e6" : "--max-epochs 1e6, or a larger --gap"));
        }
    }
}
