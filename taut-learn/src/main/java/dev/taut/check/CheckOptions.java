package dev.taut.check;

import dev.taut.finding.Code;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the user has already decided, so that {@link Checks} need not ask again.
 *
 * @param allowed           codes that must not stop or worry: an identifier (T0305) is then left out with a note, a
 *                          warning becomes a note
 * @param keep              columns that no check may drop or leave out
 * @param folds             folds that are planned; classes with fewer rows are named (T0206)
 * @param standardize       whether columns will be scaled; if not, very different scales are named (T0307)
 * @param dropMissingTarget leave out rows without a target instead of refusing them (T0202)
 * @param refuseMissing     refuse missing feature values instead of imputing them (T0204)
 * @param loss              the name of the loss that was chosen, whose targets are checked (T0207); empty if the task
 *                          chooses one
 */
public record CheckOptions(
        Set<Code> allowed,
        Set<String> keep,
        int folds,
        boolean standardize,
        boolean dropMissingTarget,
        boolean refuseMissing,
        String loss) {
    public CheckOptions {
        allowed = Set.copyOf(allowed);
        keep = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(keep));
    }

    /** Nothing allowed, nothing kept, 10 folds, standardized, missing targets refused, missing values imputed. */
    public static CheckOptions standard() {
        return new CheckOptions(Set.of(), Set.of(), 10, true, false, false, "");
    }

    public CheckOptions allow(Code... codes) {
        return new CheckOptions(Set.of(codes), keep, folds, standardize, dropMissingTarget, refuseMissing, loss);
    }

    public CheckOptions keep(String... columns) {
        return keep(List.of(columns));
    }

    public CheckOptions keep(Collection<String> columns) {
        return new CheckOptions(
                allowed, new LinkedHashSet<>(columns), folds, standardize, dropMissingTarget, refuseMissing, loss);
    }

    public CheckOptions folds(int planned) {
        return new CheckOptions(allowed, keep, planned, standardize, dropMissingTarget, refuseMissing, loss);
    }

    public CheckOptions standardize(boolean wanted) {
        return new CheckOptions(allowed, keep, folds, wanted, dropMissingTarget, refuseMissing, loss);
    }

    public CheckOptions dropMissingTarget(boolean wanted) {
        return new CheckOptions(allowed, keep, folds, standardize, wanted, refuseMissing, loss);
    }

    public CheckOptions refuseMissing(boolean wanted) {
        return new CheckOptions(allowed, keep, folds, standardize, dropMissingTarget, wanted, loss);
    }

    public CheckOptions loss(String name) {
        return new CheckOptions(allowed, keep, folds, standardize, dropMissingTarget, refuseMissing, name);
    }
}
