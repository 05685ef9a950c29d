package dev.taut.testkit;

/**
 * Two numeric responses fitted side by side by scikit-learn, columns as they are.
 *
 * @param weights empty for equal weights
 * @param x       columns
 * @param y       one array per response
 * @param beta    one array per response
 */
public record GoldenResponses(
        String name,
        Golden.Source source,
        double l1Ratio,
        double lambda,
        double[] weights,
        double[][] x,
        double[][] y,
        double[] intercepts,
        double[][] beta,
        double objective) {
    @Override
    public String toString() {
        return name;
    }
}
