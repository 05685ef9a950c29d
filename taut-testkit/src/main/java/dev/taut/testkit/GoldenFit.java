package dev.taut.testkit;

import java.util.List;
import java.util.Map;

/**
 * A fit on a real data file by another program, with intercept, penalty on standardized columns.
 *
 * @param positive the target's text that counts as 1, empty where the target is numeric
 * @param classes  the target's texts in the order of their codes, for the multinomial loss
 * @param rows     {@code column=value}: the rows of the fit; empty for all
 * @param exposure the column whose logarithm is the offset, empty for none
 * @param columns  the design: a numeric column by its name, an indicator as {@code name=level}; empty for every
 *                 column but the target and the one that selects rows
 */
public record GoldenFit(
        String name,
        String file,
        Golden.Source source,
        String loss,
        String penalty,
        double l1Ratio,
        String target,
        String positive,
        List<String> classes,
        String rows,
        String exposure,
        List<String> columns,
        double lambdaMax,
        List<Solution> solutions) {
    public GoldenFit {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
        solutions = List.copyOf(solutions);
    }

    /**
     * The solution at one λ.
     *
     * @param beta     per output, the coefficients that are not zero, by column, for raw columns
     * @param deviance twice the log-likelihood lost against the saturated model, summed over rows
     */
    public record Solution(
            double lambda,
            double[] intercept,
            List<Map<String, Double>> beta,
            double objective,
            double deviance,
            double worstKkt) {}

    @Override
    public String toString() {
        return name;
    }
}
