package dev.taut.solver;

import dev.taut.design.Design;
import dev.taut.kernel.Vectors;
import dev.taut.loss.Datafit;
import java.util.Arrays;

/**
 * H = X̃ᵀ∇²F(η)X̃ restricted to the coordinates met so far, at one reference η; X̃ is the design, block by block, with a
 * column of ones per output for the intercepts.
 *
 * <p>For the squared loss the reference never ages. For other losses the solver keeps the model as long as it contracts
 * well enough and then {@linkplain #refresh takes a new reference}.
 */
final class CurvatureModel {
    private final Design design;
    private final Datafit datafit;
    private final int blocks;
    private final int[] position;
    private int[] coordinates = new int[16];
    private double[][] h = new double[16][16];
    private int size;
    private double[] reference = new double[0];
    private final double[] weight;
    private double trace;
    private boolean fresh;

    CurvatureModel(Design design, Datafit datafit) {
        this.design = design;
        this.datafit = datafit;
        this.blocks = design.columns() * datafit.outputs();
        this.position = new int[blocks + datafit.outputs()];
        Arrays.fill(position, -1);
        this.weight = new double[design.rows() * datafit.outputs()];
    }

    int size() {
        return size;
    }

    /** The coordinate at a position; those from p·K on are intercepts. */
    int coordinate(int at) {
        return coordinates[at];
    }

    boolean has(int coordinate) {
        return position[coordinate] >= 0;
    }

    int position(int coordinate) {
        return position[coordinate];
    }

    /** Row of H at a position; its first {@link #size()} entries count. */
    double[] row(int at) {
        return h[at];
    }

    /** Whether the reference is the η of the last {@link #refresh}, not yet moved from. */
    boolean isFresh() {
        return fresh;
    }

    void age() {
        fresh = false;
    }

    boolean isEmpty() {
        return reference.length == 0;
    }

    /** Forgets everything and takes a new reference. */
    void refresh(double[] eta) {
        reference = eta.clone();
        datafit.curvature(reference, weight);
        trace = Vectors.sum(weight, 0, weight.length);
        for (int i = 0; i < size; i++) {
            position[coordinates[i]] = -1;
        }
        size = 0;
        fresh = true;
    }

    /** Mean curvature at η over mean curvature at the reference: one number that keeps an old model useful. */
    double scaleAt(double[] curvature) {
        double now = Vectors.sum(curvature, 0, curvature.length);
        double ratio = now / trace;
        return ratio > 0 && Double.isFinite(ratio) ? ratio : 1;
    }

    /** Adds a coordinate: one product with ∇²F and one pass over the columns already there. */
    void add(int coordinate) {
        if (has(coordinate)) {
            return;
        }
        grow();
        double[] product = curvatureTimesColumn(coordinate);
        coordinates[size] = coordinate;
        position[coordinate] = size;
        size++;
        double[] row = h[size - 1];
        for (int i = 0; i < size; i++) {
            double value = dot(coordinates[i], product);
            row[i] = value;
            h[i][size - 1] = value;
        }
    }

    private double[] curvatureTimesColumn(int coordinate) {
        double[] column = new double[weight.length];
        axpy(coordinate, 1, column);
        if (datafit.outputs() == 1) {
            for (int i = 0; i < column.length; i++) {
                column[i] *= weight[i];
            }
            return column;
        }
        double[] product = new double[weight.length];
        datafit.curvatureTimes(reference, column, product);
        return product;
    }

    /** ⟨column of this coordinate, v⟩. */
    double dot(int coordinate, double[] v) {
        int n = design.rows();
        int p = design.columns();
        return coordinate < blocks
                ? design.dot(coordinate % p, v, coordinate / p * n)
                : Vectors.sum(v, (coordinate - blocks) * n, n);
    }

    /** v += a · column of this coordinate. */
    void axpy(int coordinate, double a, double[] v) {
        int n = design.rows();
        int p = design.columns();
        if (coordinate < blocks) {
            design.axpy(coordinate % p, a, v, coordinate / p * n);
        } else {
            Vectors.add(a, v, (coordinate - blocks) * n, n);
        }
    }

    private void grow() {
        if (size < coordinates.length) {
            return;
        }
        int capacity = 2 * size;
        coordinates = Arrays.copyOf(coordinates, capacity);
        h = Arrays.copyOf(h, capacity);
        for (int i = 0; i < capacity; i++) {
            h[i] = i < size ? Arrays.copyOf(h[i], capacity) : new double[capacity];
        }
    }
}
