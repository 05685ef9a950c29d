package dev.taut.design;

/** X·B⁻¹, whose product with θ = Bβ is that of X with β; a dense copy, since a basis mixes columns. */
public final class RebasedDesign {
    private static final int ROWS_AT_ONCE = 64;

    private RebasedDesign() {}

    /**
     * The design in another basis.
     *
     * @throws IllegalArgumentException if the basis has another size than the design has columns
     */
    public static Design of(Design design, Basis basis) {
        int p = design.columns();
        int n = design.rows();
        if (basis.size() != p) {
            throw new IllegalArgumentException("a basis of size " + basis.size() + " for " + p + " columns");
        }
        double[][] out = new double[p][n];
        double[][] tile = new double[p][ROWS_AT_ONCE];
        double[] row = new double[p];
        for (int from = 0; from < n; from += ROWS_AT_ONCE) {
            int length = Math.min(ROWS_AT_ONCE, n - from);
            for (int j = 0; j < p; j++) {
                design.read(j, from, length, tile[j], 0);
            }
            for (int i = 0; i < length; i++) {
                for (int j = 0; j < p; j++) {
                    row[j] = tile[j][i];
                }
                basis.inverseTransposed(row);
                for (int j = 0; j < p; j++) {
                    out[j][from + i] = row[j];
                }
            }
        }
        return DenseDesign.ofColumns(n, out);
    }
}
