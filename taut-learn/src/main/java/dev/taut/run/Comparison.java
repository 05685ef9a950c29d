package dev.taut.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Several ways to fit on the same folds, with paired differences.
 *
 * @param metric       as in {@link Tuning}
 * @param folds        how many held-out folds all of them share, over all repeats
 * @param repeats      repeats of the cross-validation
 * @param purpose      any, predict, select or explain
 * @param rule         how λ was chosen: the word of a rule
 * @param baseline     the label that differences refer to, whose run and model this is
 * @param noModel      the metric of the model without features on the same folds
 * @param noModelError its standard error
 * @param rows         one per entry
 * @param clusters     correlated features, of those that are kept often enough to be looked at
 * @param advice       sentences that follow from the figures, quoting them
 * @param how          how the figures were made, in one sentence
 */
public record Comparison(
        String metric,
        int folds,
        int repeats,
        String purpose,
        String rule,
        String baseline,
        double noModel,
        double noModelError,
        List<Row> rows,
        List<Cluster> clusters,
        List<String> advice,
        String how) {
    public Comparison {
        rows = List.copyOf(rows);
        clusters = List.copyOf(clusters);
        advice = List.copyOf(advice);
    }

    /**
     * @param label           none, ridge, enet, lasso …
     * @param chosen          the penalty that was chosen if there was a choice, else the penalty: {@code enet 0.3}
     * @param l1Ratio         its share of L1
     * @param lambda          chosen on all folds
     * @param active          features with a coefficient other than zero, fitted to all training rows
     * @param mean            held-out metric, every fold at what the others choose
     * @param standardError   its standard error
     * @param holdout         the same metric on the held-out rows
     * @param difference      mean over folds of (this − baseline); positive is worse
     * @param differenceError its standard error, corrected for training sets that overlap
     * @param low             lower end of its interval; all intervals hold together with 95 %
     * @param high            upper end
     * @param verdict         a few words: within noise, better, worse, reference; or why there are no figures
     * @param simple          the same entry at its one-standard-error λ; empty if it could not be fitted
     * @param sets            the features that the folds keep; empty if it could not be fitted
     */
    public record Row(
            String label,
            String chosen,
            double l1Ratio,
            OptionalDouble lambda,
            int active,
            OptionalDouble mean,
            OptionalDouble standardError,
            OptionalDouble holdout,
            OptionalDouble difference,
            OptionalDouble differenceError,
            OptionalDouble low,
            OptionalDouble high,
            String verdict,
            Optional<Simple> simple,
            Optional<Sets> sets) {}

    /**
     * The one-standard-error λ of an entry.
     *
     * @param stability as {@link Sets#stability}
     */
    public record Simple(double lambda, int active, double mean, double standardError, OptionalDouble stability) {}

    /**
     * The sets of features that the folds keep.
     *
     * @param meanSize    features kept, on average
     * @param jaccard     mean over pairs of folds of the share of features in both among those in either
     * @param stability   agreement corrected for chance (Nogueira, Sechidis and Brown 2018), 1 at best; empty where every
     *     fold keeps everything, or nothing
     * @param together    clusters of which at least half the folds keep every feature
     * @param split       clusters of which at least half the folds keep some
     * @param frequencies share of folds that keep a feature, the most frequent first, at most 100
     */
    public record Sets(
            double meanSize,
            double jaccard,
            OptionalDouble stability,
            int together,
            int split,
            List<Frequency> frequencies) {
        public Sets {
            frequencies = List.copyOf(frequencies);
        }
    }

    /** Share of folds in which a feature is not zero. */
    public record Frequency(String feature, double share) {}

    /**
     * Features that move together.
     *
     * @param features    at most 20 of them
     * @param correlation the largest |r| among them
     */
    public record Cluster(List<String> features, double correlation) {
        public Cluster {
            features = List.copyOf(features);
        }
    }
}
