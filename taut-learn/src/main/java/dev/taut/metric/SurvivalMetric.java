package dev.taut.metric;

import dev.taut.loss.PartialLikelihood;
import dev.taut.loss.Target;
import dev.taut.loss.Ties;
import java.util.Arrays;

/** The metrics of survival, from predicted hazards relative to some baseline. */
final class SurvivalMetric {
    /** Twice minus the log partial likelihood (Efron) above saturation, per row. */
    static final MeanMetric DEVIANCE = new MeanMetric() {
        @Override
        public String name() {
            return "partial-deviance";
        }

        @Override
        public double[] losses(Scored scored) {
            double[] eta = Arrays.stream(scored.mean()).map(Math::log).toArray();
            double[] losses = PartialLikelihood.losses(target(scored), scored.weights(), eta, Ties.EFRON);
            return Arrays.stream(losses).map(loss -> 2 * loss).toArray();
        }

        @Override
        public double finish(double mean) {
            return mean;
        }
    };

    /**
     * P(the row with the higher hazard has the earlier event) over pairs of one stratum whose order is known, equal hazards counting
     * half (Harrell's C; Harrell, Lee and Mark 1996); NaN without such a pair.
     */
    static final Metric CONCORDANCE =
            new WholeMetric("concordance", Metric.Better.HIGHER, scored -> Concordance.of(target(scored), scored));

    private SurvivalMetric() {}

    static Target.Survival target(Scored scored) {
        if (scored.target() instanceof Target.Survival survival) {
            return survival;
        }
        throw new IllegalArgumentException("times and events are needed");
    }
}
