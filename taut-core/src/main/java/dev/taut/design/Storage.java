package dev.taut.design;

/** How the entries of dense columns are kept; whatever is computed with them is computed in double precision. */
public enum Storage {
    /** Eight bytes an entry: the numbers as they are. */
    DOUBLE(Double.BYTES),
    /** Four bytes an entry: numbers rounded to float32, with a relative error of at most 2⁻²⁴ ≈ 6e-8. */
    FLOAT32(Float.BYTES);

    private final int bytes;

    Storage(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one entry. */
    public int bytes() {
        return bytes;
    }

    /**
     * The nearest float32 number of a value in this row.
     *
     * @throws IllegalArgumentException if the value is finite and its magnitude is beyond the range of float32
     */
    static float rounded(double value, int row) {
        float rounded = (float) value;
        if (Float.isInfinite(rounded) && !Double.isInfinite(value)) {
            throw new IllegalArgumentException("row " + row + ": " + value + " is beyond the range of float32 ("
                    + Float.MAX_VALUE + "): store doubles");
        }
        return rounded;
    }
}
