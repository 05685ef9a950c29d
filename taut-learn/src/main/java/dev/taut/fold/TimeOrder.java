package dev.taut.fold;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows from early to late.
 *
 * @param moments the distinct time of each row, counted 0 … {@code ends.length−1} from the earliest
 * @param ends    how many rows are as early as each distinct time or earlier; the last one is all rows
 */
record TimeOrder(int[] moments, int[] ends) {

    /** Orders rows by a column of dates or numbers; text and missing cells are refused (T0207). */
    static TimeOrder of(Dataset data, String name) {
        Column column = Keys.filled(data, name, "time");
        Comparator<Integer> earlier;
        if (column instanceof DateColumn dates) {
            earlier = Comparator.comparingLong(dates::seconds);
        } else if (column instanceof NumericColumn numbers) {
            earlier = Comparator.comparingDouble(numbers::value);
        } else {
            throw new Refused(Finding.of(
                            Code.NOT_ALLOWED,
                            name,
                            "time column " + Wording.name(name) + " is text, not dates or numbers")
                    .because("its first value: \"" + column.text(0) + "\""));
        }
        return of(column.size(), earlier);
    }

    private static TimeOrder of(int rows, Comparator<Integer> earlier) {
        Integer[] order = IntStream.range(0, rows).boxed().sorted(earlier).toArray(Integer[]::new);
        int[] moments = new int[rows];
        int[] ends = new int[rows];
        int moment = -1;
        for (int i = 0; i < rows; i++) {
            if (i == 0 || earlier.compare(order[i - 1], order[i]) != 0) {
                moment++;
            }
            moments[order[i]] = moment;
            ends[moment] = i + 1;
        }
        return new TimeOrder(moments, Arrays.copyOf(ends, moment + 1));
    }

    int count() {
        return ends.length;
    }

    /** The block 0 … blocks−1 of each row: consecutive, about equally many rows, equal times together. */
    int[] blocks(int blocks) {
        int[] blockOf = new int[count()];
        int start = 0;
        for (int b = 0; b < blocks; b++) {
            int end = b == blocks - 1 ? count() : cut(start, count() - (blocks - 1 - b), (b + 1.0) / blocks);
            Arrays.fill(blockOf, start, end, b);
            start = end;
        }
        return Arrays.stream(moments).map(moment -> blockOf[moment]).toArray();
    }

    /** Where to end a block that starts at moment {@code start}: after {@code share} of all rows, as near as can be. */
    private int cut(int start, int latest, double share) {
        double wanted = share * ends[count() - 1];
        int end = start + 1;
        while (end < latest && Math.abs(ends[end] - wanted) <= Math.abs(ends[end - 1] - wanted)) {
            end++;
        }
        return end;
    }

    /** Whether a row is among the latest {@code rows} rows; the bound moves to the nearest change of time. */
    boolean[] latest(int rows) {
        int all = ends[count() - 1];
        int cut = count() < 2 ? count() : cut(0, count() - 1, (all - rows) / (double) all);
        boolean[] late = new boolean[all];
        for (int i = 0; i < all; i++) {
            late[i] = moments[i] >= cut;
        }
        return late;
    }
}
