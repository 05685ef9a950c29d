package dev.taut.testkit;

/**
 * The least objective of a loss with corners on one of the small problems of {@code svm.json}, not standardized.
 *
 * @param columns which data: those with this many columns
 * @param gap     the minimum lies in [objective − gap, objective]
 */
public record GoldenCorner(
        String loss,
        int columns,
        boolean weighted,
        boolean intercept,
        double l1Ratio,
        double lambda,
        double objective,
        double gap) {
    /** What the cases share; {@code x} is a list of columns. */
    public record Data(double[][] x, double[] classes, double[] numbers, double[] weights) {}
}
