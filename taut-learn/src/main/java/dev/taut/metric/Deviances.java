package dev.taut.metric;

import dev.taut.loss.Losses;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * Unit deviances 2(ℓ(y, m) − ℓ(y, y)) of the families with log link, as functions of target and predicted mean, by the
 * name of their loss (McCullagh and Nelder 1989, section 2.3; Jørgensen 1987).
 */
final class Deviances {
    private Deviances() {}

    /** Empty for a loss whose predictions are not means of such a family. */
    static Optional<DoubleBinaryOperator> of(String loss) {
        double parameter = Losses.parameter(loss);
        return switch (Losses.family(loss)) {
            case "poisson" -> Optional.of(Deviances::poisson);
            case "gamma" -> Optional.of(Deviances::gamma);
            case "tweedie" -> Optional.of((y, mean) -> tweedie(y, mean, parameter));
            case "negbin" -> Optional.of((y, mean) -> negativeBinomial(y, mean, parameter));
            default -> Optional.empty();
        };
    }

    static double poisson(double y, double mean) {
        return 2 * (logRatio(y, y, mean) - (y - mean));
    }

    private static double gamma(double y, double mean) {
        return 2 * ((y - mean) / mean - Math.log(y / mean));
    }

    private static double tweedie(double y, double mean, double power) {
        double a = 2 - power;
        double b = power - 1;
        double least = y == 0 ? 0 : Math.pow(y, a) / (a * b);
        return 2 * (Math.pow(mean, a) / a + y * Math.pow(mean, -b) / b - least);
    }

    private static double negativeBinomial(double y, double mean, double theta) {
        return 2 * (logRatio(y, y, mean) - logRatio(y + theta, y + theta, mean + theta));
    }

    /** factor·log(y/mean), 0 for a factor of 0. */
    private static double logRatio(double factor, double y, double mean) {
        return factor == 0 ? 0 : factor * Math.log(y / mean);
    }

    /** ½r² up to |r| = δ, δ|r| − ½δ² beyond. */
    static double huber(double y, double prediction, double delta) {
        double r = Math.abs(y - prediction);
        double near = Math.min(r, delta);
        return near * (r - near / 2);
    }
}
