package dev.taut.kernel;

/**
 * The standard normal distribution, with all digits in its tails: everything is expressed by the Mills ratio
 * R(x) = Φ(−x)/φ(x), x ≥ 0, which neither overflows nor vanishes.
 */
public final class NormalTail {
    private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
    private static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_PI = Math.sqrt(Math.PI);
    /** Where 1 − 1/x² + 6/x⁴ is λ(λ − x) to twelve digits, and the difference itself is less exact. */
    private static final double FAR = 200;

    /** Rational Chebyshev approximations of W. J. Cody 1969, Math. Comp. 23, 631–637: erf(x)/x on x² ≤ 0.22. */
    private static final double[] NEAR_OVER = {
        1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3
    };

    private static final double[] NEAR_UNDER = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };
    /** e^x²·erfc(x) on 0.46875 ≤ x ≤ 4. */
    private static final double[] MIDDLE_OVER = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3
    };

    private static final double[] MIDDLE_UNDER = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    /** x²·(1/√π − x·e^x²·erfc(x)) as a function of 1/x² for x ≥ 4. */
    private static final double[] FAR_OVER = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };

    private static final double[] FAR_UNDER = {
        1,
        2.56852019228982242,
        1.87295284992346725,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private NormalTail() {}

    /** R(x) = Φ(−x)/φ(x) for x ≥ 0, to an ulp or two. */
    public static double mills(double x) {
        return ROOT_HALF_PI * scaledErfc(x * ROOT_HALF);
    }

    /** e^x²·erfc(x). */
    private static double scaledErfc(double x) {
        double square = x * x;
        if (x <= 0.46875) {
            return Math.exp(square) * (1 - x * ratio(NEAR_OVER, NEAR_UNDER, square));
        }
        if (x <= 4) {
            return ratio(MIDDLE_OVER, MIDDLE_UNDER, x);
        }
        double inverse = 1 / square;
        return (1 / ROOT_PI - inverse * ratio(FAR_OVER, FAR_UNDER, inverse)) / x;
    }

    private static double ratio(double[] over, double[] under, double x) {
        double above = over[0];
        double below = under[0];
        for (int i = 1; i < over.length; i++) {
            above = above * x + over[i];
            below = below * x + under[i];
        }
        return above / below;
    }

    /** φ(x). */
    public static double density(double x) {
        return Math.exp(-x * x / 2 - LOG_ROOT_TWO_PI);
    }

    /** Φ(z). */
    public static double share(double z) {
        double tail = density(z) * mills(Math.abs(z));
        return z < 0 ? tail : 1 - tail;
    }

    /** log Φ(z), where R is the Mills ratio of |z| and φ the density. */
    public static double logShare(double z, double mills, double density) {
        return z < 0 ? Math.log(mills) - z * z / 2 - LOG_ROOT_TWO_PI : Math.log1p(-density * mills);
    }

    /** λ(z) = φ(z)/Φ(z), the slope of log Φ. */
    public static double hazard(double z, double mills, double density) {
        return z < 0 ? 1 / mills : density / (1 - density * mills);
    }

    /** λ(λ + z), minus the second derivative of log Φ: from 1 at −∞ to 0 at ∞. */
    public static double bend(double z, double hazard) {
        if (z < -FAR) {
            double inverse = 1 / (z * z);
            return 1 - inverse * (1 - 6 * inverse);
        }
        return hazard * (hazard + z);
    }

    /** Φ⁻¹(p) for 0 &lt; p &lt; 1: Newton's method on log Φ, which is concave, in the lower half. */
    public static double quantile(double p) {
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double wanted = Math.log(p);
        double z = -Math.sqrt(Math.max(0, -2 * (wanted + Math.log(2))));
        for (int step = 0; step < 60; step++) {
            double mills = mills(-z);
            double move = (wanted - logShare(Math.min(z, -0.0), mills, density(z))) * mills;
            z = Math.min(0, z + move);
            if (Math.abs(move) <= 1e-16 * Math.abs(z)) {
                break;
            }
        }
        return z;
    }
}
