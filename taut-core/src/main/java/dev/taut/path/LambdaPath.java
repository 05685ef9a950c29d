package dev.taut.path;

import dev.taut.design.Features;
import dev.taut.design.Standardization;
import dev.taut.solver.Coefficients;
import java.util.Iterator;
import java.util.List;

/**
 * The solutions along λ, strongest first.
 *
 * @param nullModel the model with intercepts (and offset) alone
 * @param symmetric whether raw intercepts of several outputs are made to sum to zero
 * @param lambdaMax the smallest λ at which every penalised coefficient is zero
 * @param ended     {@code complete}, or why the path ended before its last λ, in one sentence
 * @param plan      how it was computed
 */
public record LambdaPath(
        Features features,
        Standardization standardization,
        Coefficients nullModel,
        boolean symmetric,
        double lambdaMax,
        List<Knot> knots,
        String ended,
        String plan)
        implements Iterable<Knot> {
    public static final String COMPLETE = "complete";

    public LambdaPath {
        knots = List.copyOf(knots);
    }

    @Override
    public Iterator<Knot> iterator() {
        return knots.iterator();
    }

    /** The coefficients of a knot for raw columns; the intercepts of classes sum to zero. */
    public Coefficients raw(Knot knot) {
        return raw(knot.coefficients());
    }

    /** Coefficients of this path for raw columns. */
    public Coefficients raw(Coefficients standardized) {
        Coefficients raw = standardized.raw(standardization);
        return symmetric ? raw.withCentredIntercepts() : raw;
    }
}
