package dev.taut.loss;

import java.util.Optional;

/**
 * F(η) of {@link OrdinalLoss}.
 *
 * @param y       places of the classes among those present
 * @param present their codes, ascending
 * @param classes how many there are, present or not
 */
record OrdinalDatafit(int[] y, double[] weights, int[] present, int classes) implements Datafit {
    @Override
    public int rows() {
        return y.length;
    }

    @Override
    public boolean isShiftInvariant() {
        return true;
    }

    @Override
    public double value(double[] eta) {
        return new OrdinalState(this, eta).value();
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        new OrdinalState(this, eta).gradient(out);
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        new OrdinalState(this, eta).curvature(out);
    }

    @Override
    public double evaluate(double[] eta, double[] gradient, double[] curvature) {
        OrdinalState state = new OrdinalState(this, eta);
        state.gradient(gradient);
        state.curvature(curvature);
        return state.value();
    }

    @Override
    public Optional<Coupling> coupling(double[] eta) {
        return Optional.of(new OrdinalState(this, eta));
    }

    /** Rows share the thresholds. */
    @Override
    public double curvatureBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean hasConjugate() {
        return false;
    }

    @Override
    public double conjugate(double[] r) {
        for (double entry : r) {
            if (entry != 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return 0;
    }

    @Override
    public double saturated() {
        return 0;
    }

    /** The thresholds are the intercepts. */
    @Override
    public double[] intercepts() {
        return new double[1];
    }
}
