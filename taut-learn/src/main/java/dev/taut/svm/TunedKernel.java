package dev.taut.svm;

import dev.taut.fold.FoldPlan;
import java.util.Optional;

/**
 * A kernel machine that was chosen among candidates.
 *
 * @param tuning all candidates
 * @param chosen one of them
 * @param line   the linear machine that the same rule chooses on the same folds; empty if the kernel is linear itself
 * @param folds  the folds
 * @param model  the chosen one on all training rows
 */
public record TunedKernel(
        KernelTuning tuning,
        KernelTuning.Point chosen,
        Optional<KernelTuning.Point> line,
        FoldPlan folds,
        KernelModel model) {}
