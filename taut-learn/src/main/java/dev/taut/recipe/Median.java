package dev.taut.recipe;

/**
 * The median by selection, in time proportional to n: recipes are fitted anew in every fold, and sorting every column
 * each time would cost more than solving.
 *
 * <p>Hoare's FIND: partition about a pivot (the median of first, middle and last), go on in the side that holds the
 * wanted rank. Deterministic.
 */
final class Median {
    private Median() {}

    /** The middle value, or the mean of the two middle ones; the array is reordered. At least one value, no NaN. */
    static double of(double[] values) {
        int n = values.length;
        double upper = select(values, n / 2);
        if (n % 2 == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < n / 2; i++) {
            lower = Math.max(lower, values[i]);
        }
        return lower / 2 + upper / 2;
    }

    /** The value of this rank (from 0); smaller ones end up before it, larger ones after it. */
    private static double select(double[] v, int rank) {
        int low = 0;
        int high = v.length - 1;
        while (low < high) {
            double pivot = middle(v[low], v[(low + high) >>> 1], v[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (v[i] < pivot) {
                    i++;
                }
                while (v[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = v[i];
                    v[i++] = v[j];
                    v[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                break;
            }
        }
        return v[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
