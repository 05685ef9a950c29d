package dev.taut.penalty;

/**
 * Holds every penalised coefficient at zero and leaves the unpenalised ones free within their bounds: the null model of
 * a penalty.
 */
record OnlyFree(SeparableProx prox) implements SeparableProx {
    private static final double FAR = 1e100;

    private boolean isPenalised(int column) {
        return prox.slope(column, FAR, 1) != 0 || prox.slope(column, -FAR, -1) != 0;
    }

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
        return u == 0 || isPenalised(column) ? 0 : Math.max(lower(column), Math.min(upper(column), u / curvature));
    }

    @Override
    public double lower(int column) {
        return isPenalised(column) ? 0 : prox.lower(column);
    }

    @Override
    public double upper(int column) {
        return isPenalised(column) ? 0 : prox.upper(column);
    }
}
