package dev.taut.solver;

import java.util.Optional;

/** Where a solver starts: cold (the null model), or warm from coefficients of a neighbouring problem. */
public record Start(Optional<Coefficients> coefficients) {
    public static Start cold() {
        return new Start(Optional.empty());
    }

    public static Start from(Coefficients coefficients) {
        return new Start(Optional.of(coefficients));
    }
}
