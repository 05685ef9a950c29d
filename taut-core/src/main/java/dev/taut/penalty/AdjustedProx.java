package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.HashMap;
import java.util.Map;

/**
 * A separable prox with a factor and bounds per column. The minimiser of a convex function of one number over an
 * interval is its free minimiser clipped to the interval.
 */
record AdjustedProx(SeparableProx[] byColumn, double[] lowers, double[] uppers) implements SeparableProx {
    static AdjustedProx of(Penalty base, double lambda, Features features, Adjustments adjustments) {
        double[] factors = adjustments.factors();
        Map<Double, SeparableProx> byFactor = new HashMap<>();
        SeparableProx[] byColumn = new SeparableProx[factors.length];
        for (int j = 0; j < factors.length; j++) {
            byColumn[j] =
                    byFactor.computeIfAbsent(factors[j], factor -> (SeparableProx) base.at(lambda * factor, features));
        }
        return new AdjustedProx(byColumn, adjustments.lower(), adjustments.upper());
    }

    @Override
    public int columns() {
        return byColumn.length;
    }

    @Override
    public double value(int column, double b) {
        return byColumn[column].value(column, b);
    }

    @Override
    public double slope(int column, double b, int side) {
        return byColumn[column].slope(column, b, side);
    }

    @Override
    public double bend(int column, double b) {
        return byColumn[column].bend(column, b);
    }

    @Override
    public double step(int column, double u, double curvature) {
        double free = byColumn[column].step(column, u, curvature);
        return Math.max(lower(column), Math.min(upper(column), free));
    }

    /** Within the bounds that the penalty itself has, as for columns that it holds at zero. */
    @Override
    public double lower(int column) {
        return Math.max(lowers[column], byColumn[column].lower(column));
    }

    @Override
    public double upper(int column) {
        return Math.min(uppers[column], byColumn[column].upper(column));
    }
}
