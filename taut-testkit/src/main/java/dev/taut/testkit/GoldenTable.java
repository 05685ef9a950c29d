package dev.taut.testkit;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Source;
import dev.taut.data.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A small table and the coefficients that a reference program finds at one λ, columns as they are.
 *
 * @param weights    empty for equal weights
 * @param x          columns
 * @param y          numbers, or codes of classes in their order
 * @param intercepts one, or the thresholds of ordered classes
 * @param objective  loss, a weighted mean, and penalty
 */
public record GoldenTable(
        String name,
        Golden.Source source,
        String loss,
        String penalty,
        double lambda,
        double[] weights,
        double[][] x,
        double[] y,
        double[] intercepts,
        double[] beta,
        double objective) {
    /** Columns {@code x0}, {@code x1} …, the target {@code y} and the weights {@code w} if there are some. */
    public Dataset dataset() {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            columns.add(NumericColumn.of("x" + j, x[j]));
        }
        columns.add(NumericColumn.of("y", y));
        if (weights.length > 0) {
            columns.add(NumericColumn.of("w", weights));
        }
        Dataset data = Dataset.of(Table.of(new Source(name, "", "golden"), columns), "y");
        return weights.length > 0 ? data.weights("w") : data;
    }

    @Override
    public String toString() {
        return loss + ", " + name;
    }
}
