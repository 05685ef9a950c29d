package dev.taut.check;

import static dev.taut.finding.Wording.name;

import dev.taut.data.NumericColumn;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.run.LossWords;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a target's numbers are amounts that a loss has a meaning for: above 0, or at least 0. */
public final class Amounts {
    private Amounts() {}

    /** What is wrong with the target (T0207), naming rows; nothing for a loss that takes every number. */
    public static Optional<Finding> problem(NumericColumn target, String loss) {
        boolean positive = LossWords.family(loss).equals("gamma");
        if (!positive && !takesZero(loss)) {
            return Optional.empty();
        }
        int[] rows = IntStream.range(0, target.size())
                .filter(i -> !target.isMissing(i))
                .filter(i -> positive ? !(target.value(i) > 0) : !(target.value(i) >= 0))
                .toArray();
        if (rows.length == 0) {
            return Optional.empty();
        }
        Finding finding = Finding.of(
                        Code.NOT_ALLOWED,
                        target.name(),
                        "target " + name(target.name()) + " is not " + (positive ? "above 0" : "0 or more") + " in "
                                + Wording.count(rows.length, "row", "rows") + " (" + Wording.rows(rows) + ")")
                .because("the " + loss + " loss predicts " + (positive ? "positive amounts" : "amounts from 0 on")
                        + "; the first of these is " + target.text(rows[0]));
        boolean zeros = IntStream.of(rows).allMatch(i -> target.value(i) == 0);
        return Optional.of(finding.help(zeros ? "--loss tweedie:1.5" : "--loss squared"));
    }

    private static boolean takesZero(String loss) {
        return switch (LossWords.family(loss)) {
            case "poisson", "tweedie", "negbin" -> true;
            default -> false;
        };
    }
}
