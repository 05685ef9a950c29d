package dev.taut.knockoff;

import dev.taut.kernel.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Orthonormal vectors, each made orthogonal to those before it, twice against rounding. */
final class Frame {
    private final List<double[]> vectors = new ArrayList<>();

    private Frame() {}

    /** Of the constant and the columns. */
    static Frame around(Columns columns) {
        Frame frame = new Frame();
        double[] one = new double[columns.rows()];
        Arrays.fill(one, 1);
        frame.add(one);
        for (double[] column : columns.values()) {
            frame.add(column.clone());
        }
        return frame;
    }

    /** Overwrites a vector by its unit remainder and keeps that. */
    void add(double[] v) {
        for (int pass = 0; pass < 2; pass++) {
            for (double[] known : vectors) {
                Vectors.shiftedAxpy(-Vectors.dot(known, v), known, 0, v, 0, v.length);
            }
        }
        double norm = Math.sqrt(Vectors.dot(v, v));
        for (int i = 0; i < v.length; i++) {
            v[i] /= norm;
        }
        vectors.add(v.clone());
    }
}
