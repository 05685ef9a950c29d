package dev.taut.solver;

import dev.taut.penalty.SeparableProx;

/** g = 0: the penalty of a problem in which only intercepts are fitted. */
record NothingPenalised(int columns) implements SeparableProx {
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
        return u == 0 ? 0 : u / curvature;
    }
}
