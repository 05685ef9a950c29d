package dev.taut;

import dev.taut.data.Task;
import dev.taut.finding.Finding;
import java.util.List;

/**
 * Predictions for some rows.
 *
 * @param task     what was predicted
 * @param classes  class names in model order; empty for numbers and counts
 * @param rows     how many
 * @param means    the mean for numbers and counts; the hazard relative to that of the training rows' mean for survival; the probability of the second class for two classes; otherwise one
 *                 block of rows per class with its probabilities. Of a margin loss, decision values: positive for the second class
 * @param margin   whether they are decision values, of which no probability is known
 * @param findings unseen levels (T0602), extrapolation (T0603) and the like
 */
public record Predictions(
        Task task, List<String> classes, int rows, double[] means, boolean margin, List<Finding> findings) {
    public Predictions {
        classes = List.copyOf(classes);
        findings = List.copyOf(findings);
    }

    /** The predicted mean, the probability of the second class, or the decision value. */
    public double mean(int row) {
        return means[row];
    }

    /**
     * The probability of a class.
     *
     * @throws IllegalStateException if the loss of the model is one of margins, which knows decision values only
     */
    public double probability(int row, int classIndex) {
        if (margin) {
            throw new IllegalStateException("the model predicts decision values and labels, not probabilities;"
                    + " a logistic loss predicts probabilities");
        }
        if (task == Task.BINARY) {
            return classIndex == 1 ? means[row] : 1 - means[row];
        }
        return means[classIndex * rows + row];
    }

    /** The index of the most probable class, or the one that the decision value is for; of equally probable ones, the first. */
    public int classIndex(int row) {
        if (margin) {
            return means[row] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < classes.size(); k++) {
            if (probability(row, k) > probability(row, best)) {
                best = k;
            }
        }
        return best;
    }

    /** The name of the most probable class. */
    public String label(int row) {
        return classes.get(classIndex(row));
    }
}
