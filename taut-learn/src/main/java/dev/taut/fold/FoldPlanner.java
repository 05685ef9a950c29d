package dev.taut.fold;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes the folds that a {@link Folds} spec asks for out of one dataset. */
final class FoldPlanner {
    /** Rare classes never reduce the folds below this: for the other classes' sake. */
    private static final int FEWEST_FOLDS = 3;

    private final Folds folds;
    private final Dataset data;
    private final List<Finding> findings = new ArrayList<>();

    FoldPlanner(Folds folds, Dataset data) {
        this.folds = folds;
        this.data = data;
    }

    FoldPlan plan() {
        Folds.By by = by(folds.by(), data);
        FoldPlan plan = switch (by.order()) {
            case GROUPED -> grouped(by.column());
            case TIME -> timeOrdered(by.column());
            case DATA -> byRow();
        };
        if (data.task().isClassification()) {
            ClassCoverage.of(data, plan).ifPresent(this::addUnlessKnown);
            Refused.ifAny(findings);
        }
        return new FoldPlan(plan.splits(), plan.scheme(), findings);
    }

    /** The order asked for, else the one that a role of the dataset asks for. */
    static Folds.By by(Folds.By asked, Dataset data) {
        if (asked.order() != Folds.Order.DATA) {
            return asked;
        }
        Optional<Column> group = data.find(Role.GROUP);
        Optional<Column> time = data.find(Role.TIME);
        if (group.isPresent() && time.isPresent()) {
            throw new Refused(Finding.of(
                            Code.USAGE,
                            time.get().name(),
                            "folds are either grouped or time-ordered, but "
                                    + name(group.get().name()) + " is the group and "
                                    + name(time.get().name()) + " the time")
                    .help(
                            Wording.flag("--group-folds", group.get().name()),
                            Wording.flag("--time-folds", time.get().name())));
        }
        return group.map(c -> new Folds.By(Folds.Order.GROUPED, c.name()))
                .or(() -> time.map(c -> new Folds.By(Folds.Order.TIME, c.name())))
                .orElse(asked);
    }

    private FoldPlan byRow() {
        int rows = data.rows();
        int wanted = enough(new Units(rows, 0, "rows", rows == 1 ? "there is" : "there are", ""));
        if (wanted == rows) {
            return once("leave-one-out", IntStream.range(0, rows).toArray(), wanted);
        }
        Optional<Keys> balanced = folds.stratified() ? Keys.balanced(data) : Optional.empty();
        if (balanced.isEmpty()) {
            return dealt("random", wanted, draws -> Dealing.random(rows, wanted, draws));
        }
        Keys classes = balanced.get();
        // A fold without censored rows, or even without events, still has its share of the partial likelihood.
        int used = data.task() == Task.SURVIVAL ? wanted : stratifiedFolds(classes, wanted);
        return dealt("stratified", used, d -> Dealing.stratified(classes.codes(), classes.count(), used, d));
    }

    private FoldPlan grouped(String column) {
        Keys groups = Keys.of(Keys.filled(data, column, "group"));
        int wanted = enough(new Units(groups.count(), 0, "groups", name(column) + " has", column));
        return wanted == groups.count()
                ? once("grouped", groups.codes(), wanted)
                : dealt("grouped", wanted, draws -> Dealing.grouped(groups, wanted, draws));
    }

    private FoldPlan timeOrdered(String column) {
        TimeOrder order = TimeOrder.of(data, column);
        int wanted = enough(new Units(order.count(), 1, "different times", name(column) + " has", column));
        int[] block = order.blocks(wanted + 1);
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < wanted; fold++) {
            splits.add(forward(block, fold + 1));
        }
        noteRepeats();
        return new FoldPlan(List.of(splits), "time-ordered", List.of());
    }

    /** Learns from all blocks before this one. */
    private static Split forward(int[] block, int tested) {
        return new Split(
                IntStream.range(0, block.length).filter(i -> block[i] < tested).toArray(),
                IntStream.range(0, block.length).filter(i -> block[i] == tested).toArray());
    }

    /** What is held out in turn: how many there are, what it takes to make a fold, and where they were counted. */
    private record Units(int there, int spare, String name, String place, String column) {}

    /** The number of folds, unless more are asked for than there are units to hold out (T0401). */
    private int enough(Units units) {
        int possible = Math.max(0, units.there() - units.spare());
        int wanted = folds.count() == Folds.ALL ? Math.max(2, possible) : folds.count();
        if (wanted <= possible) {
            return wanted;
        }
        Finding finding = Finding.of(
                Code.FOLDS_EXCEED_ROWS,
                units.column(),
                count(wanted) + " folds need at least " + count(wanted + units.spare()) + " " + units.name() + ", "
                        + units.place() + " " + count(units.there()));
        throw new Refused(possible < 2 ? finding : finding.help("--folds " + possible));
    }

    private int stratifiedFolds(Keys classes, int wanted) {
        int[] sizes = classes.sizes();
        List<String> rare = new ArrayList<>();
        int least = wanted;
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] < wanted) {
                rare.add("class \"" + classes.names().get(k) + "\" has " + count(sizes[k], "row", "rows"));
                least = Math.min(least, sizes[k]);
            }
        }
        int used = Math.max(least, Math.min(FEWEST_FOLDS, wanted));
        if (!rare.isEmpty()) {
            Finding finding = Finding.of(
                            Code.RARE_CLASS,
                            data.targetName(),
                            Wording.list(rare, 4) + ": fewer than " + count(wanted, "fold", "folds"))
                    .because("used " + used + " stratified folds; intervals are wide"
                            + (least < used ? ", and some folds are tested without it" : ""));
            findings.add(least < 2 ? finding : finding.help("--folds " + least + " --repeats 20"));
        }
        return used;
    }

    /** Folds that chance decides, dealt anew in every repeat. */
    private FoldPlan dealt(String scheme, int count, Function<Seeds.Draws, int[]> deal) {
        Seeds seeds = Seeds.of(folds.seed()).child("folds");
        List<List<Split>> repeats = new ArrayList<>();
        for (int r = 0; r < folds.repeats(); r++) {
            repeats.add(splits(deal.apply(seeds.stream("repeat " + r)), count));
        }
        return new FoldPlan(repeats, scheme, List.of());
    }

    /** Folds that leave nothing to chance. */
    private FoldPlan once(String scheme, int[] foldOf, int count) {
        noteRepeats();
        return new FoldPlan(List.of(splits(foldOf, count)), scheme, List.of());
    }

    private static List<Split> splits(int[] foldOf, int count) {
        return IntStream.range(0, count)
                .mapToObj(fold -> Split.of(foldOf.length, row -> foldOf[row] == fold))
                .toList();
    }

    private void noteRepeats() {
        if (folds.repeats() > 1) {
            findings.add(Finding.of(
                    Code.REPEATS_ALIKE,
                    "",
                    folds.repeats() + " repeats would be alike, for these folds leave nothing to chance: made once"));
        }
    }

    /** A class that some fold does not learn was already named if it is rare; an error is always told. */
    private void addUnlessKnown(Finding finding) {
        boolean known = findings.stream().anyMatch(f -> f.code() == finding.code());
        if (!known || finding.severity() == Severity.ERROR) {
            findings.add(finding);
        }
    }
}
