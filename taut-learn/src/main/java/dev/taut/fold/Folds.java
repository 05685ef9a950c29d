package dev.taut.fold;

import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.finding.Refused;
import java.util.List;

/**
 * How rows are held out in turn: {@code Folds.of(10).repeats(5).seed(42)}.
 *
 * <p>Without a column, classes are dealt out evenly (stratified) and the rows of other tasks at random. A column with
 * {@link Role#GROUP} or {@link Role#TIME} in the dataset counts as if it were named here. Immutable; equal specs, seeds
 * and datasets give equal splits on every machine.
 */
public final class Folds {
    /** As many folds as there are rows, groups or times. */
    static final int ALL = 0;

    enum Order {
        /** As the dataset's roles and task suggest. */
        DATA,
        GROUPED,
        TIME
    }

    private final int count;
    private final long seed;
    private final int repeats;
    private final boolean stratified;
    private final By by;

    /** The order, and the column that it needs; the column is empty for {@link Order#DATA}. */
    record By(Order order, String column) {}

    private Folds(int count, long seed, int repeats, boolean stratified, By by) {
        this.count = count;
        this.seed = seed;
        this.repeats = repeats;
        this.stratified = stratified;
        this.by = by;
    }

    /**
     * This many folds, once, with seed 42.
     *
     * @throws IllegalArgumentException if {@code count} is below 2
     */
    public static Folds of(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("at least 2 folds are needed, not " + count);
        }
        return new Folds(count, 42, 1, true, new By(Order.DATA, ""));
    }

    /** One fold per row; per group if grouped; per time but the first if time-ordered. */
    public static Folds leaveOneOut() {
        return new Folds(ALL, 42, 1, true, new By(Order.DATA, ""));
    }

    public Folds seed(long chosen) {
        return new Folds(count, chosen, repeats, stratified, by);
    }

    /**
     * The whole thing this often, dealt anew each time; folds without chance (time-ordered, leave-one-out) are made once
     * all the same, with a note (T0406).
     *
     * @throws IllegalArgumentException if {@code times} is below 1
     */
    public Folds repeats(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("at least 1 repeat is needed, not " + times);
        }
        return new Folds(count, seed, times, stratified, by);
    }

    /** Whether classes are dealt out evenly (the default); without effect on other tasks, groups and times. */
    public Folds stratified(boolean wanted) {
        return new Folds(count, seed, repeats, wanted, by);
    }

    /** Rows with the same value in this column are never on both sides of a split. */
    public Folds grouped(String column) {
        return new Folds(count, seed, repeats, stratified, new By(Order.GROUPED, column));
    }

    /** Learns from earlier rows and tests on the block of rows that follows, by this column of dates or numbers. */
    public Folds timeOrdered(String column) {
        return new Folds(count, seed, repeats, stratified, new By(Order.TIME, column));
    }

    /** The dataset with the column named here in its role, so that a holdout heeds it too. */
    public Dataset roles(Dataset data) {
        return switch (by.order()) {
            case GROUPED -> data.with(Role.GROUP, by.column());
            case TIME -> data.with(Role.TIME, by.column());
            case DATA -> data;
        };
    }

    /**
     * The rows of every fold, [repeat][fold].
     *
     * @throws Refused as {@link #plan}
     */
    public List<List<Split>> splits(Dataset data) {
        return plan(data).splits();
    }

    /**
     * The splits, how they were made, and what is worth knowing about them.
     *
     * <p>Random: sizes differ by at most one row. Stratified: sizes, and the rows of each class, differ by at most one
     * row from fold to fold; a class with fewer rows than folds reduces the folds to its rows, though not below 3
     * (T0206). Grouped: whole groups, largest first, each into the fold with the fewest rows. Time-ordered: one block more
     * than folds, fold k learning from the first k blocks and tested on the next; equal times are in one block.
     *
     * @throws Refused if there are fewer rows, groups or times than folds (T0401), the column is not there (T0101) or
     *     has missing cells (T0207), or a fold would learn from a single class (T0206)
     */
    public FoldPlan plan(Dataset data) {
        return new FoldPlanner(this, data).plan();
    }

    /** Folds asked for; 0 for one per row, group or time. */
    public int count() {
        return count;
    }

    public long seed() {
        return seed;
    }

    public int repeats() {
        return repeats;
    }

    boolean stratified() {
        return stratified;
    }

    By by() {
        return by;
    }

    /** For example {@code 10 folds × 5 repeats, seed 42}. */
    @Override
    public String toString() {
        return (count == ALL ? "leave-one-out" : count + " folds")
                + (repeats == 1 ? "" : " × " + repeats + " repeats")
                + (by.column().isEmpty() ? "" : " by " + by.column())
                + ", seed " + seed;
    }
}
