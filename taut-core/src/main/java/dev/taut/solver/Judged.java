package dev.taut.solver;

import dev.taut.loss.Datafit;

/** A loss by its value and conjugate, with the slopes of a smooth neighbour as gradient: what a dual point is taken from. */
record Judged(Datafit exact, Datafit near) implements Datafit {
    @Override
    public int rows() {
        return exact.rows();
    }

    @Override
    public double[] weights() {
        return exact.weights();
    }

    @Override
    public double value(double[] eta) {
        return exact.value(eta);
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        near.gradient(eta, out);
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        near.curvature(eta, out);
    }

    @Override
    public double curvatureBound() {
        return near.curvatureBound();
    }

    @Override
    public double conjugate(double[] r) {
        return exact.conjugate(r);
    }

    @Override
    public double saturated() {
        return exact.saturated();
    }

    @Override
    public double[] intercepts() {
        return exact.intercepts();
    }
}
