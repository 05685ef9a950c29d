package dev.taut.design;

import java.util.List;

/** [X₁ X₂ … Xₘ]: the columns of several designs side by side, each kept as it is, dense beside sparse. */
public final class ConcatenatedDesign implements Design {
    private final int rows;
    private final Design[] parts;
    /** First column of each part, and the number of all columns at the end. */
    private final int[] start;
    /** Part of each column. */
    private final int[] partOf;

    private ConcatenatedDesign(int rows, Design[] parts) {
        this.rows = rows;
        this.parts = parts;
        this.start = new int[parts.length + 1];
        for (int k = 0; k < parts.length; k++) {
            start[k + 1] = Math.addExact(start[k], parts[k].columns());
        }
        this.partOf = new int[start[parts.length]];
        for (int k = 0; k < parts.length; k++) {
            java.util.Arrays.fill(partOf, start[k], start[k + 1], k);
        }
    }

    /**
     * The designs side by side, in this order.
     *
     * @param rows number of rows of every part
     * @throws IllegalArgumentException if a part has another number of rows
     */
    public static ConcatenatedDesign of(int rows, List<Design> parts) {
        for (Design part : parts) {
            if (part.rows() != rows) {
                throw new IllegalArgumentException("a part has " + part.rows() + " rows, expected " + rows);
            }
        }
        return new ConcatenatedDesign(rows, parts.toArray(Design[]::new));
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return partOf.length;
    }

    @Override
    public long nonZeros() {
        long sum = 0;
        for (Design part : parts) {
            sum += part.nonZeros();
        }
        return sum;
    }

    private Design part(int column) {
        return parts[partOf[column]];
    }

    private int local(int column) {
        return column - start[partOf[column]];
    }

    @Override
    public double dot(int column, double[] v, int offset) {
        return part(column).dot(local(column), v, offset);
    }

    @Override
    public double dot(int column, double center, double[] v, int offset) {
        return part(column).dot(local(column), center, v, offset);
    }

    @Override
    public void axpy(int column, double a, double[] v, int offset) {
        part(column).axpy(local(column), a, v, offset);
    }

    @Override
    public void axpy(int column, double a, double center, double[] v, int offset) {
        part(column).axpy(local(column), a, center, v, offset);
    }

    /** Hands each run of neighbouring columns of one part to that part, so that its one-sweep form is used. */
    @Override
    public void axpy(int[] columns, double[] a, double[] centers, int count, double[] v, int offset) {
        int k = 0;
        while (k < count) {
            int from = k;
            int part = partOf[columns[from]];
            while (k < count && partOf[columns[k]] == part) {
                k++;
            }
            int[] local = new int[k - from];
            for (int i = from; i < k; i++) {
                local[i - from] = local(columns[i]);
            }
            double[] runA = java.util.Arrays.copyOfRange(a, from, k);
            double[] runCenters = java.util.Arrays.copyOfRange(centers, from, k);
            parts[part].axpy(local, runA, runCenters, k - from, v, offset);
        }
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        return part(column).weightedSquares(local(column), center, weights);
    }
}
