package dev.taut.metric;

import dev.taut.loss.Target;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The metrics that are means of row losses.
 *
 * @param loss     the loss of each row
 * @param finisher what becomes of the mean loss
 */
record RowMetric(String name, Function<Scored, double[]> loss, DoubleUnaryOperator finisher) implements MeanMetric {
    /** Probabilities are kept this far from 0 and 1, so that one certain error does not make the mean infinite. */
    static final double CLIP = 1e-15;

    /** √(Σw(y−m)² / Σw). */
    static final MeanMetric RMSE = new RowMetric("rmse", RowMetric::squares, Math::sqrt);

    /** Σw|y−m| / Σw. */
    static final MeanMetric MAE = mean("mae", s -> each(s, (y, m) -> Math.abs(y - m)));

    /** Σw(y−m)² / Σw: the mean deviance of the normal distribution with variance 1. */
    static final MeanMetric SQUARED = mean("deviance", RowMetric::squares);

    /** Minus the mean log-probability of the class that came true. */
    static final MeanMetric LOG_LOSS = mean("log-loss", RowMetric::logLoss);

    /** Twice the log-loss. */
    static final MeanMetric BINOMIAL = mean("deviance", s -> doubled(logLoss(s)));

    /** Mean squared error of the probabilities, summed over classes if there are three or more (Brier 1950). */
    static final MeanMetric BRIER = mean("brier", RowMetric::brier);

    /** Mean of 2(y log(y/m) − (y−m)); infinite where a mean of 0 meets a count above 0. */
    static final MeanMetric POISSON = mean("deviance", s -> each(s, Deviances::poisson));

    /** Mean of a family's unit deviances. */
    static MeanMetric deviance(DoubleBinaryOperator unit) {
        return mean("deviance", s -> each(s, unit));
    }

    /** Mean of the Huber loss. */
    static MeanMetric huber(double delta) {
        return mean("huber-loss", s -> each(s, (y, m) -> Deviances.huber(y, m, delta)));
    }

    /** Mean of max(τ(y − m), (τ − 1)(y − m)). */
    static MeanMetric pinball(double level) {
        return mean("pinball-loss", s -> each(s, (y, m) -> Math.max(level * (y - m), (level - 1) * (y - m))));
    }

    /** Mean of max(0, |y − m| − ε). */
    static MeanMetric insensitive(double epsilon) {
        return mean("svr-loss", s -> each(s, (y, m) -> Math.max(0, Math.abs(y - m) - epsilon)));
    }

    /** Mean of max(0, |y − m| − ε)². */
    static MeanMetric squaredInsensitive(double epsilon) {
        return mean(
                "squared-svr-loss",
                s -> each(s, (y, m) -> {
                    double excess = Math.max(0, Math.abs(y - m) - epsilon);
                    return excess * excess;
                }));
    }

    /** Mean of max(0, 1 − sη), s = 2y − 1, of decision values η. */
    static final MeanMetric HINGE = mean("hinge-loss", s -> each(s, RowMetric::shortfall));

    /** Mean of max(0, 1 − sη)². */
    static final MeanMetric SQUARED_HINGE = mean(
            "squared-hinge-loss",
            s -> each(s, (y, value) -> {
                double v = shortfall(y, value);
                return v * v;
            }));

    /** Mean number of classes between the most probable class and the true one. */
    static final MeanMetric CLASS_DISTANCE = mean("class-distance", RowMetric::classDistance);

    private static double[] classDistance(Scored scored) {
        int[] codes = scored.classes().codes();
        int[] predicted = scored.predicted();
        double[] distances = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            distances[i] = Math.abs(codes[i] - predicted[i]);
        }
        return distances;
    }

    private static double shortfall(double y, double value) {
        return Math.max(0, 1 - (2 * y - 1) * value);
    }

    private static MeanMetric mean(String name, Function<Scored, double[]> loss) {
        return new RowMetric(name, loss, DoubleUnaryOperator.identity());
    }

    @Override
    public double[] losses(Scored scored) {
        return loss.apply(scored);
    }

    @Override
    public double finish(double mean) {
        return finisher.applyAsDouble(mean);
    }

    private static double[] each(Scored scored, DoubleBinaryOperator loss) {
        double[] y = scored.target().numbers();
        for (int i = 0; i < y.length; i++) {
            y[i] = loss.applyAsDouble(y[i], scored.mean()[i]);
        }
        return y;
    }

    private static double[] squares(Scored scored) {
        return each(scored, (y, m) -> (y - m) * (y - m));
    }

    private static double clipped(double probability) {
        return Math.max(CLIP, Math.min(1 - CLIP, probability));
    }

    private static double[] logLoss(Scored scored) {
        double[] mean = scored.probabilities("log-loss");
        if (!(scored.target() instanceof Target.Classes classes) || classes.count() <= 2) {
            return each(scored, (y, p) -> -(y * Math.log(clipped(p)) + (1 - y) * Math.log1p(-clipped(p))));
        }
        double[] losses = new double[scored.rows()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = -Math.log(clipped(mean[classes.codes()[i] * losses.length + i]));
        }
        return losses;
    }

    private static double[] brier(Scored scored) {
        double[] mean = scored.probabilities("brier");
        if (!(scored.target() instanceof Target.Classes classes) || classes.count() <= 2) {
            return squares(scored);
        }
        double[] losses = new double[scored.rows()];
        for (int k = 0; k < classes.count(); k++) {
            for (int i = 0; i < losses.length; i++) {
                double error = (classes.codes()[i] == k ? 1 : 0) - mean[k * losses.length + i];
                losses[i] += error * error;
            }
        }
        return losses;
    }

    private static double[] doubled(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= 2;
        }
        return values;
    }
}
