package dev.taut.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Did regularization help? The same metric for no model, no penalty, λ.min, λ.1se and the chosen λ.
 *
 * @param metric as in {@link Tuning}
 * @param rows   no model, none, minimum, 1se, chosen: those that exist
 */
public record Effect(String metric, List<Row> rows) {
    /**
     * @param label   {@code no model}, {@code none}, {@code minimum}, {@code 1se} or {@code chosen}
     * @param lambda  its strength; empty for no model
     * @param note    why figures are absent, for example no unique solution without a penalty; usually empty
     */
    public record Row(
            String label,
            OptionalDouble lambda,
            int active,
            OptionalDouble train,
            OptionalDouble crossValidated,
            OptionalDouble standardError,
            OptionalDouble holdout,
            String note) {}
}
