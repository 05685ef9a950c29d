package dev.taut.data;

/** One named, typed, immutable column; every type can say that a cell is missing. */
public sealed interface Column permits NumericColumn, TextColumn, DateColumn {
    String name();

    int size();

    boolean isMissing(int row);

    /** The cell as a user would write it; empty if missing. */
    String text(int row);

    /** The cells of these rows, in this order (rows may repeat). */
    Column rows(int[] rows);

    Column named(String name);

    default int missing() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (isMissing(i)) {
                count++;
            }
        }
        return count;
    }
}
