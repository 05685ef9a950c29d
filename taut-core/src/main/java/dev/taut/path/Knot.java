package dev.taut.path;

import dev.taut.solver.Certificate;
import dev.taut.solver.Coefficients;

/**
 * The solution at one λ.
 *
 * @param coefficients      on the standardized scale of the path ({@link LambdaPath#raw} converts)
 * @param devianceExplained 1 − deviance / null deviance on the rows of the fit; R² for the squared loss
 */
public record Knot(double lambda, Coefficients coefficients, Certificate certificate, double devianceExplained) {}
