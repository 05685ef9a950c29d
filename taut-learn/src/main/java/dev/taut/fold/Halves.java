package dev.taut.fold;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Pairs of complementary halves: each pair splits the rows at random into two halves of ⌊n/2⌋ rows without a row in
 * common (Shah and Samworth 2013). Halves 2b and 2b + 1 are pair b.
 *
 * <p>Rows of one group, if the dataset has a {@link Role#GROUP} column, stay together; then groups are what is halved.
 */
public final class Halves {
    private final int rows;
    private final List<BitSet> halves;

    private Halves(int rows, List<BitSet> halves) {
        this.rows = rows;
        this.halves = halves;
    }

    /**
     * @throws dev.taut.finding.Refused if a group is missing (T0207)
     */
    public static Halves of(Dataset data, int pairs, long seed) {
        Optional<Keys> groups =
                data.find(Role.GROUP).map(Column::name).map(name -> Keys.of(Keys.filled(data, name, "group")));
        int units = groups.map(Keys::count).orElse(data.rows());
        Seeds seeds = Seeds.of(seed).child("halves");
        List<BitSet> halves = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            int[] order = seeds.stream("pair " + pair).permutation(units);
            for (int half = 0; half < 2; half++) {
                BitSet picked = new BitSet();
                for (int k = half * (units / 2); k < (half + 1) * (units / 2); k++) {
                    picked.set(order[k]);
                }
                halves.add(groups.map(g -> rowsOf(g, picked)).orElse(picked));
            }
        }
        return new Halves(data.rows(), halves);
    }

    private static BitSet rowsOf(Keys groups, BitSet picked) {
        BitSet rows = new BitSet();
        for (int i = 0; i < groups.codes().length; i++) {
            rows.set(i, picked.get(groups.codes()[i]));
        }
        return rows;
    }

    /** Twice the number of pairs. */
    public int count() {
        return halves.size();
    }

    /** The rows of a half, ascending. */
    public int[] rows(int half) {
        return halves.get(half).stream().toArray();
    }

    /** Whether a half contains a row. */
    public boolean contains(int half, int row) {
        return halves.get(half).get(row);
    }

    /** 1 for each row of the half, 0 for the others. */
    public double[] counts(int half) {
        double[] counts = new double[rows];
        halves.get(half).stream().forEach(row -> counts[row] = 1);
        return counts;
    }
}
