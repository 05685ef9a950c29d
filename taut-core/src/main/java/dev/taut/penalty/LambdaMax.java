package dev.taut.penalty;

import dev.taut.design.Features;
import java.util.function.DoublePredicate;

/** Finds λ_max for any penalty whose zero set grows with λ. */
final class LambdaMax {
    private static final double DIGITS = 1e-12;

    private LambdaMax() {}

    static double of(Penalty penalty, double[] nullGradient, Features features) {
        Prox unit = penalty.at(1, features);
        if (unit instanceof BlockProx blocks) {
            return largestPolar(blocks, nullGradient);
        }
        if (unit instanceof MajorizedProx) {
            Penalty atZero = new MajorizedAtZero(penalty, nullGradient.length);
            return of(atZero, nullGradient, features);
        }
        return unit instanceof RebasedProx rebased
                ? bisect(new Inner(penalty), rebased.basis().inverseTransposedAll(nullGradient), features)
                : bisect(penalty, nullGradient, features);
    }

    /** What is penalised of a penalty in another basis. */
    private record Inner(Penalty penalty) implements Penalty {
        @Override
        public String name() {
            return penalty.name();
        }

        @Override
        public Prox at(double lambda, Features features) {
            return ((RebasedProx) penalty.at(lambda, features)).inner();
        }
    }

    /** At zero all that counts of a block is the polar of its gauge, which λ only scales. */
    private static double largestPolar(BlockProx unit, double[] nullGradient) {
        int outputs = unit.columns() == 0 ? 1 : nullGradient.length / unit.columns();
        double largest = 0;
        for (Block block : unit.blocks(outputs)) {
            largest = Math.max(largest, block.gauge().polar(block.of(nullGradient)));
        }
        return largest;
    }

    /**
     * What a penalty that is not convex looks like from zero.
     *
     * @param coordinates columns times outputs: with several, the coefficients of a column belong together
     */
    private record MajorizedAtZero(Penalty penalty, int coordinates) implements Penalty {
        @Override
        public String name() {
            return penalty.name();
        }

        @Override
        public Prox at(double lambda, Features features) {
            Prox prox = penalty.at(lambda, features);
            return prox instanceof MajorizedProx majorized ? majorized.majorizer(new double[coordinates]) : prox;
        }
    }

    private static double bisect(Penalty penalty, double[] nullGradient, Features features) {
        // Whether a column is free is a matter of the shape, to be asked where the shape shows: not at λ = 0.
        SeparableProx unit = (SeparableProx) penalty.at(1, features);
        double[] penalised = nullGradient.clone();
        for (int c = 0; c < penalised.length; c++) {
            penalised[c] = unit.isFree(c % unit.columns()) ? 0 : penalised[c];
        }
        return bisect(lambda -> zero((SeparableProx) penalty.at(lambda, features), penalised));
    }

    private static double bisect(DoublePredicate zeroAt) {
        if (zeroAt.test(0)) {
            return 0;
        }
        double high = 1;
        while (high < 1e150 && !zeroAt.test(high)) {
            high *= 2;
        }
        double low = high / 2;
        while (low > 1e-150 && zeroAt.test(low)) {
            high = low;
            low /= 2;
        }
        while (high - low > DIGITS * high) {
            double middle = low + (high - low) / 2;
            if (zeroAt.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean zero(SeparableProx prox, double[] nullGradient) {
        for (int c = 0; c < nullGradient.length; c++) {
            if (prox.violation(c % prox.columns(), 0, nullGradient[c]) > 0) {
                return false;
            }
        }
        return true;
    }
}
