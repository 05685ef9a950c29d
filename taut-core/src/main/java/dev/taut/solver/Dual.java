package dev.taut.solver;

/** What a {@link Certifier} asks of a penalty: the domain of g* and g* itself. */
interface Dual {
    /** Coordinates on which g* is finite only at zero, or only on a side that is not theirs now, among those inspected. */
    int[] equalities(int[] inspected);

    /**
     * Where a coordinate at zero stays at zero; proved of those that were not inspected. Empty if all were.
     */
    Limits limits();

    /** The share, at most 1, by which −c must shrink to reach the domain of g*; coordinates with equalities aside. */
    double shrink(double[] c, int[] which);

    /**
     * g*(−shrink·c) over the coordinates other than the exempt, +∞ outside the domain.
     *
     * @param slack what rounding may add to the limit of a coordinate, for its column
     */
    double conjugate(double[] c, double shrink, boolean[] exempt, int[] which, Slack slack);

    /** Rounding of the product of a dual point with a column. */
    interface Slack {
        double of(int coordinate);
    }
}
