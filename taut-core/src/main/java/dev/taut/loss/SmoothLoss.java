package dev.taut.loss;

/** A convex loss with value and gradient everywhere, and curvature almost everywhere. */
public non-sealed interface SmoothLoss extends Loss {}
