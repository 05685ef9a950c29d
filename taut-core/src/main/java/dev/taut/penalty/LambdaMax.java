package dev.taut.penalty;

import dev.taut.design.Features;

/** Finds λ_max for any penalty whose zero set grows with λ. */
final class LambdaMax {
    private static final double DIGITS = 1e-12;

    private LambdaMax() {}

    static double bisect(Penalty penalty, double[] nullGradient, Features features) {
        if (zeroAt(0, penalty, nullGradient, features)) {
            return 0;
        }
        double high = 1;
        while (high < 1e150 && !zeroAt(high, penalty, nullGradient, features)) {
            high *= 2;
        }
        double low = high / 2;
        while (low > 1e-150 && zeroAt(low, penalty, nullGradient, features)) {
            high = low;
            low /= 2;
        }
        while (high - low > DIGITS * high) {
            double middle = low + (high - low) / 2;
            if (zeroAt(middle, penalty, nullGradient, features)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean zeroAt(double lambda, Penalty penalty, double[] nullGradient, Features features) {
        return zero((SeparableProx) penalty.at(lambda, features), nullGradient);
    }

    private static boolean zero(SeparableProx prox, double[] nullGradient) {
        int p = prox.columns();
        for (int c = 0; c < nullGradient.length; c++) {
            if (prox.violation(c % p, 0, nullGradient[c]) > 0 && !prox.isFree(c % p)) {
                return false;
            }
        }
        return true;
    }
}
