package dev.taut.neural.model;

import dev.taut.data.Table;
import dev.taut.design.Design;
import dev.taut.finding.Finding;
import dev.taut.neural.layer.Shape;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.MissingColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * How rows of a table become rows of a net. Features of a recipe are centred and divided by their deviation in training; pixels are
 * all treated alike, and keep their places.
 *
 * @param recipe  of features; without steps for pixels
 * @param pixels  the columns of an image, row by row, channels side by side; empty for features
 * @param shape   of a row
 * @param centers what is subtracted: one number per feature, or one per channel
 * @param scales  what the difference is divided by
 */
public record Inputs(FittedRecipe recipe, List<String> pixels, Shape shape, List<Double> centers, List<Double> scales) {
    public Inputs {
        pixels = List.copyOf(pixels);
        centers = List.copyOf(centers);
        scales = List.copyOf(scales);
    }

    /** Features of a recipe that was fitted to the very rows of this table. */
    public static Inputs features(FittedRecipe recipe, Table training) {
        Design design = recipe.encode(training).design();
        List<Double> centers = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        double[] column = new double[design.rows()];
        for (int j = 0; j < design.columns(); j++) {
            design.read(j, 0, column.length, column, 0);
            Spread spread = Spread.of(column);
            centers.add(spread.mean());
            scales.add(spread.deviation() > 0 ? spread.deviation() : 1);
        }
        return new Inputs(recipe, List.of(), Shape.flat(Math.max(1, design.columns())), centers, scales);
    }

    /** Rows × numbers of a row. */
    public record Rows(float[] x, List<Finding> findings) {}

    /**
     * The rows of a table.
     *
     * @throws dev.taut.finding.Refused if columns are lacking or hold what they did not hold in training
     */
    public Rows encode(Table table, MissingColumns missing) {
        if (!pixels.isEmpty()) {
            return new Rows(Pixels.of(table, pixels, centers, scales), List.of());
        }
        Encoded encoded = recipe.encode(table, missing);
        int p = shape.size();
        float[] x = new float[Math.multiplyExact(table.rows(), p)];
        double[] column = new double[table.rows()];
        for (int j = 0; j < encoded.design().columns(); j++) {
            encoded.design().read(j, 0, column.length, column, 0);
            for (int i = 0; i < column.length; i++) {
                x[i * p + j] = (float) ((column[i] - centers.get(j)) / scales.get(j));
            }
        }
        List<Finding> findings = new ArrayList<>(encoded.findings());
        findings.addAll(recipe.extrapolation(table));
        return new Rows(x, findings);
    }
}
