package dev.taut.kernel;

/**
 * Products with several vectors that lie side by side: row i of a bundle holds entry i of each. Columns are read once for
 * all of them, and the inner loop runs across vectors, where no sum does.
 */
public final class Bundles {
    /** Rows of a bundle that stay in cache while columns pass by. */
    private static final int RUN = 16;

    private Bundles() {}

    /** out[r] += Σᵢ x[r][i] · bundle[i]: the products of each column with each vector. */
    public static void dot(double[][] x, double[][] bundle, double[][] out, int width) {
        for (int i = 0; i < bundle.length; i += RUN) {
            for (int r = 0; r < x.length; r++) {
                Combination.add(x[r], bundle, i, Math.min(i + RUN, bundle.length), out[r], 0, width);
            }
        }
    }

    /** out[i] += Σᵣ x[r][i] · a[r]: to each vector its own combination of the columns x. */
    public static void add(double[][] x, double[][] a, double[][] out, int width) {
        double[] across = new double[x.length];
        for (int i = 0; i < out.length; i++) {
            for (int r = 0; r < x.length; r++) {
                across[r] = x[r][i];
            }
            Combination.add(across, a, 0, x.length, out[i], 0, width);
        }
    }

    /** Vector b of a bundle. */
    public static double[] vector(double[][] bundle, int b) {
        double[] vector = new double[bundle.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = bundle[i][b];
        }
        return vector;
    }

    /** Makes these values vector b of a bundle. */
    public static void set(double[][] bundle, int b, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            bundle[i][b] = vector[i];
        }
    }
}
