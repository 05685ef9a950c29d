package dev.taut.solver;

import dev.taut.penalty.SeparableProx;

/** A penalty with one column more, the last one, which is free: the intercept where it is a column like others. */
record WithIntercept(SeparableProx prox) implements SeparableProx {
    @Override
    public int columns() {
        return prox.columns() + 1;
    }

    private boolean isIntercept(int column) {
        return column == prox.columns();
    }

    @Override
    public double value(int column, double b) {
        return isIntercept(column) ? 0 : prox.value(column, b);
    }

    @Override
    public double slope(int column, double b, int side) {
        return isIntercept(column) ? 0 : prox.slope(column, b, side);
    }

    @Override
    public double bend(int column, double b) {
        return isIntercept(column) ? 0 : prox.bend(column, b);
    }

    @Override
    public double step(int column, double u, double curvature) {
        if (!isIntercept(column)) {
            return prox.step(column, u, curvature);
        }
        return u == 0 ? 0 : u / curvature;
    }

    @Override
    public double lower(int column) {
        return isIntercept(column) ? Double.NEGATIVE_INFINITY : prox.lower(column);
    }

    @Override
    public double upper(int column) {
        return isIntercept(column) ? Double.POSITIVE_INFINITY : prox.upper(column);
    }
}
