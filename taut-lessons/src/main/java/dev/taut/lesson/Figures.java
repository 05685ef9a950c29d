package dev.taut.lesson;

import dev.taut.LinearModel;
import dev.taut.data.Table;
import java.util.Locale;

/** Figures as lessons write them. */
final class Figures {
    private Figures() {}

    /** Three decimals. */
    static String of(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Three significant digits, as short as they get. */
    static String brief(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** The coefficient of a feature; 0 if the model leaves it out. */
    static double coefficient(LinearModel model, String feature) {
        return model.coefficients().stream()
                .filter(term -> term.feature().equals(feature))
                .mapToDouble(LinearModel.Term::value)
                .sum();
    }

    /** The mean squared error of a model's predictions of a numeric column. */
    static double squaredError(LinearModel model, Table rows, double[] truth) {
        var predictions = model.predict(rows);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            double error = predictions.mean(i) - truth[i];
            sum += error * error;
        }
        return sum / truth.length;
    }
}
