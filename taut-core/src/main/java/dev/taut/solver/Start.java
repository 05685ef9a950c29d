package dev.taut.solver;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a solver starts: cold (the null model), or warm from coefficients of a neighbouring problem.
 *
 * @param lambda the strength of the problem to solve, if it is one of a path: a solver may extrapolate from its solutions
 *     at other strengths
 */
public record Start(Optional<Coefficients> coefficients, OptionalDouble lambda) {
    public static Start cold() {
        return new Start(Optional.empty(), OptionalDouble.empty());
    }

    public static Start from(Coefficients coefficients) {
        return new Start(Optional.of(coefficients), OptionalDouble.empty());
    }

    /** The same start for the problem at this λ of a path. */
    public Start at(double lambda) {
        return new Start(coefficients, OptionalDouble.of(lambda));
    }
}
