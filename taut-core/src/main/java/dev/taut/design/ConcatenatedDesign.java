package dev.taut.design;

import java.util.Arrays;
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
            Arrays.fill(partOf, start[k], start[k + 1], k);
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

    @Override
    public void read(int column, int from, int length, double[] out, int at) {
        part(column).read(local(column), from, length, out, at);
    }

    @Override
    public void axpy(int[] columns, double[] a, double[] centers, int count, double[] v, int offset) {
        runs(
                columns,
                count,
                (part, local, from, to) -> part.axpy(
                        local,
                        Arrays.copyOfRange(a, from, to),
                        Arrays.copyOfRange(centers, from, to),
                        to - from,
                        v,
                        offset));
    }

    @Override
    public void dot(int[] columns, double[] centers, int count, double[] v, int offset, double[] out) {
        runs(columns, count, (part, local, from, to) -> {
            double[] products = new double[to - from];
            part.dot(local, Arrays.copyOfRange(centers, from, to), to - from, v, offset, products);
            System.arraycopy(products, 0, out, from, to - from);
        });
    }

    private interface Run {
        void accept(Design part, int[] local, int from, int to);
    }

    /** Hands each run of neighbouring columns of one part to that part, so that its one-sweep forms are used. */
    private void runs(int[] columns, int count, Run run) {
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
            run.accept(parts[part], local, from, k);
        }
    }

    @Override
    public double weightedSquares(int column, double center, double[] weights) {
        return part(column).weightedSquares(local(column), center, weights);
    }
}
