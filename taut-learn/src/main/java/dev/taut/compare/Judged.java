package dev.taut.compare;

import dev.taut.tuning.FoldFit;
import dev.taut.tuning.FoldLosses;
import dev.taut.tuning.Nested;
import dev.taut.tuning.Rule;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A tuned entry judged fold by fold at the variant and λ that the other folds of the same repeat choose, so that no
 * fold has a say in what it judges: the value of the curve at its own choice would be too good (Varma and Simon 2006;
 * Tibshirani and Tibshirani 2009).
 *
 * @param losses of each fold
 * @param sets   the features that each fold's fit keeps there
 */
record Judged(FoldLosses losses, List<Set<String>> sets) {
    /** By nested cross-validation, in which no fold has a say at all. */
    static Judged of(Nested nested) {
        return new Judged(nested.losses(), nested.sets());
    }

    /** Which variant and which λ. */
    private record Choice(int variant, int knot) {}

    /**
     * @param variants on the same folds
     * @param given    whether λ was given, so that there is but the variant to choose
     */
    static Judged of(List<Tuned> variants, Rule rule, boolean given) {
        Tuned first = variants.get(0);
        int folds = first.validation().plan().folds();
        int repeats = first.validation().plan().repeats();
        List<List<FoldFit>> fits =
                variants.stream().map(v -> v.validation().all()).toList();
        double[] losses = new double[folds * repeats];
        List<Set<String>> sets = new ArrayList<>();
        for (int f = 0; f < losses.length; f++) {
            int from = f / folds * folds;
            Choice choice = new Choice(0, 0);
            double least = Double.POSITIVE_INFINITY;
            for (int v = 0; v < fits.size(); v++) {
                Curve curve = Curve.of(fits.get(v), variants.get(v).count(), from, from + folds, f);
                int best = given ? variants.get(v).chosen() : curve.choose(Rule.MINIMUM);
                if (v == 0 || curve.means()[best] < least) {
                    least = curve.means()[best];
                    choice = new Choice(v, given ? best : curve.choose(rule));
                }
            }
            FoldFit fit = fits.get(choice.variant()).get(f);
            losses[f] = fit.test()[choice.knot()];
            sets.add(fit.kept().at(choice.knot()));
        }
        double[] weights = fits.get(0).stream().mapToDouble(FoldFit::weight).toArray();
        return new Judged(
                new FoldLosses(first.validation().plan(), first.validation().metric(), weights, losses),
                List.copyOf(sets));
    }

    /** Mean and standard error over some folds; NaN at a λ where the fold that is left out has no finite solution. */
    private record Curve(double[] means, double[] errors) {
        static Curve of(List<FoldFit> fits, int count, int from, int to, int left) {
            double[] means = new double[count];
            double[] errors = new double[count];
            double[] weights = new double[to - from];
            double[] losses = new double[to - from];
            for (int k = 0; k < count; k++) {
                for (int f = from; f < to; f++) {
                    weights[f - from] = f == left ? 0 : fits.get(f).weight();
                    losses[f - from] = f == left ? 0 : fits.get(f).test()[k];
                }
                means[k] = Double.isNaN(fits.get(left).test()[k]) ? Double.NaN : mean(weights, losses);
                errors[k] = error(weights, losses, means[k]);
            }
            return new Curve(means, errors);
        }

        int choose(Rule rule) {
            return rule.choose(means, errors);
        }

        private static double mean(double[] weights, double[] losses) {
            double sum = 0;
            for (int f = 0; f < losses.length; f++) {
                sum += weights[f] * losses[f];
            }
            return sum / Arrays.stream(weights).sum();
        }

        private static double error(double[] weights, double[] losses, double mean) {
            double sum = 0;
            for (int f = 0; f < losses.length; f++) {
                sum += weights[f] * (losses[f] - mean) * (losses[f] - mean);
            }
            return Math.sqrt(sum / Arrays.stream(weights).sum() / Math.max(1, losses.length - 2));
        }
    }
}
