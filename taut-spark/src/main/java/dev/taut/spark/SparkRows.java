package dev.taut.spark;

import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** From a row of features, label, weight and fold to the numbers that are summed. */
final class SparkRows {
    private SparkRows() {}

    static RowSums.Row of(Row row, int folds) {
        double[] features =
                row.isNullAt(0) ? new double[0] : row.<Vector>getAs(0).toArray();
        double[] numbers = Arrays.copyOf(features, features.length + 1);
        numbers[features.length] = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
        double weight = row.isNullAt(2) ? Double.NaN : row.getDouble(2);
        int fold = row.isNullAt(3) ? folds : row.getInt(3);
        return new RowSums.Row(numbers, fold >= folds && folds > 1 ? Double.NaN : weight, folds == 1 ? 0 : fold);
    }
}
