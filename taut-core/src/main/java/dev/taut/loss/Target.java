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

    /**
     * Several numbers a row.
     *
     * @param values one block of rows per response
     * @param count  responses, ≥ 1
     */
    record Responses(double[] values, int count) implements Target {
        public Responses {
            if (count < 1 || values.length % count != 0) {
                throw new IllegalArgumentException(values.length + " values are not " + count + " per row");
            }
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException("response " + values[i] + " in row "
                            + (i % (values.length / count) + 1) + " is not a finite number");
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
            return values.length / count;
        }
    }

    /**
     * Times until an event, some of which are only known to lie beyond the time given (censored).
     *
     * @param starts when each row came under observation: it is at risk in (start, stop]; empty if from the beginning
     * @param stops  when the event came, or when observation ended
     * @param events whether the event came
     * @param strata codes ≥ 0 of groups that have a baseline hazard each; empty for one group
     */
    record Survival(double[] starts, double[] stops, boolean[] events, int[] strata) implements Target {
        public Survival {
            int n = stops.length;
            if (events.length != n
                    || (starts.length != n && starts.length != 0)
                    || (strata.length != n && strata.length != 0)) {
                throw new IllegalArgumentException(
                        n + " times need as many events, and as many or no starts and strata; there are "
                                + events.length + ", " + starts.length + " and " + strata.length);
            }
            for (int i = 0; i < n; i++) {
                if (!Double.isFinite(stops[i])) {
                    throw new IllegalArgumentException(
                            "time " + stops[i] + " in row " + (i + 1) + " is not a finite number");
                }
                if (starts.length > 0 && !(starts[i] < stops[i])) {
                    throw new IllegalArgumentException("row " + (i + 1) + " is under observation from " + starts[i]
                            + " to " + stops[i] + ", which is no time at all");
                }
                if (strata.length > 0 && strata[i] < 0) {
                    throw new IllegalArgumentException("stratum " + strata[i] + " in row " + (i + 1) + " is below 0");
                }
            }
            starts = starts.clone();
            stops = stops.clone();
            events = events.clone();
            strata = strata.clone();
        }

        @Override
        public double[] starts() {
            return starts.clone();
        }

        @Override
        public double[] stops() {
            return stops.clone();
        }

        @Override
        public boolean[] events() {
            return events.clone();
        }

        @Override
        public int[] strata() {
            return strata.clone();
        }

        @Override
        public int rows() {
            return stops.length;
        }

        /** The stratum of a row; 0 if there is one group. */
        public int stratum(int row) {
            return strata.length == 0 ? 0 : strata[row];
        }

        /** When a row came under observation; −∞ if from the beginning. */
        public double start(int row) {
            return starts.length == 0 ? Double.NEGATIVE_INFINITY : starts[row];
        }
    }

    static Target of(double... values) {
        return new Numeric(values);
    }

    static Target classes(int count, int... codes) {
        return new Classes(codes, count);
    }

    /** Several responses, each with a number for every row. */
    static Target responses(double[]... columns) {
        return new Responses(
                Arrays.stream(columns).flatMapToDouble(Arrays::stream).toArray(), columns.length);
    }

    /** Times under observation from the beginning, in one stratum. */
    static Target survival(double[] times, boolean[] events) {
        return new Survival(new double[0], times, events, new int[0]);
    }

    /**
     * The target as numbers; class codes become 0 and 1.
     *
     * @throws IllegalArgumentException if there are more than two classes, or more than one number a row
     */
    default double[] numbers() {
        if (this instanceof Numeric numeric) {
            return numeric.values.clone();
        }
        if (!(this instanceof Classes classes)) {
            throw new IllegalArgumentException("the target has more than one number a row; the loss asks for one");
        }
        if (classes.count > 2) {
            throw new IllegalArgumentException(classes.count + " classes need the multinomial loss");
        }
        return Arrays.stream(classes.codes).asDoubleStream().toArray();
    }
}
