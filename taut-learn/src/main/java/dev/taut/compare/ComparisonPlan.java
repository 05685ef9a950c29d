package dev.taut.compare;

import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that decides a comparison.
 *
 * @param fit     folds, holdout, seed, threads; its specification says how rows are encoded and what is measured
 * @param entries what is compared; labels differ
 * @param purpose what the model is for
 * @param rule    how λ is chosen; empty for the purpose's own way
 */
public record ComparisonPlan(FitPlan fit, List<Entry> entries, Purpose purpose, Optional<Rule> rule) {
    public ComparisonPlan {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare");
        }
        if (rule.isPresent() && rule.get().isCriterion()) {
            throw new IllegalArgumentException(
                    "entries are compared by folds; " + rule.get().word() + " chooses within one of them");
        }
        Set<String> labels = new HashSet<>();
        for (Entry entry : entries) {
            if (!labels.add(entry.label())) {
                throw new IllegalArgumentException("`" + entry.label() + "` stands twice in the comparison");
            }
        }
    }

    /** No purpose said, and so λ by the smallest error. */
    public static ComparisonPlan of(FitPlan fit, List<Entry> entries) {
        return new ComparisonPlan(fit, entries, Purpose.ANY, Optional.empty());
    }

    public ComparisonPlan purpose(Purpose other) {
        return new ComparisonPlan(fit, entries, other, rule);
    }

    public ComparisonPlan rule(Rule other) {
        return new ComparisonPlan(fit, entries, purpose, Optional.of(other));
    }

    /** The rule in force. */
    public Rule inForce() {
        return rule.orElseGet(purpose::rule);
    }
}
