package dev.taut.metric;

import dev.taut.run.Diagnosis.Decision;
import dev.taut.run.Diagnosis.PrecisionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What thresholds on two classes catch and cost. */
final class DecisionFigures {
    private static final double[] MISS_COSTS = {0.2, 1, 2, 5, 10, 20};
    private static final int POINTS = 100;

    private DecisionFigures() {}

    static List<Decision> decisions(Scored model) {
        return DoubleStream.of(MISS_COSTS)
                .mapToObj(cost -> decision(model, cost))
                .toList();
    }

    private static Decision decision(Scored model, double missCost) {
        double threshold = 1 / (1 + missCost);
        double[] p = model.mean();
        double[] y = model.target().numbers();
        double all = 0;
        double positives = 0;
        double alarms = 0;
        double caught = 0;
        for (int i = 0; i < p.length; i++) {
            double w = model.weights()[i];
            all += w;
            positives += w * y[i];
            alarms += p[i] > threshold ? w : 0;
            caught += p[i] > threshold ? w * y[i] : 0;
        }
        return new Decision(
                missCost,
                threshold,
                alarms / all,
                caught / positives,
                caught / alarms,
                (alarms - caught + missCost * (positives - caught)) / all,
                missCost * positives / all,
                (all - positives) / all);
    }

    /** Precision and recall of every threshold, at most 100 points evenly taken by recall; none if a class is lacking. */
    static List<PrecisionPoint> precision(Ranking ranking) {
        double[] positive = ranking.positive();
        double[] negative = ranking.negative();
        double all = positive[positive.length - 1];
        if (!(all > 0 && negative[negative.length - 1] > 0)) {
            return List.of();
        }
        List<PrecisionPoint> points = new ArrayList<>();
        double next = 0;
        for (int i = 1; i < positive.length; i++) {
            double recall = positive[i] / all;
            if (recall >= next || i == positive.length - 1) {
                points.add(new PrecisionPoint(recall, positive[i] / (positive[i] + negative[i])));
                next = recall + 1.0 / POINTS;
            }
        }
        return points;
    }

    /** Σ (recall − recall before) · precision over all thresholds; NaN if a class is lacking. */
    static double averagePrecision(Ranking ranking) {
        double[] positive = ranking.positive();
        double[] negative = ranking.negative();
        double sum = 0;
        for (int i = 1; i < positive.length; i++) {
            double precision = positive[i] / (positive[i] + negative[i]);
            sum += (positive[i] - positive[i - 1]) * precision;
        }
        return negative[negative.length - 1] > 0 ? sum / positive[positive.length - 1] : Double.NaN;
    }
}
