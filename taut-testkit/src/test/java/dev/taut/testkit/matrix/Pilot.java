package dev.taut.testkit.matrix;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import dev.taut.path.Paths;
import dev.taut.solver.Observer;
import dev.taut.solver.Stopping;
import dev.taut.testkit.matrix.PenaltyFormula.Context;
import java.util.Arrays;

/**
 * What the adaptive lasso learns before it starts; for all other penalties nothing.
 *
 * @param weights one per column
 * @param held    coordinates that stay at zero
 */
record Pilot(double[] weights, boolean[] held) {
    private static final double GAMMA = 0.5;

    static Pilot of(Combination combination) {
        int p = combination.columns();
        double[] weights = new double[p];
        Arrays.fill(weights, 1);
        boolean[] held = new boolean[p * combination.seen().outputs()];
        if (combination.penaltyCase() != PenaltyCase.ADAPTIVE) {
            return new Pilot(weights, held);
        }
        double[] pilot = leastBic(combination.with(PenaltyCase.LASSO));
        if (Arrays.stream(pilot).allMatch(b -> b == 0)) {
            return new Pilot(weights, held);
        }
        for (int j = 0; j < p; j++) {
            double square = 0;
            for (int c = j; c < pilot.length; c += p) {
                square += pilot[c] * pilot[c];
            }
            weights[j] = square == 0 ? 0 : Math.pow(square, -GAMMA / 2);
            for (int c = j; c < held.length; c += p) {
                held[c] = square == 0;
            }
        }
        return new Pilot(weights, held);
    }

    /** The scaled coefficients of the lasso's knot with the least BIC. */
    private static double[] leastBic(Combination lasso) {
        LambdaPath path =
                Paths.walk(lasso.problem(lasso.design()), Lambdas.grid(50, 0), Stopping.DEFAULT, Observer.SILENT);
        Pilot none = of(lasso);
        double rows = Arrays.stream(lasso.weights()).filter(w -> w > 0).count();
        double least = Double.POSITIVE_INFINITY;
        double[] best = new double[0];
        for (Knot knot : path) {
            double loss = Judge.objective(lasso, none, 0, path.raw(knot), knot.coefficients());
            double misfit = lasso.loss() == LossCase.SQUARED ? rows * Math.log(loss) : 2 * rows * loss;
            double bic = misfit + Math.log(rows) * knot.coefficients().active();
            if (bic < least) {
                least = bic;
                best = knot.coefficients().dense();
            }
        }
        return best;
    }

    Context weighted(Context context) {
        double[] factors = context.factors().clone();
        for (int j = 0; j < factors.length; j++) {
            factors[j] *= weights[j];
        }
        return new Context(context.lambda(), context.groups(), factors, context.outputs());
    }
}
