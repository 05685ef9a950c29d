package dev.taut.path;

import dev.taut.design.Design;
import dev.taut.loss.Datafit;
import dev.taut.loss.DualDatafit;
import dev.taut.path.Resamples.Sample;
import dev.taut.penalty.Penalty;
import dev.taut.penalty.Prox;
import dev.taut.penalty.SeparableProx;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the choice of a {@link Method} depends on.
 *
 * @param rows      n
 * @param columns   p
 * @param nonZeros  entries of X that may differ from zero
 * @param outputs   linear predictors per row
 * @param squared   whether the loss is the squared one, about which Gram matrices say everything
 * @param structure of the penalty
 * @param lambdas   how many λ
 * @param samples   how many fits share the rows: 1 for a path alone, folds and the path on all rows together
 * @param fewest    rows that count in the smallest sample
 * @param memory    bytes that a method may take
 */
record Situation(
        int rows,
        int columns,
        long nonZeros,
        int outputs,
        boolean squared,
        Structure structure,
        int lambdas,
        int samples,
        int fewest,
        double memory) {

    /** What a penalty lets one do to a problem. */
    enum Structure {
        /** No penalty: nothing distinguishes directions, and nothing forbids more of them than rows. */
        NONE,
        /** λ/2·‖β‖², which no rotation of β changes. */
        RIDGE,
        /** λ/2·Σvⱼβⱼ². */
        WEIGHTED_RIDGE,
        /** Kinks, bounds, groups; or a loss with corners, whose certificate needs the columns themselves. */
        OTHER
    }

    /** A path alone. */
    static Situation of(Design design, Datafit datafit, Penalty penalty, Prox unit, int lambdas) {
        return new Situation(
                design.rows(),
                design.columns(),
                design.nonZeros(),
                datafit.outputs(),
                datafit.isQuadratic(),
                datafit instanceof DualDatafit ? Structure.OTHER : structure(penalty, unit),
                lambdas,
                1,
                design.rows(),
                Runtime.getRuntime().maxMemory());
    }

    /** Samples of the rows of a problem. */
    static Situation of(PathProblem problem, int count, IntFunction<Sample> samples) {
        int fewest = IntStream.range(0, count)
                .map(s -> samples.apply(s).rows())
                .min()
                .orElse(0);
        Situation alone = of(
                problem.design(),
                problem.datafit(),
                problem.penalty(),
                problem.penalty().at(1, problem.features()),
                Lambdas.DEFAULT.most());
        return alone.shared(count, fewest);
    }

    static Structure structure(Penalty penalty, Prox unit) {
        if (penalty.equals(Penalty.none())) {
            return Structure.NONE;
        }
        if (penalty.equals(Penalty.ridge())) {
            return Structure.RIDGE;
        }
        boolean weighted = penalty.shape().equals(Penalty.ridge())
                && unit instanceof SeparableProx separable
                && isUnbounded(separable);
        return weighted ? Structure.WEIGHTED_RIDGE : Structure.OTHER;
    }

    private static boolean isUnbounded(SeparableProx prox) {
        for (int j = 0; j < prox.columns(); j++) {
            if (Double.isFinite(prox.lower(j)) || Double.isFinite(prox.upper(j))) {
                return false;
            }
        }
        return true;
    }

    /** The same for so many samples, the smallest of which counts so many rows. */
    Situation shared(int count, int fewestRows) {
        return new Situation(rows, columns, nonZeros, outputs, squared, structure, lambdas, count, fewestRows, memory);
    }

    /** One sample by itself, on its own rows. */
    Situation copied() {
        long entries = Math.round(nonZeros * (double) fewest / Math.max(rows, 1));
        return new Situation(fewest, columns, entries, outputs, squared, structure, lambdas, 1, fewest, memory);
    }

    /** One sample by itself, on all rows, some of which do not count. */
    Situation weighted() {
        return new Situation(rows, columns, nonZeros, outputs, squared, structure, lambdas, 1, fewest, memory);
    }

    boolean isRidge() {
        return structure == Structure.RIDGE || structure == Structure.WEIGHTED_RIDGE;
    }

    /** How a path is found from a Gram matrix. */
    PathMethod gramMethod() {
        return isRidge() ? PathMethod.GRAM_RIDGE : PathMethod.GRAM;
    }

    boolean isRotatable() {
        return structure == Structure.RIDGE || structure == Structure.NONE;
    }

    /** Whether coefficients may be exactly zero. */
    boolean hasZeros() {
        return structure == Structure.OTHER;
    }

    /** The shorter side of X, of whose rows only those count that a sample has. */
    int smaller() {
        return Math.min(fewest, columns);
    }

    /** The share of entries that may differ from zero. */
    double density() {
        return nonZeros / Math.max(1.0, (double) rows * columns);
    }
}
