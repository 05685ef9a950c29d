package dev.taut.svm;

import java.util.Locale;

/**
 * k(x, z) = xᵀz, exp(−γ‖x − z‖²) or (γ·xᵀz + constant)^degree, on standardized features.
 *
 * @param shape    which of the three
 * @param gamma    γ &gt; 0; 0 stands for one over the number of features
 * @param degree   of a polynomial, ≥ 1
 * @param constant of a polynomial, ≥ 0
 */
public record Kernel(Shape shape, double gamma, int degree, double constant) {
    /** The formulas. */
    public enum Shape {
        LINEAR,
        RBF,
        POLY
    }

    public Kernel {
        if (!(gamma >= 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException("gamma must be a finite number ≥ 0, not " + gamma);
        }
        if (degree < 1) {
            throw new IllegalArgumentException("the degree must be at least 1, not " + degree);
        }
        if (!(constant >= 0) || Double.isInfinite(constant)) {
            throw new IllegalArgumentException("the constant must be a finite number ≥ 0, not " + constant);
        }
    }

    /** xᵀz. */
    public static Kernel linear() {
        return new Kernel(Shape.LINEAR, 0, 1, 0);
    }

    /**
     * exp(−γ‖x − z‖²).
     *
     * @param gamma γ &gt; 0; 0 for one over the number of features
     */
    public static Kernel rbf(double gamma) {
        return new Kernel(Shape.RBF, gamma, 1, 0);
    }

    /**
     * (γ·xᵀz + 1)^degree with γ one over the number of features.
     *
     * @param degree ≥ 1
     */
    public static Kernel poly(int degree) {
        return new Kernel(Shape.POLY, 0, degree, 1);
    }

    /**
     * {@code linear}, {@code rbf}, {@code rbf:GAMMA}, {@code poly} (degree 3) or {@code poly:DEGREE}.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Kernel named(String text) {
        String[] parts = text.trim().toLowerCase(Locale.ROOT).split(":", 2);
        try {
            return switch (parts[0]) {
                case "linear" -> linear();
                case "rbf" -> rbf(parts.length < 2 ? 0 : Double.parseDouble(parts[1]));
                case "poly" -> poly(parts.length < 2 ? 3 : Integer.parseInt(parts[1]));
                default ->
                    throw new IllegalArgumentException(
                            "no kernel `" + text + "`; there are linear, rbf, rbf:GAMMA, poly and poly:DEGREE");
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + text + "`: the part after the colon must be a number", e);
        }
    }

    /** {@code linear}, {@code rbf} or {@code poly}. */
    public String name() {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    /** The formula with its numbers. */
    public String formula() {
        return switch (shape) {
            case LINEAR -> "xᵀz";
            case RBF -> "exp(−" + gamma + "·‖x − z‖²)";
            case POLY -> "(" + gamma + "·xᵀz + " + constant + ")^" + degree;
        };
    }

    /** This kernel with another γ. */
    public Kernel gamma(double other) {
        return new Kernel(shape, other, degree, constant);
    }

    /** This kernel with its γ decided, for this number of features. */
    Kernel on(int features) {
        return gamma > 0 ? this : gamma(1.0 / Math.max(features, 1));
    }
}
