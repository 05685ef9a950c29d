package dev.taut.study;

import dev.taut.penalty.Penalty;
import dev.taut.run.Effect;
import dev.taut.summary.Effects;
import dev.taut.tuning.Setup;
import dev.taut.tuning.Tuned;
import java.util.Optional;
import java.util.OptionalDouble;

/** A penalty in a comparison: tuned, or why it could not be. */
record Candidate(Penalty penalty, Optional<Tuned> tuned, OptionalDouble holdout) {
    static Candidate of(Penalty penalty, Tuned tuned, Setup setup) {
        OptionalDouble holdout = Effects.of(tuned, setup).rows().stream()
                .filter(row -> row.label().equals("chosen"))
                .map(Effect.Row::holdout)
                .findFirst()
                .orElse(OptionalDouble.empty());
        return new Candidate(penalty, Optional.of(tuned), holdout);
    }

    /** Without a penalty, and with too many columns for one solution. */
    static Candidate impossible(Penalty penalty) {
        return new Candidate(penalty, Optional.empty(), OptionalDouble.empty());
    }
}
