package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.solver.Coefficients;

/** A smaller problem with the same objective, coefficient for coefficient, up to a constant shift of the intercept. */
interface Reduction {
    Design design();

    Datafit datafit();

    double[] offset();

    boolean intercept();

    /** The coefficients of the original problem. */
    Coefficients restore(Coefficients reduced);

    /** The problem as it is. */
    record None(Design design, Datafit datafit, double[] offset, boolean intercept) implements Reduction {
        @Override
        public Coefficients restore(Coefficients reduced) {
            return reduced;
        }
    }
}
