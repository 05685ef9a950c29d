package dev.taut.run;

import java.util.List;
import java.util.Optional;

/**
 * What predictions get wrong, and where.
 *
 * @param residuals        of numbers and counts; empty otherwise, and for times
 * @param precision        points of the precision-recall curve, the highest threshold first, at most 100; empty unless two
 *     classes
 * @param averagePrecision area under it as a step function; NaN without it
 * @param decisions        what to do at each price of a miss; empty unless probabilities of two classes
 * @param rootogram        how often each count came and was expected; empty unless counts
 */
public record Diagnosis(
        Optional<Residuals> residuals,
        List<PrecisionPoint> precision,
        double averagePrecision,
        List<Decision> decisions,
        List<CountBar> rootogram) {
    /** Of predictions that none of this applies to. */
    public static final Diagnosis NONE = new Diagnosis(Optional.empty(), List.of(), Double.NaN, List.of(), List.of());

    public Diagnosis {
        precision = List.copyOf(precision);
        decisions = List.copyOf(decisions);
        rootogram = List.copyOf(rootogram);
    }

    /**
     * Residuals: actual − predicted, for counts divided by the root of the prediction (Pearson).
     *
     * @param kind      raw or pearson
     * @param spread    root mean square
     * @param points    against predictions, for at most 300 rows evenly taken
     * @param bands     at most 10 groups of about equally many rows by prediction
     * @param quantiles of residuals / spread against those of a normal distribution, at most 41
     * @param curved    bands whose mean is further than two standard errors from 0
     * @param fanning   mean size in the third with the largest predictions over that in the third with the smallest
     * @param far       share of rows beyond 3 times the spread; 0.0027 if residuals are normal
     */
    public record Residuals(
            String kind,
            double spread,
            List<ResidualPoint> points,
            List<Band> bands,
            List<Quantile> quantiles,
            int curved,
            double fanning,
            double far) {
        public Residuals {
            points = List.copyOf(points);
            bands = List.copyOf(bands);
            quantiles = List.copyOf(quantiles);
        }
    }

    public record ResidualPoint(double predicted, double residual) {}

    /**
     * @param predicted     mean prediction
     * @param mean          mean residual
     * @param standardError of that mean
     * @param rootSize      mean of √|residual / spread|: the scale-location plot
     */
    public record Band(double predicted, double mean, double standardError, double rootSize, int rows) {}

    /**
     * @param low  lower end of the pointwise 95 % band of a normal sample of that size
     * @param high upper end
     */
    public record Quantile(double normal, double residual, double low, double high) {}

    public record PrecisionPoint(double recall, double precision) {}

    /**
     * Raising an alarm where a row's probability exceeds 1/(1 + missCost), which is right if probabilities are.
     *
     * @param missCost  what a missed positive costs when a false alarm costs 1
     * @param threshold 1/(1 + missCost)
     * @param alarms    share of rows with an alarm
     * @param recall    share of positives with one
     * @param precision share of alarms that are positives; NaN without alarms
     * @param cost      mean cost per row
     * @param never     mean cost if no alarm is ever raised
     * @param always    mean cost if one is raised for every row
     */
    public record Decision(
            double missCost,
            double threshold,
            double alarms,
            double recall,
            double precision,
            double cost,
            double never,
            double always) {}

    /**
     * @param count    the smallest of the bar's counts; bars are equally wide, and the last holds all larger ones
     * @param observed rows that have them
     * @param expected rows that the predictions let expect
     */
    public record CountBar(int count, double observed, double expected) {}
}
