package dev.taut.study;

import dev.taut.run.Run;
import dev.taut.svm.KernelModel;

/** The outcome of a study of kernel machines. */
public record KernelFit(Run run, KernelModel model) {}
