package dev.taut.fold;

import dev.taut.finding.Finding;
import java.util.List;

/**
 * The rows that tuning never touches.
 *
 * @param split    {@code train} to learn and tune on, {@code test} held out; {@code test} is empty if nothing is
 * @param scheme   {@code none}, {@code random}, {@code stratified}, {@code grouped}, {@code latest rows} or
 *                 {@code split column}
 * @param findings notes, for example why there is no holdout (T0405); usually empty
 */
public record HoldoutPlan(Split split, String scheme, List<Finding> findings) {
    public HoldoutPlan {
        findings = List.copyOf(findings);
    }

    /** Whether any row is held out. */
    public boolean exists() {
        return split.test().length > 0;
    }
}
