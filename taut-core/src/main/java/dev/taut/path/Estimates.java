package dev.taut.path;

/**
 * Estimated costs of the steps that methods are made of. They only have to be right to a factor: what decides is n, p
 * and the number of λ, and that products in a cache are several times faster than a pass over X.
 */
final class Estimates {
    private static final double DOUBLE = Double.BYTES;
    /** Passes over X of a path whose columns are mostly proved inactive by bounds. */
    private static final double PASSES = 30;
    /** Solved on the candidates, a λ takes so many steps: the squared loss needs no new curvature. */
    private static final double STEPS_SQUARED = 2;

    private static final double STEPS = 4;
    /** Curvature matrices of a path whose loss is not squared. */
    private static final double REFERENCES = 10;
    /** Operations that the exponentials of a row take. */
    private static final double EXPONENTIALS = 100;
    /** Gradients whose products with all columns are kept. */
    private static final double REFERENCES_KEPT = 20;
    /** Vectors of one number per row that a solver keeps. */
    private static final double VECTORS = 20;

    private Estimates() {}

    /** Reading X so many times, with a multiplication and an addition per entry. */
    static Cost passes(Situation s, double count) {
        double entries = count * s.nonZeros() * s.outputs();
        return new Cost(2 * entries, DOUBLE * entries, 0);
    }

    /** The rows of a sample read from the table, written, encoded and written again. */
    static Cost copy(Situation s) {
        double entries = s.nonZeros();
        return new Cost(0, 4 * DOUBLE * entries, 2 * DOUBLE * entries);
    }

    /** XᵀX and its factor. */
    static Cost gram(Situation s) {
        double p = s.columns();
        double products = s.nonZeros() * p * s.density() + p * p * p / 3;
        return new Cost(products, DOUBLE * s.nonZeros(), 2 * DOUBLE * p * p);
    }

    /** The Gram matrix of the shorter side. */
    static Cost kernel(Situation s) {
        double m = s.smaller();
        return new Cost(s.nonZeros() * m * s.density(), DOUBLE * s.nonZeros(), DOUBLE * m * m);
    }

    /** A path on the Cholesky factor of a Gram matrix; where no coefficient is zero, every λ factors anew. */
    static Cost newtonOnGram(Situation s) {
        double p = s.columns();
        double each = 8 * p * p + (s.hasZeros() ? 0 : p * p * p / 3);
        return new Cost(s.lambdas() * each, 0, 2 * DOUBLE * p * p);
    }

    /** A tridiagonal form of order m, and every λ from it. */
    static Cost tridiagonal(Situation s, double m) {
        double reading = m * m > 1 << 20 ? DOUBLE * m * m * m / 3 : 0;
        return new Cost(8 * m * m * m / 3 + 4 * s.lambdas() * m * m, reading, 2 * DOUBLE * m * m);
    }

    /** Passes over X that several λ share. */
    static Cost sharedPasses(Situation s) {
        double entries = (double) s.lambdas() * s.nonZeros();
        return new Cost(2 * entries, DOUBLE * PASSES / 10 * s.nonZeros(), 0);
    }

    /** Newton steps in the space of the rows, and the way back to the columns at every λ, to certify there. */
    static Cost newtonInRowSpace(Situation s) {
        double n = s.rows();
        double k = s.outputs();
        double newton = REFERENCES * n * n * n * k * k + s.lambdas() * STEPS * 4 * n * n * k;
        return new Cost(newton, 0, 2 * DOUBLE * n * n).then(passes(s, 2.0 * s.lambdas()));
    }

    /** A path on the design itself. */
    static Cost newton(Situation s) {
        double candidates = Math.max(1, s.hasZeros() ? s.smaller() / 2.0 : s.columns()) * s.outputs();
        double steps = s.squared() ? STEPS_SQUARED : STEPS;
        double curvatures = s.squared() ? 1 : REFERENCES;
        double entries = s.rows() * s.density() * candidates;
        double exponentials = s.squared() ? 0 : EXPONENTIALS * s.rows() * s.outputs();
        double numbers = candidates * candidates + VECTORS * s.rows() * s.outputs() + REFERENCES_KEPT * s.columns();
        Cost walking = new Cost(
                s.lambdas() * steps * (4 * entries + exponentials),
                s.lambdas() * steps * 2 * DOUBLE * entries,
                DOUBLE * numbers);
        Cost curvature = new Cost(curvatures * entries * s.density() * candidates, 0, 0);
        return passes(s, PASSES).then(walking).then(curvature);
    }
}
