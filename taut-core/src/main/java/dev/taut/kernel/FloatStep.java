package dev.taut.kernel;

/**
 * The numbers of one step w ← prox(w − rate·direction), shared by all entries of a range. With d = 1, or d = √(v·second) + epsilon
 * in an adaptive step:
 *
 * <pre>
 * u = shrink·w − first·m/d       m the mean of gradients, v the mean of their squares
 * w = sign(u)·max(|u| − l1/d, 0) / (1 + l2/d)
 * </pre>
 *
 * @param scale   what gradients are multiplied by before anything else
 * @param l2Slope adds l2Slope·w to the gradient: a smooth ½·l2Slope·w² in the objective
 * @param decay1  of m: m ← decay1·m + gain1·g
 * @param gain1   1 − decay1, or 1 for a heavy ball
 * @param decay2  of v: v ← decay2·v + (1 − decay2)·g²
 * @param first   learning rate, corrected for the start of m
 * @param second  correction for the start of v
 * @param epsilon added to the root of v
 * @param shrink  what w is multiplied by before the step: weight decay apart from the gradient
 * @param l1      learning rate times the strength of |w|
 * @param l2      learning rate times the strength of ½w², taken by the proximal step
 * @param keep    whether an entry that is exactly zero stays so
 */
public record FloatStep(
        float scale,
        float l2Slope,
        float decay1,
        float gain1,
        float decay2,
        float first,
        float second,
        float epsilon,
        float shrink,
        float l1,
        float l2,
        boolean keep) {}
