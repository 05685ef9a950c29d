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
 *                 block of rows per class with its probabilities
 * @param findings unseen levels (T0602), extrapolation (T0603) and the like
 */
public record Predictions(Task task, List<String> classes, int rows, double[] means, List<Finding> findings) {
    public Predictions {
        classes = List.copyOf(classes);
        findings = List.copyOf(findings);
    }

    /** The predicted mean, or the probability of the second class. */
    public double mean(int row) {
        return means[row];
    }

    /** The probability of a class. */
    public double probability(int row, int classIndex) {
        if (task == Task.BINARY) {
            return classIndex == 1 ? means[row] : 1 - means[row];
        }
        return means[classIndex * rows + row];
    }

    /** The index of the most probable class; of equally probable ones, the first. */
    public int classIndex(int row) {
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
