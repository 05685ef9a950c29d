package dev.taut.run;

import java.util.List;

/**
 * A kernel machine, of which there are no coefficients to show: what was chosen on which evidence, what it remembers, and
 * which columns its predictions hang on.
 *
 * @param kernel         {@code linear}, {@code rbf} or {@code poly}
 * @param gamma          γ of the kernel
 * @param degree         of a polynomial, 1 otherwise
 * @param constant       of a polynomial, 0 otherwise
 * @param c              C: what a violation costs, λ = 1/(nC)
 * @param epsilon        width of the tube in units of the target; 0 for classes
 * @param calibrated     whether class probabilities were calibrated
 * @param supportVectors training rows that the machine remembers
 * @param rule           min, 1se or given
 * @param grid           every candidate on the same folds
 * @param chosen         index into the grid
 * @param importances    columns, the one that matters most first; none without held-out rows
 */
public record KernelSummary(
        String kernel,
        double gamma,
        int degree,
        double constant,
        double c,
        double epsilon,
        boolean calibrated,
        int supportVectors,
        String rule,
        List<Candidate> grid,
        int chosen,
        List<Importance> importances) {
    public KernelSummary {
        grid = List.copyOf(grid);
        importances = List.copyOf(importances);
    }

    /**
     * A setting that was tried.
     *
     * @param mean          of the metric over all held-out folds
     * @param standardError its standard error over folds
     */
    public record Candidate(double c, double gamma, int degree, double mean, double standardError) {}

    /**
     * How much worse the metric gets on held-out rows when the column's values are dealt to them anew (Breiman 2001), on
     * average over {@code 5} deals.
     *
     * @param increase &gt; 0 if predictions hang on the column
     */
    public record Importance(String column, double increase) {}
}
