package dev.taut.io;

import dev.taut.data.Source;
import dev.taut.design.SparseDesign;

/**
 * Labels and features of a sparse file, ready for a solver: no names, no types, nothing missing.
 *
 * @param source   where it came from
 * @param labels   one number for each row
 * @param features as many rows as labels; column j (from 0) is the file's index j + 1
 */
public record SparseTable(Source source, double[] labels, SparseDesign features) {}
