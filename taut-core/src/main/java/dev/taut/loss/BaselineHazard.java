package dev.taut.loss;

import java.util.Arrays;

/**
 * H₀(t), a step function: the cumulative hazard of a row with η = 0 in one stratum. A row survives t with probability
 * exp(−H₀(t)·e^η).
 *
 * @param stratum    its code
 * @param times      event times, ascending
 * @param cumulative H₀ from each of them on
 */
public record BaselineHazard(int stratum, double[] times, double[] cumulative) {
    /** H₀ at a time; 0 before the first event, and after the last event what it was then. */
    public double at(double time) {
        int found = Arrays.binarySearch(times, time);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : cumulative[last];
    }
}
