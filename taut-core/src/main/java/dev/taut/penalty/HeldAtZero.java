package dev.taut.penalty;

/** Some columns held at zero, the others free. */
record HeldAtZero(boolean[] held) implements SeparableProx {
    @Override
    public int columns() {
        return held.length;
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
        return u == 0 || held[column] ? 0 : u / curvature;
    }

    @Override
    public double lower(int column) {
        return held[column] ? 0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper(int column) {
        return held[column] ? 0 : Double.POSITIVE_INFINITY;
    }
}
