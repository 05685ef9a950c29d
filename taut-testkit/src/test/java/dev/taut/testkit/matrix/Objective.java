package dev.taut.testkit.matrix;

import dev.taut.penalty.Constraint;
import dev.taut.solver.Coefficients;
import java.util.Arrays;
import java.util.stream.IntStream;

/** F(η, ν) + g(b) of a combination as a function of intercepts, coefficients of the centred and scaled columns, and ν. */
final class Objective implements Ellipsoid.Convex {
    private static final int HALVINGS = 200;
    private static final int SWEEPS = 200;
    private static final double BEYOND = 60;

    private final Combination combination;
    private final PenaltyFormula penalty;
    private final LossFormula loss;
    private final int rows;
    private final int outputs;
    private final int intercepts;
    private final double[] weights;
    private final double[] centers;
    private final double[] scales;
    /** Coordinates of b that vary. */
    private final int[] places;
    /** The centred and scaled column of each place; zeros for a constant one. */
    private final double[][] columns;

    /** Of what constraints do not hold by: more than any multiplier, so that none is worth it. */
    private static final double PRICE = 20;

    /** @param held coordinates of b that stay at zero */
    Objective(Combination combination, PenaltyFormula penalty, boolean[] held) {
        this.combination = combination;
        this.penalty = penalty;
        this.loss = combination.loss().formula();
        this.rows = combination.rows();
        this.outputs = combination.seen().outputs();
        this.intercepts = combination.intercept() ? outputs : 0;
        this.weights = combination.normalizedWeights();
        this.centers = combination.centers();
        this.scales = combination.scales();
        int p = combination.columns();
        this.places = IntStream.range(0, p * outputs)
                .filter(c -> !held[c])
                .filter(c -> combination.lower()[c % p] < 0 || combination.upper()[c % p] > 0)
                .toArray();
        this.columns = Arrays.stream(places)
                .map(c -> c % p)
                .mapToObj(j -> Arrays.stream(combination.table().columns()[j])
                        .map(v -> Double.isFinite(scales[j]) ? (v - centers[j]) / scales[j] : 0)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public int variables() {
        return intercepts + places.length + loss.nuisance().length;
    }

    private double bound(int variable, double[] bounds, double otherwise) {
        int place = variable - intercepts;
        if (place < 0 || place >= places.length) {
            return otherwise;
        }
        int j = places[place] % combination.columns();
        return bounds[j] == 0 ? 0 : bounds[j] * scales[j];
    }

    @Override
    public double lower(int variable) {
        return bound(variable, combination.lower(), Double.NEGATIVE_INFINITY);
    }

    @Override
    public double upper(int variable) {
        return bound(variable, combination.upper(), Double.POSITIVE_INFINITY);
    }

    /**
     * The variables of fitted coefficients, with the best ν.
     *
     * @param scaled the same coefficients, asked where columns are constant: nothing but the penalty depends on those
     */
    double[] variables(Coefficients raw, Coefficients scaled) {
        double[] beta = raw.dense();
        int p = combination.columns();
        double[] x = new double[variables()];
        for (int k = 0; k < intercepts; k++) {
            x[k] = raw.intercept(k);
            for (int j = 0; j < p; j++) {
                x[k] += centers[j] * beta[k * p + j];
            }
        }
        for (int i = 0; i < places.length; i++) {
            int j = places[i] % p;
            x[intercepts + i] = Double.isFinite(scales[j]) ? beta[places[i]] * scales[j] : scaled.get(j, places[i] / p);
        }
        double[] nuisance = settled(combination.eta(raw.intercepts(), beta));
        System.arraycopy(nuisance, 0, x, x.length - nuisance.length, nuisance.length);
        return x;
    }

    /** The best ν, coordinate by coordinate, each where its derivative changes sign. */
    private double[] settled(double[] eta) {
        double[] nuisance = loss.nuisance();
        double moved = nuisance.length;
        for (int sweep = 0; sweep < SWEEPS && moved > 1e-12; sweep++) {
            moved = 0;
            for (int k = 0; k < nuisance.length; k++) {
                double before = nuisance[k];
                settle(eta, nuisance, k);
                moved = Math.max(moved, Math.abs(nuisance[k] - before));
            }
        }
        return nuisance;
    }

    private void settle(double[] eta, double[] nuisance, int k) {
        double[] slopes = new double[eta.length + nuisance.length];
        double reach = BEYOND + Arrays.stream(eta).map(Math::abs).max().orElse(0);
        double low = -reach;
        double high = reach;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            nuisance[k] = middle;
            loss.at(combination.seen(), weights, eta, nuisance, slopes);
            if (slopes[eta.length + k] < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        nuisance[k] = high;
    }

    /** Coefficients of the scaled columns, in blocks. */
    double[] scaled(double[] x) {
        double[] b = new double[combination.columns() * outputs];
        for (int i = 0; i < places.length; i++) {
            b[places[i]] = x[intercepts + i];
        }
        return b;
    }

    /** η of these variables. */
    private double[] eta(double[] x) {
        double[] eta = new double[rows * outputs];
        double[] offset = combination.offset();
        for (int c = 0; c < eta.length; c++) {
            eta[c] = (intercepts == 0 ? 0 : x[c / rows]) + (offset.length == 0 ? 0 : offset[c]);
        }
        for (int v = 0; v < places.length; v++) {
            int block = places[v] / combination.columns() * rows;
            for (int i = 0; i < rows; i++) {
                eta[block + i] += columns[v][i] * x[intercepts + v];
            }
        }
        return eta;
    }

    /** What constraints that do not hold cost; slopes are added. */
    private double violated(double[] x, double[] slopes) {
        double sum = 0;
        for (Constraint constraint : combination.constraints()) {
            double[] row = combination.row(constraint);
            double at = 0;
            for (int v = 0; v < places.length; v++) {
                row[places[v]] /= scales[places[v]];
                at += row[places[v]] * x[intercepts + v];
            }
            double beyond = Math.max(0, Math.max(at - constraint.upper(), constraint.lower() - at));
            sum += PRICE * beyond;
            for (int v = 0; v < places.length && beyond > 0; v++) {
                slopes[intercepts + v] += (at > constraint.upper() ? PRICE : -PRICE) * row[places[v]];
            }
        }
        return sum;
    }

    @Override
    public double at(double[] x, double[] slopes) {
        double[] eta = eta(x);
        double[] nuisance = Arrays.copyOfRange(x, intercepts + places.length, x.length);
        double[] ofLoss = new double[eta.length + nuisance.length];
        double value = loss.at(combination.seen(), weights, eta, nuisance, ofLoss);
        Arrays.fill(slopes, 0);
        System.arraycopy(ofLoss, eta.length, slopes, x.length - nuisance.length, nuisance.length);
        if (Double.isInfinite(value)) {
            return value;
        }
        double[] b = scaled(x);
        double[] ofPenalty = new double[b.length];
        value += penalty.at(b, ofPenalty);
        for (int c = 0; c < eta.length && intercepts > 0; c++) {
            slopes[c / rows] += ofLoss[c];
        }
        for (int v = 0; v < places.length; v++) {
            int block = places[v] / combination.columns() * rows;
            double sum = ofPenalty[places[v]];
            for (int i = 0; i < rows; i++) {
                sum += ofLoss[block + i] * columns[v][i];
            }
            slopes[intercepts + v] += sum;
        }
        return value + violated(x, slopes);
    }
}
