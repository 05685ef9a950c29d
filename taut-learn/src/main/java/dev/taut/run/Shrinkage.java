package dev.taut.run;

import java.util.List;
import java.util.Optional;

/**
 * What the penalty did to the coefficients: beside those of the fit without a penalty.
 *
 * @param l1Share Σ|βⱼ| of the chosen standardized coefficients over that without a penalty
 * @param l2Share √Σβⱼ² likewise
 * @param rows    features with a coefficient in either fit, the largest without a penalty first, at most 60
 * @param picture why L1 gives zeros and L2 does not, on two columns of these data; empty if fewer than two numbers are
 *     features
 */
public record Shrinkage(double l1Share, double l2Share, List<Row> rows, Optional<Picture> picture) {
    public Shrinkage {
        rows = List.copyOf(rows);
    }

    /**
     * Standardized coefficients.
     *
     * @param output class name, empty unless multiclass
     */
    public record Row(String feature, String output, double unpenalised, double chosen) {}

    /**
     * The loss of a model with two standardized columns alone, as a quadratic around its minimum b̂, with the diamond and
     * the disc around 0 that touch its ellipse {b : ½(b − b̂)ᵀH(b − b̂) = level}, the diamond in a corner.
     *
     * @param first    column on the horizontal axis
     * @param second   column on the vertical axis
     * @param minimum  b̂, without a penalty
     * @param hessian  H₁₁, H₁₂, H₂₂ per row
     * @param level    of the ellipse that touches both
     * @param diamond  |b₁| + |b₂| at the touching point of the diamond
     * @param lasso    that point
     * @param disc     √(b₁² + b₂²) at the touching point of the disc
     * @param ridge    that point
     */
    public record Picture(
            String first,
            String second,
            List<Double> minimum,
            List<Double> hessian,
            double level,
            double diamond,
            List<Double> lasso,
            double disc,
            List<Double> ridge) {
        public Picture {
            minimum = List.copyOf(minimum);
            hessian = List.copyOf(hessian);
            lasso = List.copyOf(lasso);
            ridge = List.copyOf(ridge);
        }
    }
}
