package dev.taut.run;

import java.util.List;
import java.util.Optional;

/**
 * Features selected with a promise about false ones.
 *
 * @param method      stability
 * @param selected    the features, most convincing first
 * @param promise     what holds for them, in one sentence
 * @param assumptions what it rests on, a clause each
 * @param stability   the evidence of stability selection; empty for other methods
 */
public record Selection(
        String method,
        List<String> selected,
        String promise,
        List<String> assumptions,
        Optional<StabilitySummary> stability) {
    public Selection {
        selected = List.copyOf(selected);
        assumptions = List.copyOf(assumptions);
    }
}
