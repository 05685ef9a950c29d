package dev.taut.fold;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.SplitColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sets rows aside that tuning never touches. */
public final class Holdouts {
    /** Figures on fewer held-out rows would be noise. */
    static final int FEWEST_ROWS = 5;

    /** A random pick of groups may miss a class; this many are tried. */
    private static final int PICKS = 20;

    private Holdouts() {}

    /**
     * A holdout of about {@code fraction} of the rows.
     *
     * <p>A column with {@link Role#SPLIT} decides alone, whatever the fraction (words: see {@link dev.taut.data.SplitColumn}).
     * Else whole groups if the dataset has a {@link Role#GROUP} column; else the latest rows if it has a
     * {@link Role#TIME} column; else rows at random, with the same share of every class and at least one row of it.
     * A class with a single row is learnt from, not tested on. There is no holdout, and a note says why (T0405), if
     * fewer than 5 rows would be held out or left, or if a class of several rows, or all but one, would lack in it.
     *
     * @param fraction in [0, 1); 0 holds nothing out
     * @throws IllegalArgumentException if {@code fraction} is not in [0, 1)
     * @throws Refused if the split column does not say train or held out in every row, or puts all rows on one side
     *     (T0207), leaves a single class to learn from (T0205), or a group or time is missing (T0207)
     */
    public static HoldoutPlan split(Dataset data, double fraction, long seed) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("a holdout of " + fraction + " of the rows: it must be in [0, 1)");
        }
        Optional<Column> column = data.find(Role.SPLIT);
        if (column.isPresent()) {
            return given(data, column.get());
        }
        if (fraction == 0) {
            return none(data, List.of());
        }
        int wanted = (int) Math.round(fraction * data.rows());
        if (Math.min(wanted, data.rows() - wanted) < FEWEST_ROWS) {
            String rows = count(wanted, "row", "rows") + " of " + count(data.rows());
            return none(data, note(data, rows + " would be held out; at least 5 on either side are needed"));
        }
        return picked(data, wanted, Seeds.of(seed).child("holdout"));
    }

    private static HoldoutPlan picked(Dataset data, int wanted, Seeds seeds) {
        Folds.By by = FoldPlanner.by(new Folds.By(Folds.Order.DATA, ""), data);
        return switch (by.order()) {
            case GROUPED -> groups(data, Keys.of(Keys.filled(data, by.column(), "group")), wanted, seeds);
            case TIME -> {
                boolean[] late = TimeOrder.of(data, by.column()).latest(wanted);
                yield checked(data, Split.of(data.rows(), i -> late[i]), "latest rows");
            }
            case DATA -> rows(data, wanted, seeds.stream("rows"));
        };
    }

    private static HoldoutPlan given(Dataset data, Column column) {
        boolean[] training = SplitColumn.training(column)
                .orElseThrow(() -> new Refused(refused(column, "does not say which rows train")
                        .because(
                                "its values: " + Wording.list(SplitColumn.values(column), 5),
                                "in every row it must be train or test, true or false, 1 or 0")));
        Split split = Split.of(training.length, i -> !training[i]);
        if (split.train().length == 0 || split.test().length == 0) {
            String part = split.train().length == 0 ? "the held-out part" : "training";
            throw new Refused(refused(column, "puts every row into " + part));
        }
        return new HoldoutPlan(split, "split column", data.task().isClassification() ? learnt(data, split) : List.of());
    }

    /** A given split cannot be mended, so it is said what its training rows do not teach. */
    private static List<Finding> learnt(Dataset data, Split split) {
        Keys classes = Keys.classes(data);
        List<String> unlearnt = classes.lackingIn(split.train());
        if (unlearnt.size() >= classes.count() - 1) {
            throw new Refused(Finding.of(
                            Code.SINGLE_CLASS,
                            data.targetName(),
                            "target " + name(data.targetName()) + " has a single value in all "
                                    + count(split.train().length, "training row", "training rows"))
                    .because("the other values are in the held-out rows only: is the split column the right one?"));
        }
        return unlearnt.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        Code.RARE_CLASS,
                        data.targetName(),
                        "class " + quoted(unlearnt) + " is in the held-out rows only: it cannot be learnt"));
    }

    private static Finding refused(Column column, String message) {
        return Finding.of(Code.NOT_ALLOWED, column.name(), "split column " + name(column.name()) + " " + message);
    }

    /** Shuffled groups are taken while they bring the holdout nearer to the wanted size. */
    private static HoldoutPlan groups(Dataset data, Keys groups, int wanted, Seeds seeds) {
        HoldoutPlan plan = none(data, List.of());
        for (int pick = 0; pick < PICKS && !plan.exists(); pick++) {
            boolean[] held = new boolean[groups.count()];
            int[] sizes = groups.sizes();
            int rows = 0;
            for (int group : seeds.stream("groups " + pick).permutation(groups.count())) {
                if (Math.abs(rows + sizes[group] - wanted) < Math.abs(rows - wanted)) {
                    held[group] = true;
                    rows += sizes[group];
                }
            }
            plan = rows == 0
                    ? none(data, note(data, "every group of rows is more than twice as large as it should be"))
                    : checked(data, Split.of(data.rows(), i -> held[groups.codes()[i]]), "grouped");
        }
        return plan;
    }

    private static HoldoutPlan rows(Dataset data, int wanted, Seeds.Draws draws) {
        int[] order = draws.permutation(data.rows());
        boolean[] held = new boolean[data.rows()];
        Optional<Keys> balanced = Keys.balanced(data);
        boolean classes = balanced.isPresent();
        if (classes) {
            Keys keys = balanced.get();
            int[][] rows = Dealing.byClass(order, keys.codes(), keys.count());
            int[] shares = shares(keys.sizes(), wanted);
            for (int k = 0; k < shares.length; k++) {
                IntStream.of(rows[k]).limit(shares[k]).forEach(row -> held[row] = true);
            }
        } else {
            IntStream.of(order).limit(wanted).forEach(row -> held[row] = true);
        }
        return checked(data, Split.of(data.rows(), i -> held[i]), classes ? "stratified" : "random");
    }

    /** Rows of each class to hold out: largest remainders, but 1 … size−1 of any class with two rows or more. */
    private static int[] shares(int[] sizes, int wanted) {
        int rows = IntStream.of(sizes).sum();
        int[] shares = new int[sizes.length];
        double[] remainder = new double[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            double exact = (double) wanted * sizes[k] / rows;
            shares[k] = Math.min(sizes[k] - 1, Math.max(1, (int) Math.floor(exact)));
            remainder[k] = exact - shares[k];
        }
        for (int left = wanted - IntStream.of(shares).sum(); left > 0; left--) {
            int most = 0;
            for (int k = 1; k < sizes.length; k++) {
                most = remainder[k] > remainder[most] ? k : most;
            }
            if (shares[most] < sizes[most] - 1) {
                shares[most]++;
            }
            remainder[most]--;
        }
        return shares;
    }

    /** The plan, unless the held-out rows would be too few or say too little about the classes. */
    private static HoldoutPlan checked(Dataset data, Split split, String scheme) {
        int fewer = Math.min(split.train().length, split.test().length);
        if (fewer < FEWEST_ROWS) {
            String rows = count(split.test().length, "row", "rows") + " of " + count(data.rows());
            return none(data, note(data, rows + " would be held out; at least 5 on either side are needed"));
        }
        if (!data.task().isClassification()) {
            return new HoldoutPlan(split, scheme, List.of());
        }
        Keys classes = Keys.classes(data);
        int[] sizes = classes.sizes();
        List<String> untested = classes.lackingIn(split.test());
        boolean oneRowEach =
                untested.stream().allMatch(c -> sizes[classes.names().indexOf(c)] == 1);
        if (classes.count() - untested.size() < 2 || !oneRowEach) {
            return none(data, note(data, "class " + quoted(untested) + " would not be in it"));
        }
        List<String> unlearnt = classes.lackingIn(split.train());
        if (!unlearnt.isEmpty()) {
            return none(data, note(data, "class " + quoted(unlearnt) + " would only be in it"));
        }
        return new HoldoutPlan(split, scheme, untested.isEmpty() ? List.of() : List.of(partial(data, untested)));
    }

    private static Finding partial(Dataset data, List<String> untested) {
        return Finding.of(
                Code.NO_HOLDOUT,
                data.targetName(),
                "the holdout says nothing about class " + quoted(untested) + ": its only row is learnt from");
    }

    private static List<Finding> note(Dataset data, String why) {
        return List.of(Finding.of(Code.NO_HOLDOUT, data.targetName(), "no holdout was set aside: " + why)
                .because("the figures of cross-validation are the only ones"));
    }

    private static String quoted(List<String> classes) {
        return Wording.list(classes.stream().map(c -> "\"" + c + "\"").toList(), 3);
    }

    private static HoldoutPlan none(Dataset data, List<Finding> findings) {
        return new HoldoutPlan(Split.of(data.rows(), i -> false), "none", findings);
    }
}
