package dev.taut.fold;

import dev.taut.data.Dataset;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.finding.Wording;
import java.util.List;
import java.util.Optional;

/** Whether every part that is learnt from holds every class. */
final class ClassCoverage {
    private ClassCoverage() {}

    /** A warning for folds that learn without some class; an error if a fold learns from a single class (T0206). */
    static Optional<Finding> of(Dataset data, FoldPlan plan) {
        Keys classes = Keys.classes(data);
        int lacking = 0;
        Optional<Finding> first = Optional.empty();
        for (List<Split> repeat : plan.splits()) {
            for (int fold = 0; fold < repeat.size(); fold++) {
                List<String> absent = classes.lackingIn(repeat.get(fold).train());
                if (absent.isEmpty()) {
                    continue;
                }
                if (absent.size() >= classes.count() - 1) {
                    return Optional.of(single(data, fold));
                }
                lacking++;
                if (first.isEmpty()) {
                    first = Optional.of(partly(data, fold, absent));
                }
            }
        }
        String others = Wording.count(lacking - 1L, "other fold lacks", "other folds lack") + " some class as well";
        return lacking > 1 ? first.map(f -> f.because(others)) : first;
    }

    private static Finding single(Dataset data, int fold) {
        return Finding.of(
                        Code.RARE_CLASS,
                        data.targetName(),
                        "fold " + (fold + 1) + " would learn from rows of a single class of "
                                + Wording.name(data.targetName()))
                .as(Severity.ERROR)
                .because("all rows of the other classes are held out or come later");
    }

    private static Finding partly(Dataset data, int fold, List<String> absent) {
        return Finding.of(
                Code.RARE_CLASS,
                data.targetName(),
                "fold " + (fold + 1) + " learns without class "
                        + Wording.list(absent.stream().map(c -> "\"" + c + "\"").toList(), 3));
    }
}
