package dev.taut.testkit.matrix;

import dev.taut.design.Design;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.path.Lambdas;
import java.util.Arrays;
import java.util.List;

/**
 * What must give the same solutions as a combination.
 *
 * @param path       what the combination itself gave
 * @param complaints to which is added what does not
 */
record Same(Combination combination, LambdaPath path, List<String> complaints) {
    private static final double CLOSE = 1e-9;
    /** For what has no gap of its own. */
    private static final double ROUGH = 1e-6;

    /** @param factor of λ */
    void compare(String what, Combination other, Design design, double factor) {
        double[] lambdas = path.knots().stream().mapToDouble(Knot::lambda).toArray();
        LambdaPath found;
        try {
            double[] scaled = Arrays.stream(lambdas).map(l -> l * factor).toArray();
            found = Trial.walk(other, design, Lambdas.of(scaled));
        } catch (RuntimeException e) {
            complaints.add(what + " throws " + e);
            return;
        }
        boolean moved = Math.abs(found.lambdaMax() - factor * path.lambdaMax()) > 1e-8 * path.lambdaMax();
        if (moved
                && path.lambdaMax() > Trial.ROUNDING
                && combination.penaltyCase().hasZeros()) {
            complaints.add(what + ": lambda max " + found.lambdaMax() + " instead of " + factor * path.lambdaMax());
        }
        for (int k = 0; k < Math.min(found.knots().size(), lambdas.length); k++) {
            compare(what, found, k);
        }
        boolean shorter =
                path.ended().equals(LambdaPath.COMPLETE) && found.knots().size() != lambdas.length;
        if (shorter && !Refusals.mayLackProof(combination)) {
            complaints.add(
                    what + ": " + found.knots().size() + " knots instead of " + lambdas.length + ", " + found.ended());
        }
    }

    private void compare(String what, LambdaPath found, int k) {
        Knot knot = path.knots().get(k);
        Knot same = found.knots().get(k);
        if (!knot.certificate().converged() || !same.certificate().converged()) {
            return;
        }
        boolean relaxed = combination.penaltyCase().isRelaxed();
        if (relaxed && knot.lambda() == path.lambdaMax()) {
            // Rounding decides whether the first column is selected already.
            return;
        }
        // Of a relaxed fit, only the loss of the refit is a minimum.
        double lambda = relaxed ? 0 : knot.lambda();
        Pilot pilot = Pilot.of(combination);
        double expected = Judge.objective(combination, pilot, lambda, path.raw(knot), knot.coefficients());
        double actual = Judge.objective(combination, pilot, lambda, found.raw(same), same.coefficients());
        boolean hasGap = combination.penaltyCase().isConvex() && !relaxed;
        double room = knot.certificate().gap()
                + same.certificate().gap()
                + (hasGap ? CLOSE : ROUGH) * knot.certificate().scale();
        if (!(Math.abs(actual - expected) <= room)) {
            complaints.add(what + " at lambda " + knot.lambda() + ": objective " + actual + " instead of " + expected
                    + " · " + knot.certificate() + " · " + same.certificate());
        }
    }
}
