package dev.taut.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Did regularization help? The same metric for no model, no penalty, λ.min, λ.1se and the chosen λ.
 *
 * @param metric as in {@link Tuning}
 * @param rows   no model, none, minimum, 1se, chosen: those that exist
 * @param shrinkage what it did to the coefficients; empty where there is no fit without a penalty to compare with
 */
public record Effect(String metric, List<Row> rows, Optional<Shrinkage> shrinkage) {
    /** Without coefficients to compare. */
    public Effect(String metric, List<Row> rows) {
        this(metric, rows, Optional.empty());
    }

    /** Of a kernel machine, whether the linear one is within one standard error of it in cross-validation. */
    public boolean lineServes() {
        Optional<Row> line = row("linear");
        Optional<Row> chosen = row("chosen");
        return line.isPresent()
                && chosen.isPresent()
                && line.get().crossValidated().orElse(Double.NaN)
                        <= chosen.get().crossValidated().orElse(Double.NaN)
                                + chosen.get().standardError().orElse(0);
    }

    private Optional<Row> row(String label) {
        return rows.stream().filter(row -> row.label().equals(label)).findFirst();
    }

    /**
     * @param label   {@code no model}, {@code none}, {@code minimum}, {@code 1se}, {@code linear} (of a kernel machine) or
     *     {@code chosen}
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
