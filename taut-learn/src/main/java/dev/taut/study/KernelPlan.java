package dev.taut.study;

import dev.taut.svm.KernelGrid;
import dev.taut.svm.KernelSvm;
import dev.taut.tuning.FitPlan;
import java.util.OptionalDouble;

/**
 * Everything that decides the fit of a kernel machine.
 *
 * @param fit     folds, holdout, seed, threads and the rule; its recipe
 * @param spec    the kernel's shape, and whether classes are calibrated; γ, degree and C come from the grid
 * @param grid    what is tried
 * @param epsilon width of the tube for numbers; by default a tenth of the target's standard deviation
 */
public record KernelPlan(FitPlan fit, KernelSvm spec, KernelGrid grid, OptionalDouble epsilon) {}
