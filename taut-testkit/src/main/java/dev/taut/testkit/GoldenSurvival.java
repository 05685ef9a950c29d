package dev.taut.testkit;

import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.loss.Losses;
import dev.taut.loss.Target;
import dev.taut.loss.Ties;
import dev.taut.loss.Weights;
import dev.taut.path.PathProblem;
import dev.taut.penalty.Penalty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A small survival problem and its reference solutions, strongest λ first.
 *
 * @param weights   empty for equal weights; so are offset, starts and strata where there are none
 * @param x         columns
 * @param events    1 for an event, 0 for a censored row
 * @param nullScore max |∇ⱼ| at β = 0
 */
public record GoldenSurvival(
        String name,
        Golden.Source source,
        String ties,
        String penalty,
        double l1Ratio,
        boolean standardize,
        double[] weights,
        double[] offset,
        double[][] x,
        double[] starts,
        double[] stops,
        double[] events,
        double[] strata,
        double nullScore,
        List<Solution> solutions) {
    public GoldenSurvival {
        solutions = List.copyOf(solutions);
    }

    /** A reference solution, for raw columns; {@code worstKkt} as in {@link Golden.Solution}. */
    public record Solution(double lambda, double[] beta, double objective, double worstKkt) {}

    /** The problem as Taut states it. */
    public PathProblem problem() {
        boolean[] came = new boolean[events.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = events[i] == 1;
        }
        int[] groups = Arrays.stream(strata).mapToInt(s -> (int) s).toArray();
        double[] w = weights.length == 0 ? Weights.equal(stops.length) : weights;
        return new PathProblem(
                DenseDesign.ofColumns(stops.length, x),
                Features.numbered(x.length),
                Losses.cox(Ties.valueOf(ties.toUpperCase(Locale.ROOT)))
                        .on(new Target.Survival(starts, stops, came, groups), w),
                penalty.equals("none") ? Penalty.none() : Penalty.elasticNet(l1Ratio),
                offset,
                false,
                standardize);
    }

    @Override
    public String toString() {
        return name;
    }
}
