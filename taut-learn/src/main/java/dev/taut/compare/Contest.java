package dev.taut.compare;

import dev.taut.compare.Candidate.Fitted;
import dev.taut.finding.Finding;
import dev.taut.run.Comparison;
import dev.taut.summary.Clock;
import dev.taut.summary.StudyFindings;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.FoldedData;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries compared on the same folds.
 *
 * @param comparison as a reader sees it
 * @param baseline   whom the purpose takes: its run and model are the comparison's
 * @param findings   of the other entries' curves, each with its label
 */
public record Contest(Comparison comparison, Tuned baseline, List<Finding> findings) {
    public Contest {
        findings = List.copyOf(findings);
    }

    /**
     * Tunes every entry on the same folds and judges each fold at what the other folds choose.
     *
     * @throws dev.taut.finding.Refused if no entry can be fitted
     */
    public static Contest of(ComparisonPlan plan, Setup setup, Clock clock) {
        FitPlan fit = plan.fit().rule(plan.inForce());
        FoldedData data = Field.folded(plan, setup);
        List<Candidate> candidates = plan.entries().stream()
                .map(entry -> Candidate.of(entry, setup, data, fit, clock.about(entry.label())))
                .toList();
        Field field = Field.of(plan, candidates, setup, data);
        Fitted baseline = new Picks(field).baseline();
        List<Finding> findings = new ArrayList<>();
        for (Fitted fitted : field.fitted()) {
            if (fitted != baseline) {
                findings.addAll(StudyFindings.curve(fitted.tuned(), fitted.label() + ": "));
            }
        }
        return new Contest(Comparisons.of(field, baseline), baseline.tuned(), findings);
    }
}
