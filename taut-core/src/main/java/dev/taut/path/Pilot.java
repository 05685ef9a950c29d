package dev.taut.path;

import dev.taut.penalty.AdaptivePenalty;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.Prox;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import java.util.Arrays;

/** The pilot fit of an {@link AdaptivePenalty}: the knot of the lasso path with the smallest BIC. */
final class Pilot {
    private static final Lambdas GRID = Lambdas.grid(50, 0);

    private Pilot() {}

    /** The problem with the penalty that its pilot makes; the problem itself if no pilot is asked for. */
    static Reduced resolve(Reduced reduced, Stopping stopping) {
        Penalty penalty = reduced.problem().penalty();
        if (!(penalty.shape() instanceof AdaptivePenalty adaptive)) {
            return reduced;
        }
        Reduced lasso = reduced.with(penalty.reshaped(Penalty.lasso()));
        LambdaPath path = Paths.walk(lasso, GRID, stopping, Observer.SILENT);
        double[] pilot = new double[0];
        double least = Double.POSITIVE_INFINITY;
        for (Knot knot : path) {
            double bic = bic(
                    reduced, lasso.penalty().at(knot.lambda(), reduced.problem().features()), knot);
            if (bic < least) {
                least = bic;
                pilot = knot.coefficients().dense();
            }
        }
        return reduced.with(penalty.reshaped(
                adaptive.after(pilot, reduced.problem().features().size())));
    }

    /** −2 log-likelihood + log n · active, but for constants; the variance of the squared loss is estimated (Schwarz 1978). */
    private static double bic(Reduced reduced, Prox prox, Knot knot) {
        double loss = knot.certificate().objective()
                - prox.value(knot.coefficients().dense())
                - reduced.problem().datafit().saturated();
        // Rows of weight 0 are as if they were not there.
        double n = Arrays.stream(reduced.problem().datafit().weights())
                .filter(w -> w > 0)
                .count();
        double misfit = reduced.problem().datafit().isQuadratic() ? n * Math.log(loss) : 2 * n * loss;
        return misfit + Math.log(n) * knot.coefficients().active();
    }
}
