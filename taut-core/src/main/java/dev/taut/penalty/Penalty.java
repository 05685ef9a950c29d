package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.List;

/**
 * A shape without strength, immutable and printable; at one λ it becomes a {@link Prox}. A new penalty is one record
 * with {@link #name()} and {@link #at}.
 */
public interface Penalty {
    /** What the penalty is called on the command line and in reports, for example {@code lasso} or {@code enet 0.5}. */
    String name();

    /** What is added to the loss, in one line of text, with λ where it stands; empty for nothing. */
    default String formula() {
        return "λ · " + name();
    }

    /** The names and patterns that factors and bounds speak of. */
    default List<String> columns() {
        return List.of();
    }

    /** Linear constraints on the coefficients. */
    default List<Constraint> constraints() {
        return List.of();
    }

    /**
     * This penalty without the factors and bounds of columns that are not there: a level of a category, or a column that
     * is constant in some fold, may be missing from a design although a table has it. {@link #at} refuses such names.
     */
    default Penalty among(Features features) {
        return this;
    }

    /** The shape alone: this penalty without its factors and bounds. */
    default Penalty shape() {
        return this;
    }

    /** Another shape with the factors and bounds of this penalty. */
    default Penalty reshaped(Penalty shape) {
        return shape;
    }

    /**
     * The penalty at one strength, for these columns.
     *
     * @param lambda overall strength ≥ 0
     */
    Prox at(double lambda, Features features);

    /**
     * The same with a factor and bounds for every column; a penalty that cannot honour them refuses.
     *
     * @throws IllegalArgumentException saying what cannot be combined
     */
    default Prox adjusted(double lambda, Features features, Adjustments adjustments) {
        return AdjustedProx.of(this, lambda, features, adjustments);
    }

    /**
     * The smallest λ at which every penalised coefficient is zero, found by bisection to 12 digits unless a penalty
     * knows better.
     *
     * @param nullGradient ∇ of the datafit with respect to each coefficient, at the model with intercept, offset and
     *                     unpenalised columns fitted; one block of columns per output
     * @return +0 if all are zero at any λ
     */
    default double lambdaMax(double[] nullGradient, Features features) {
        return LambdaMax.of(this, nullGradient, features);
    }

    /** These columns (names, or patterns with {@code *}) are never penalised. */
    default Penalty free(String... columns) {
        Penalty penalty = this;
        for (String column : columns) {
            penalty = penalty.factor(column, 0);
        }
        return penalty;
    }

    /**
     * Multiplies λ for these columns; 0 leaves them free, the adaptive lasso passes 1/|β̂|.
     *
     * @param column     a name or a pattern with {@code *}
     * @param multiplier ≥ 0 and finite; used as given, never rescaled
     */
    default Penalty factor(String column, double multiplier) {
        return AdjustedPenalty.of(this).factor(column, multiplier);
    }

    /**
     * Keeps the coefficients of these columns, on the scale of the raw columns, in [lower, upper].
     *
     * @param columns a name or a pattern with {@code *}
     * @param lower   ≤ 0, may be −∞
     * @param upper   ≥ 0, may be +∞
     */
    default Penalty within(String columns, double lower, double upper) {
        return AdjustedPenalty.of(this).within(columns, lower, upper);
    }

    /**
     * Keeps the coefficients, on the scale of the raw columns, where these linear constraints hold. A column that a
     * constraint names and a design has not counts as one with coefficient zero.
     */
    default Penalty subjectTo(Constraint... constraints) {
        return constraints.length == 0 ? this : ConstrainedPenalty.of(this, List.of(constraints));
    }

    /**
     * The same penalty for standardized columns x̃ⱼ = (xⱼ − centerⱼ)/scaleⱼ; bounds given for raw coefficients are
     * multiplied by the scale, everything else stays.
     */
    default Penalty scaled(double[] scales) {
        return this;
    }

    /** No penalty: least squares, or maximum likelihood. */
    static Penalty none() {
        return new NoPenalty();
    }

    /** λ/2 · ‖β‖₂². */
    static Penalty ridge() {
        return new ElasticNet(0);
    }

    /** λ · ‖β‖₁. */
    static Penalty lasso() {
        return new ElasticNet(1);
    }

    /**
     * λ · [ l1Ratio·‖β‖₁ + (1 − l1Ratio)/2·‖β‖₂² ].
     *
     * @param l1Ratio share of L1, 0…1
     */
    static Penalty elasticNet(double l1Ratio) {
        return new ElasticNet(l1Ratio);
    }
}
