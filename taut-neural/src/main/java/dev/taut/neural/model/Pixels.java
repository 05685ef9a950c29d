package dev.taut.neural.model;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.neural.layer.Shape;
import dev.taut.recipe.FittedRecipe;
import java.util.ArrayList;
import java.util.List;

/** Images as tables: a row per image, a column per pixel and channel. */
public final class Pixels {
    private Pixels() {}

    /**
     * Inputs of images whose pixels these columns are, centred and scaled by the pixels of the training rows, one mean and one
     * deviation per channel.
     *
     * @throws Refused if a column is lacking, or does not hold numbers in every row
     */
    public static Inputs inputs(List<String> columns, Shape shape, Table training) {
        if (columns.size() != shape.size()) {
            throw new IllegalArgumentException(columns.size() + " columns are no image of " + shape);
        }
        int channels = shape.channels();
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        List<NumericColumn> pixels = columns(training, columns);
        for (int j = 0; j < pixels.size(); j++) {
            for (int i = 0; i < training.rows(); i++) {
                double value = pixels.get(j).value(i);
                sums[j % channels] += value;
                squares[j % channels] += value * value;
            }
        }
        double count = (double) training.rows() * shape.pixels();
        List<Double> centers = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            double mean = sums[c] / count;
            double variance = squares[c] / count - mean * mean;
            centers.add(mean);
            scales.add(variance > 0 ? Math.sqrt(variance) : 1);
        }
        return new Inputs(new FittedRecipe(List.of(), List.of(), false), columns, shape, centers, scales);
    }

    static float[] of(Table table, List<String> columns, List<Double> centers, List<Double> scales) {
        List<NumericColumn> pixels = columns(table, columns);
        int size = columns.size();
        float[] x = new float[Math.multiplyExact(table.rows(), size)];
        for (int j = 0; j < size; j++) {
            double center = centers.get(j % centers.size());
            double scale = scales.get(j % scales.size());
            for (int i = 0; i < table.rows(); i++) {
                x[i * size + j] = (float) ((pixels.get(j).value(i) - center) / scale);
            }
        }
        return x;
    }

    private static List<NumericColumn> columns(Table table, List<String> names) {
        List<NumericColumn> columns = new ArrayList<>();
        for (String name : names) {
            Column column = table.find(name)
                    .orElseThrow(() -> new Refused(Finding.of(
                            Code.COLUMN_LACKING, name, "the rows lack " + name(name) + ", a pixel of the image")));
            if (!(column instanceof NumericColumn numbers) || column.missing() > 0) {
                throw new Refused(Finding.of(
                        Code.TEXT_IN_NUMBERS,
                        name,
                        "pixel column " + name(name) + " does not hold a number in every row"));
            }
            columns.add(numbers);
        }
        return columns;
    }
}
