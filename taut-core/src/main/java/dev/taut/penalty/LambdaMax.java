package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.function.DoublePredicate;

/** Finds λ_max for any penalty whose zero set grows with λ. */
final class LambdaMax {
    private static final double DIGITS = 1e-12;

    private LambdaMax() {}

    static double bisect(Penalty penalty, double[] nullGradient, Features features) {
        // Whether a column is free is a matter of the shape, to be asked where the shape shows: not at λ = 0.
        SeparableProx unit = (SeparableProx) penalty.at(1, features);
        double[] penalised = nullGradient.clone();
        for (int c = 0; c < penalised.length; c++) {
            penalised[c] = unit.isFree(c % unit.columns()) ? 0 : penalised[c];
        }
        return bisect(lambda -> zero((SeparableProx) penalty.at(lambda, features), penalised));
    }

    private static double bisect(DoublePredicate zeroAt) {
        if (zeroAt.test(0)) {
            return 0;
        }
        double high = 1;
        while (high < 1e150 && !zeroAt.test(high)) {
            high *= 2;
        }
        double low = high / 2;
        while (low > 1e-150 && zeroAt.test(low)) {
            high = low;
            low /= 2;
        }
        while (high - low > DIGITS * high) {
            double middle = low + (high - low) / 2;
            if (zeroAt.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean zero(SeparableProx prox, double[] nullGradient) {
        for (int c = 0; c < nullGradient.length; c++) {
            if (prox.violation(c % prox.columns(), 0, nullGradient[c]) > 0) {
                return false;
            }
        }
        return true;
    }
}
