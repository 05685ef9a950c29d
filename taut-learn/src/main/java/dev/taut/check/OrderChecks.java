package dev.taut.check;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Dataset;
import dev.taut.data.LevelOrder;
import dev.taut.data.Numerals;
import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The order of the target's classes: whether one that was given is of these classes (T0207), and what stands in for none (T0209). */
final class OrderChecks {
    private static final String ORDINAL = "ordinal";

    private OrderChecks() {}

    static void check(Review review, TextLevels levels) {
        Dataset data = review.data();
        List<String> present = IntStream.range(0, levels.levels())
                .filter(code -> levels.rows(code) > 0)
                .mapToObj(levels::level)
                .toList();
        boolean ordinal = review.options().loss().equals(ORDINAL);
        if (!data.givenClasses().isEmpty()) {
            mismatch(levels.column(), data.givenClasses(), present).ifPresent(review::add);
        } else if (ordinal && present.size() > 2 && !present.stream().allMatch(Numerals::isNumber)) {
            review.add(assumed(levels.column(), LevelOrder.sorted(present)));
        }
        if (ordinal && present.size() == 2) {
            review.add(Finding.of(
                            Code.NOT_ALLOWED,
                            levels.column(),
                            "target " + name(levels.column())
                                    + " has two classes, whose order says nothing: proportional odds of two is the logistic loss")
                    .help("--loss logistic"));
        }
    }

    /** An order for a target that is no class. */
    static void numbers(Review review) {
        if (!review.data().givenClasses().isEmpty()) {
            String target = review.data().targetName();
            review.add(Finding.of(
                            Code.NOT_ALLOWED,
                            target,
                            "an order of classes was given, but " + name(target) + " is predicted as a number")
                    .help("--loss ordinal", "--task multiclass"));
        }
    }

    private static Optional<Finding> mismatch(String target, List<String> given, List<String> present) {
        Set<String> distinct = new LinkedHashSet<>(given);
        List<String> lacking =
                present.stream().filter(level -> !distinct.contains(level)).toList();
        List<String> unknown =
                distinct.stream().filter(level -> !present.contains(level)).toList();
        if (lacking.isEmpty() && unknown.isEmpty() && distinct.size() == given.size()) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>();
        if (!lacking.isEmpty()) {
            evidence.add("left out: " + Wording.list(lacking, 6));
        }
        for (String level : unknown) {
            evidence.add("no row is \"" + level + "\""
                    + DidYouMean.of(level, present)
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse(""));
        }
        if (distinct.size() < given.size()) {
            evidence.add("a class is named twice");
        }
        return Optional.of(Finding.of(
                        Code.NOT_ALLOWED,
                        target,
                        "the order of the classes of " + name(target) + " has to name each of them once")
                .because(evidence.toArray(String[]::new)));
    }

    private static Finding assumed(String target, List<String> order) {
        return Finding.of(
                        Code.ORDER_ASSUMED,
                        target,
                        "classes of " + name(target) + " in alphabetical order: " + String.join(" < ", order))
                .help("--order " + String.join(",", order));
    }
}
