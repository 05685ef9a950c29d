package dev.taut.loss;

import java.util.Arrays;

/** What is to be predicted, row by row. */
public sealed interface Target {
    int rows();

    /** Numbers: measurements, counts, or shares in [0, 1]. */
    record Numeric(double[] values) implements Target {
        public Numeric {
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "target value " + values[i] + " in row " + (i + 1) + " is not a finite number");
                }
            }
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Class codes 0 … count−1. */
    record Classes(int[] codes, int count) implements Target {
        public Classes {
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] < 0 || codes[i] >= count) {
                    throw new IllegalArgumentException(
                            "class code " + codes[i] + " in row " + (i + 1) + " is outside 0 … " + (count - 1));
                }
            }
            codes = codes.clone();
        }

        @Override
        public int[] codes() {
            return codes.clone();
        }

        @Override
        public int rows() {
            return codes.length;
        }
    }

    static Target of(double... values) {
        return new Numeric(values);
    }

    static Target classes(int count, int... codes) {
        return new Classes(codes, count);
    }

    /**
     * The target as numbers; class codes become 0 and 1.
     *
     * @throws IllegalArgumentException if there are more than two classes
     */
    default double[] numbers() {
        if (this instanceof Numeric numeric) {
            return numeric.values.clone();
        }
        Classes classes = (Classes) this;
        if (classes.count > 2) {
            throw new IllegalArgumentException(classes.count + " classes need the multinomial loss");
        }
        return Arrays.stream(classes.codes).asDoubleStream().toArray();
    }
}
