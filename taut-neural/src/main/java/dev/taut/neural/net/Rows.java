package dev.taut.neural.net;

import dev.taut.neural.layer.Noise;
import dev.taut.neural.layer.Shape;

/** Rows that a net learns from or is asked about, in any order; read by several threads at once. */
public interface Rows {
    int rows();

    /** Of one row. */
    Shape shape();

    /** Writes a row to {@code out[at]} and on; where rows are altered at random, {@code noise} decides how. */
    void input(int row, Noise noise, float[] out, int at);

    /** Writes a row's target to {@code out[at]} and on; nothing where there is none. */
    void target(int row, float[] out, int at);

    /** How much a row counts, ≥ 0. */
    float weight(int row);
}
