package dev.taut.metric;

/**
 * finish(Σwᵢℓᵢ / Σwᵢ), smaller being better: a metric that every row adds its loss to, so that folds can be pooled and
 * two models compared row by row.
 */
public interface MeanMetric extends Metric {
    /** The loss of each row, not weighted. */
    double[] losses(Scored scored);

    /** The metric from the weighted mean of the losses: the square root for RMSE, the mean itself for most. */
    double finish(double mean);

    @Override
    default Better better() {
        return Better.LOWER;
    }

    @Override
    default double of(Scored scored) {
        return finish(scored.average(losses(scored)));
    }
}
