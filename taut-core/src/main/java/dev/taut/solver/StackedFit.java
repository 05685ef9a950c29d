package dev.taut.solver;

import dev.taut.loss.Datafit;
import java.util.Arrays;

/**
 * F(η_top) + h(η_bottom): a loss on the rows that were observed, and what {@linkplain ConstraintRows constraints} make of the
 * rows below. These have no weight, so that columns are measured by what was observed.
 *
 * @param top of one output, with rows that are independent of each other
 */
record StackedFit(Datafit top, ConstraintRows bottom) implements Datafit {
    private double[] above(double[] eta) {
        return Arrays.copyOf(eta, top.rows());
    }

    private void write(double[] above, double[] out) {
        System.arraycopy(above, 0, out, 0, above.length);
    }

    @Override
    public int rows() {
        return top.rows() + bottom.count();
    }

    @Override
    public double[] weights() {
        return Arrays.copyOf(top.weights(), rows());
    }

    @Override
    public double value(double[] eta) {
        return top.value(above(eta)) + bottom.value(eta, top.rows());
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        double[] above = above(eta);
        top.gradient(above.clone(), above);
        bottom.slopes(eta, top.rows(), out);
        write(above, out);
    }

    @Override
    public void curvature(double[] eta, double[] out) {
        double[] above = above(eta);
        top.curvature(above.clone(), above);
        bottom.curvature(eta, top.rows(), out);
        write(above, out);
    }

    @Override
    public double evaluate(double[] eta, double[] gradient, double[] curvature) {
        double[] slopes = new double[top.rows()];
        double[] bends = new double[top.rows()];
        double value = top.evaluate(above(eta), slopes, bends) + bottom.value(eta, top.rows());
        bottom.slopes(eta, top.rows(), gradient);
        bottom.curvature(eta, top.rows(), curvature);
        write(slopes, gradient);
        write(bends, curvature);
        return value;
    }

    @Override
    public double curvatureBound() {
        return Math.max(top.curvatureBound(), bottom.curvatureBound());
    }

    @Override
    public double conjugate(double[] r) {
        return top.conjugate(above(r)) + bottom.conjugate(r, top.rows());
    }

    @Override
    public double saturated() {
        return top.saturated();
    }

    @Override
    public double[] intercepts() {
        return new double[1];
    }
}
