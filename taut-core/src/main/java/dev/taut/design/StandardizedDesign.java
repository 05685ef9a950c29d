package dev.taut.design;

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
    public double dot(int column, double[] v, int offset) {
        return design.dot(column, centers[column], v, offset) / scales[column];
    }

    @Override
    public double dot(int column, double center, double[] v, int offset) {
        double raw = centers[column] + center * scales[column];
        return design.dot(column, raw, v, offset) / scales[column];
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        design.axpy(column, a / scales[column], centers[column], v, offset);
    }

    @Override
    public void axpy(int[] columns, double[] a, double[] shifts, int count, double[] v, int offset) {
        double[] raw = new double[count];
        double[] rawCenters = new double[count];
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            raw[k] = a[k] / scales[j];
            rawCenters[k] = centers[j] + shifts[k] * scales[j];
        }
        design.axpy(columns, raw, rawCenters, count, v, offset);
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        double scale = scales[column];
        return design.weightedSquares(column, centers[column] + center * scale, weights) / (scale * scale);
    }
}
