package dev.taut.metric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The metrics that only all rows together have. */
record WholeMetric(String name, Better better, ToDoubleFunction<Scored> value) implements Metric {
    /** 1 − Σw(y−m)² / Σw(y−ȳ)², ȳ being the weighted mean of these rows; NaN if all y are equal. */
    static final Metric R2 = higher("r2", s -> explained(s, RowMetric.SQUARED));

    /** Share of rows whose most probable class came true. */
    static final Metric ACCURACY = higher("accuracy", s -> Confusion.of(s).accuracy());

    /** Mean F1 over the classes that occur or are predicted, each counting once. */
    static final Metric MACRO_F1 = higher("macro-f1", s -> Confusion.of(s).macroF1());

    /** Correlation of predicted and true classes (Matthews 1975; Gorodkin 2004 for more than two); 0 if either is constant. */
    static final Metric MCC = higher("mcc", s -> Confusion.of(s).correlation());

    /** P(score of a row of the second class > one of the first), ties counting half; NaN if a class is lacking. */
    static final Metric AUC = higher("auc", s -> Ranking.of(s).area());

    /** 1 − D(m) / D(ȳ) with the mean deviances of a family; NaN if all y are equal. */
    static Metric devianceExplained(MeanMetric deviance) {
        return higher("deviance-explained", s -> explained(s, deviance));
    }

    /** Σw·d(y, m): the residual deviance of a regression of a family. */
    static Metric totalDeviance(MeanMetric deviance) {
        return new WholeMetric(
                "total-deviance",
                Better.LOWER,
                s -> deviance.of(s) * Arrays.stream(s.weights()).sum());
    }

    private static Metric higher(String name, ToDoubleFunction<Scored> value) {
        return new WholeMetric(name, Better.HIGHER, value);
    }

    @Override
    public double of(Scored scored) {
        return value.applyAsDouble(scored);
    }

    private static double explained(Scored scored, MeanMetric deviance) {
        double[] y = scored.target().numbers();
        boolean equal = IntStream.range(0, y.length)
                        .filter(i -> scored.weights()[i] > 0)
                        .mapToDouble(i -> y[i])
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
        if (equal) {
            return Double.NaN;
        }
        double[] constant = new double[y.length];
        Arrays.fill(constant, scored.average(y));
        return 1 - deviance.of(scored) / deviance.of(scored.with(constant));
    }
}
