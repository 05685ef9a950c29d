package dev.taut.solver;

/** Coefficients and the evidence for them. */
public record Solution(Coefficients coefficients, Certificate certificate) {}
