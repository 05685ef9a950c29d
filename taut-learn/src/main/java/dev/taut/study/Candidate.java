package dev.taut.study;

import dev.taut.Linear;
import dev.taut.finding.Code;
import dev.taut.finding.Refused;
import dev.taut.penalty.Penalty;
import dev.taut.run.Effect;
import dev.taut.summary.Effects;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.FoldedData;
import dev.taut.tuning.Progress;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A penalty in a comparison: tuned, or why it could not be.
 *
 * @param reason empty if it was tuned
 */
record Candidate(Penalty penalty, Optional<Tuned> tuned, OptionalDouble holdout, String reason) {
    /** Tunes it; without a penalty there may be no unique or no finite solution, which is a result like any other. */
    static Candidate of(Linear spec, Setup setup, FoldedData data, FitPlan plan, Progress progress) {
        Penalty penalty = spec.settings().penalty();
        boolean unpenalised = Tuned.isUnpenalised(spec);
        if (unpenalised
                && !Tuned.hasUniqueUnpenalised(spec, setup.train(), plan.folds().count())) {
            return impossible(penalty, "no unique solution: more features than rows");
        }
        try {
            return of(penalty, Tuned.of(spec, data, plan, progress), setup);
        } catch (Refused refused) {
            if (unpenalised && refused.findings().stream().allMatch(f -> f.code() == Code.SEPARABLE)) {
                return impossible(penalty, "no finite solution: the features explain the target completely");
            }
            throw refused;
        }
    }

    private static Candidate of(Penalty penalty, Tuned tuned, Setup setup) {
        OptionalDouble holdout = Effects.of(tuned, setup).rows().stream()
                .filter(row -> row.label().equals("chosen"))
                .map(Effect.Row::holdout)
                .findFirst()
                .orElse(OptionalDouble.empty());
        return new Candidate(penalty, Optional.of(tuned), holdout, "");
    }

    private static Candidate impossible(Penalty penalty, String reason) {
        return new Candidate(penalty, Optional.empty(), OptionalDouble.empty(), reason);
    }
}
