package dev.taut.run;

import java.util.List;
import java.util.Optional;

/**
 * Products of two columns: what the residuals of the main effects say of them, which entered, and what that gained.
 *
 * @param kind       none, auto, all or given
 * @param pairs      pairs that were tested; 0 if the loss knows no residual for each row
 * @param considered columns of the table whose pairs these are
 * @param eligible   columns of the table that could take part: numbers and categories
 * @param rows       training rows that were looked at: all, or some evenly taken
 * @param tests      pairs that entered, then those with the strongest evidence, together at most 30
 * @param gain       on the same folds against main effects alone; empty unless interactions were asked for and tuned
 * @param how        how hierarchy was kept and what was penalised, in one sentence; empty if nothing entered
 */
public record InteractionSummary(
        String kind,
        int pairs,
        int considered,
        int eligible,
        int rows,
        List<PairRow> tests,
        Optional<GainRow> gain,
        String how) {
    public InteractionSummary {
        tests = List.copyOf(tests);
    }

    /**
     * @param pair         {@code a:b}
     * @param entered      whether its products are in the design
     * @param p            of the score test after the main effects; NaN if it was not tested
     * @param adjusted     p times the number of pairs, at most 1
     * @param columns      its columns of the design; 0 unless it entered
     * @param standardized root of the sum of its squared standardized coefficients in the chosen model
     * @param selected     share of the fold fits, at this λ, in which it entered and was not zero; 0 unless it entered
     */
    public record PairRow(
            String pair,
            boolean entered,
            double p,
            double adjusted,
            int columns,
            double standardized,
            double selected) {}

    /**
     * @param metric  as in {@link Tuning}; smaller is better
     * @param with    mean over the folds with interactions, each judged at the λ that the others choose
     * @param without the same of main effects alone
     * @param gain    mean paired difference, positive if interactions help
     * @param low     lower end of its corrected 95 % interval
     * @param high    upper end
     */
    public record GainRow(String metric, double with, double without, double gain, double low, double high) {}
}
