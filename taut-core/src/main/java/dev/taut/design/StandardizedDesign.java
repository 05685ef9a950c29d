package dev.taut.design;

import dev.taut.kernel.Vectors;
import java.util.Arrays;
import java.util.Optional;

/** The view x̃ⱼ = (xⱼ − centerⱼ) / scaleⱼ of a design; nothing is copied and a sparse design stays sparse. */
public final class StandardizedDesign implements Design {
    private final Design design;
    private final double[] centers;
    private final double[] scales;

    private StandardizedDesign(Design design, double[] centers, double[] scales) {
        this.design = design;
        this.centers = centers;
        this.scales = scales;
    }

    public static StandardizedDesign of(Design design, Standardization standardization) {
        return new StandardizedDesign(design, standardization.centers(), standardization.scales());
    }

    @Override
    public int rows() {
        return design.rows();
    }

    @Override
    public int columns() {
        return design.columns();
    }

    @Override
    public long nonZeros() {
        return design.nonZeros();
    }

    @Override
    public Optional<SparseColumns> sparse() {
        return design.sparse().filter(c -> isRaw(c)).map(c -> c.view(centers, scales));
    }

    private static boolean isRaw(SparseColumns columns) {
        return Arrays.stream(columns.centers()).allMatch(c -> c == 0)
                && Arrays.stream(columns.scales()).allMatch(s -> s == 1);
    }

    @Override
    public double dot(int column, double[] v, int offset) {
        return design.dot(column, centers[column], v, offset) / scales[column];
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        design.axpy(column, a / scales[column], centers[column], v, offset);
    }

    @Override
    public void axpy(int[] columns, double[] a, double[] shifts, int count, double[] v, int offset) {
        double[] raw = new double[count];
        double[] rawCenters = new double[count];
        double shift = 0;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            raw[k] = a[k] / scales[j];
            rawCenters[k] = centers[j];
            shift -= a[k] * shifts[k];
        }
        design.axpy(columns, raw, rawCenters, count, v, offset);
        if (shift != 0) {
            Vectors.add(shift, v, offset, rows());
        }
    }

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        design.read(column, from, length, out, at);
        for (int i = at; i < at + length; i++) {
            out[i] = (out[i] - centers[column]) / scales[column];
        }
    }

    @Override
    public void dot(int[] columns, double[] shifts, int count, double[] v, int offset, double[] out) {
        double[] rawCenters = new double[count];
        boolean shifted = false;
        for (int k = 0; k < count; k++) {
            rawCenters[k] = centers[columns[k]];
            shifted |= shifts[k] != 0;
        }
        design.dot(columns, rawCenters, count, v, offset, out);
        double sum = shifted ? Vectors.sum(v, offset, rows()) : 0;
        for (int k = 0; k < count; k++) {
            out[k] = out[k] / scales[columns[k]] - (shifted ? shifts[k] * sum : 0);
        }
    }

    @Override
    public double[][] gram(int[] columns, double[] shifts, int from, double[] weights) {
        if (Arrays.stream(shifts).anyMatch(c -> c != 0)) {
            return Design.super.gram(columns, shifts, from, weights);
        }
        double[] rawCenters = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            rawCenters[k] = centers[columns[k]];
        }
        double[][] products = design.gram(columns, rawCenters, from, weights);
        for (int i = from; i < columns.length; i++) {
            double[] row = products[i - from];
            for (int j = 0; j <= i; j++) {
                row[j] /= scales[columns[i]] * scales[columns[j]];
            }
        }
        return products;
    }

    @Override
    public double[] weightedSquares(double[] shifts, double[] weights) {
        if (Arrays.stream(shifts).anyMatch(c -> c != 0)) {
            return Design.super.weightedSquares(shifts, weights);
        }
        double[] squares = design.weightedSquares(centers, weights);
        for (int j = 0; j < squares.length; j++) {
            squares[j] /= scales[j] * scales[j];
        }
        return squares;
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        double scale = scales[column];
        double squares = design.weightedSquares(column, centers[column], weights) / (scale * scale);
        if (center == 0) {
            return squares;
        }
        // Expanded about the own center: a raw center of centerⱼ + center·scaleⱼ would round away small scales.
        double mean = dot(column, weights, 0);
        return squares - 2 * center * mean + center * center * Vectors.sum(weights, 0, rows());
    }
}
