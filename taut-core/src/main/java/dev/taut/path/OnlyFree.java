package dev.taut.path;

import dev.taut.penalty.SeparableProx;

/** Holds every penalised or bounded coefficient at zero and leaves the free ones free: the null model of a penalty. */
record OnlyFree(SeparableProx prox) implements SeparableProx {
    @Override
    public int columns() {
        return prox.columns();
    }

    @Override
    public double value(int column, double b) {
        return 0;
    }

    @Override
    public double slope(int column, double b, int side) {
        return 0;
    }

    @Override
    public double bend(int column, double b) {
        return 0;
    }

    @Override
    public double step(int column, double u, double curvature) {
        return prox.isFree(column) ? u / curvature : 0;
    }

    @Override
    public double lower(int column) {
        return prox.isFree(column) ? Double.NEGATIVE_INFINITY : 0;
    }

    @Override
    public double upper(int column) {
        return prox.isFree(column) ? Double.POSITIVE_INFINITY : 0;
    }
}
