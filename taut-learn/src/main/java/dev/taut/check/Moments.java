package dev.taut.check;

import dev.taut.data.NumericColumn;

/**
 * Count, mean, population standard deviation, smallest and largest of the finite cells of a column; NaN where there
 * are none.
 */
record Moments(int count, double mean, double sd, double min, double max) {
    static Moments of(NumericColumn column) {
        int count = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.size(); i++) {
            double v = column.value(i);
            if (Double.isFinite(v)) {
                count++;
                sum += v;
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
        }
        if (count == 0) {
            return new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = min == max ? min : sum / count;
        return new Moments(count, mean, Math.sqrt(squares(column, mean) / count), min, max);
    }

    /** Second pass about the mean, so that a small spread on a large mean keeps its digits. */
    private static double squares(NumericColumn column, double mean) {
        double sum = 0;
        for (int i = 0; i < column.size(); i++) {
            double d = column.value(i) - mean;
            if (Double.isFinite(d)) {
                sum += d * d;
            }
        }
        return sum;
    }
}
