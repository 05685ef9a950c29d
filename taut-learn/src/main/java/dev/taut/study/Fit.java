package dev.taut.study;

import dev.taut.LinearModel;
import dev.taut.run.Run;

/** The outcome of a study: everything there is to show, and the model to ship. */
public record Fit(Run run, LinearModel model) {}
