package dev.taut.solver;

import dev.taut.loss.Datafit;

/**
 * A datafit whose rows have at least this curvature per unit of weight: Newton steps stay finite where a loss is straight.
 * Only steps are shorter for it; value, gradient and conjugate are those of the datafit.
 */
record Damped(Datafit datafit, double floor) implements Datafit {
    @Override
    public int rows() {
        return datafit.rows();
    }

    @Override
    public double[] weights() {
        return datafit.weights();
    }

    @Override
    public double value(double[] eta) {
        return datafit.value(eta);
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        datafit.gradient(eta, out);
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        datafit.curvature(eta, out);
        raise(out);
    }

    @Override
    public double evaluate(double[] eta, double[] gradient, double[] curvature) {
        double value = datafit.evaluate(eta, gradient, curvature);
        raise(curvature);
        return value;
    }

    private void raise(double[] curvature) {
        double[] weights = datafit.weights();
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] = Math.max(curvature[i], floor * weights[i]);
        }
    }

    @Override
    public double curvatureBound() {
        return Math.max(datafit.curvatureBound(), floor);
    }

    @Override
    public double conjugate(double[] r) {
        return datafit.conjugate(r);
    }

    @Override
    public double saturated() {
        return datafit.saturated();
    }

    @Override
    public double[] intercepts() {
        return datafit.intercepts();
    }
}
