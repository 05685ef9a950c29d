package dev.taut.neural.model;

/** Mean and standard deviation of some numbers, over their count. */
record Spread(double mean, double deviation) {
    static Spread of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean) / values.length;
        }
        return new Spread(mean, Math.sqrt(square));
    }
}
