package dev.taut.check;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.DateColumn;
import dev.taut.data.NumericColumn;
import dev.taut.data.Task;
import dev.taut.data.TextColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The target: missing (T0202), infinite (T0203), a single value (T0205), rare classes (T0206), unfit for the task. */
final class TargetChecks {
    private TargetChecks() {}

    /** Rows without a target are refused, or left out if the user asked for that. */
    static void missing(Review review) {
        Column target = review.data().target();
        int missing = target.missing();
        if (missing == 0) {
            return;
        }
        boolean drop = review.options().dropMissingTarget();
        review.add(drop ? dropped(target, missing) : refused(target, missing));
        review.narrow(IntStream.range(0, target.size())
                .filter(i -> !target.isMissing(i))
                .toArray());
    }

    private static Finding dropped(Column target, int missing) {
        String rows = count(missing, "row", "rows") + " without a value of " + name(target.name());
        return Finding.of(Code.MISSING_TARGET, target.name(), rows + (missing == 1 ? " was" : " were") + " left out")
                .as(Severity.NOTE);
    }

    private static Finding refused(Column target, int missing) {
        return Finding.of(
                        Code.MISSING_TARGET,
                        target.name(),
                        "target " + name(target.name()) + " has " + count(missing, "missing value", "missing values")
                                + "; rows without a target cannot teach")
                .help("--drop-missing-target");
    }

    /** Whether the values of the target can be what the task predicts. */
    static void values(Review review) {
        Dataset data = review.data();
        Column target = data.target();
        if (target instanceof NumericColumn numbers) {
            NumberChecks.infinite(review, numbers, "target ");
        }
        if (NumberChecks.isConstant(target)) {
            single(review, target);
            return;
        }
        if (!data.task().isClassification()) {
            OrderChecks.numbers(review);
        }
        if (target instanceof NumericColumn numbers && !data.task().isClassification()) {
            Optional<Finding> amounts =
                    Amounts.problem(numbers, review.options().loss());
            if (amounts.isPresent()) {
                review.add(amounts.get());
            } else if (data.task() == Task.COUNT) {
                counts(review, numbers);
            } else if (data.task() == Task.SURVIVAL) {
                SurvivalChecks.times(review, numbers);
            }
        } else {
            levels(review, TextLevels.of(target));
        }
    }

    private static void levels(Review review, TextLevels levels) {
        Optional<Finding> words = textTarget(review.data(), levels);
        if (words.isPresent()) {
            review.add(words.get());
        } else {
            classes(review, levels);
        }
    }

    private static void single(Review review, Column target) {
        boolean classes = review.data().task().isClassification();
        review.add(Finding.of(
                        Code.SINGLE_CLASS,
                        target.name(),
                        "target " + name(target.name()) + " has a single value (\"" + target.text(0) + "\") in all "
                                + count(target.size(), "row", "rows"))
                .because("nothing to " + (classes ? "separate" : "explain")
                        + ": check the filter that made this file, or name another --target"));
    }

    /** Numbers are wanted but the target is not numeric, either by task or because nearly all of it is numbers. */
    private static Optional<Finding> textTarget(Dataset data, TextLevels levels) {
        Column target = data.target();
        if (target instanceof NumericColumn) {
            return Optional.empty();
        }
        boolean numbersWanted = !data.task().isClassification();
        if (target instanceof TextColumn && !data.isCategorical(target.name())) {
            Optional<Finding> words = TextChecks.numbersWithWords(levels, "target");
            if (words.isPresent() && (numbersWanted || levels.used() > 20)) {
                return words;
            }
        }
        String kind = target instanceof DateColumn ? "a date" : "text";
        if (numbersWanted || target instanceof DateColumn) {
            Finding finding = Finding.of(
                            Code.TEXT_IN_NUMBERS,
                            target.name(),
                            "target " + name(target.name()) + " is " + kind + ", but "
                                    + data.task().word() + " predicts " + (numbersWanted ? "numbers" : "classes"))
                    .because("its values: " + Wording.list(someLevels(levels), 3));
            return Optional.of(
                    target instanceof DateColumn
                            ? finding
                            : finding.help("--task " + (levels.used() == 2 ? "binary" : "multiclass")));
        }
        return Optional.empty();
    }

    private static List<String> someLevels(TextLevels levels) {
        return IntStream.range(0, levels.levels())
                .filter(code -> levels.rows(code) > 0)
                .mapToObj(code -> "\"" + levels.level(code) + "\"")
                .toList();
    }

    private static void classes(Review review, TextLevels levels) {
        if (review.data().task() == Task.BINARY && levels.used() > 2) {
            String loss = review.options().loss();
            Finding finding = Finding.of(
                            Code.NOT_ALLOWED,
                            levels.column(),
                            "target " + name(levels.column()) + " has " + count(levels.used()) + " different values, "
                                    + (loss.isEmpty() ? "a binary task has" : "the " + loss + " loss takes") + " two")
                    .because("its values: " + Wording.list(someLevels(levels), 3));
            review.add(loss.isEmpty() ? finding.help("--task multiclass") : finding);
        } else if (levels.used() > levels.filled() / 2 && levels.filled() >= TextChecks.FEW_CELLS) {
            review.add(Finding.of(
                            Code.RARE_CLASS,
                            levels.column(),
                            "target " + name(levels.column()) + " has " + count(levels.used()) + " classes in "
                                    + count(levels.filled(), "row", "rows") + ": most have a single row")
                    .as(Severity.ERROR)
                    .because("a class is learnt from several rows; is this the column to predict?"));
        } else {
            OrderChecks.check(review, levels);
            rare(review, levels);
        }
    }

    private static void rare(Review review, TextLevels levels) {
        int folds = review.options().folds();
        List<String> rare = new ArrayList<>();
        int least = folds;
        for (int code = 0; code < levels.levels(); code++) {
            if (levels.rows(code) > 0 && levels.rows(code) < folds) {
                rare.add("class \"" + levels.level(code) + "\" has " + count(levels.rows(code), "row", "rows"));
                least = Math.min(least, levels.rows(code));
            }
        }
        if (!rare.isEmpty()) {
            Finding finding = Finding.of(
                            Code.RARE_CLASS,
                            levels.column(),
                            Wording.list(rare, 4) + ": fewer than " + count(folds, "fold", "folds"))
                    .because("some folds are tested without it, so figures about it are uncertain");
            review.add(least < 2 ? finding : finding.help("--folds " + least + " --repeats 20"));
        }
    }

    private static void counts(Review review, NumericColumn target) {
        int[] rows = IntStream.range(0, target.size())
                .filter(i -> !target.isMissing(i) && !Double.isInfinite(target.value(i)))
                .filter(i -> target.value(i) < 0 || target.value(i) != Math.rint(target.value(i)))
                .toArray();
        if (rows.length > 0) {
            review.add(Finding.of(
                            Code.NOT_ALLOWED,
                            target.name(),
                            "target " + name(target.name()) + " is not a count in " + count(rows.length, "row", "rows")
                                    + " (" + Wording.rows(rows) + ")")
                    .because("a count is 0, 1, 2 …; the first of these is " + target.text(rows[0]))
                    .help("--task regression"));
        }
    }
}
