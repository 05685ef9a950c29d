package dev.taut.penalty;

import java.util.stream.IntStream;

/**
 * g(β) = Σⱼ priceⱼ·[βⱼ ≠ 0] + h(β) with h separable and smooth: a price for every column that is used, which makes a choice of
 * columns of the problem (best subset). A column with several outputs is paid for once.
 *
 * @param prices ≥ 0, one per column; columns without a price are always used
 * @param shape  h, with bounds if there are any
 */
public record CountProx(double[] prices, SeparableProx shape) implements Prox {
    @Override
    public int columns() {
        return prices.length;
    }

    @Override
    public double value(double[] beta) {
        double sum = shape.value(beta);
        for (int j = 0; j < prices.length; j++) {
            sum += isUsed(j, beta) ? prices[j] : 0;
        }
        return sum;
    }

    private boolean isUsed(int column, double[] beta) {
        return IntStream.iterate(column, c -> c < beta.length, c -> c + prices.length)
                .anyMatch(c -> beta[c] != 0);
    }

    @Override
    public boolean isConvex() {
        return false;
    }

    @Override
    public boolean hasZeros() {
        return IntStream.range(0, prices.length).anyMatch(j -> prices[j] > 0);
    }

    @Override
    public SeparableProx onlyFree() {
        boolean[] used = new boolean[prices.length];
        for (int j = 0; j < used.length; j++) {
            used[j] = prices[j] == 0;
        }
        return on(used);
    }

    /** h on these columns, the others held at zero: what is left once the columns are chosen. */
    public SeparableProx on(boolean[] used) {
        return new Chosen(shape, used.clone());
    }

    private record Chosen(SeparableProx shape, boolean[] used) implements SeparableProx {
        @Override
        public int columns() {
            return used.length;
        }

        @Override
        public double value(int column, double b) {
            return shape.value(column, b);
        }

        @Override
        public double slope(int column, double b, int side) {
            return shape.slope(column, b, side);
        }

        @Override
        public double bend(int column, double b) {
            return shape.bend(column, b);
        }

        @Override
        public double step(int column, double u, double curvature) {
            return used[column] ? shape.step(column, u, curvature) : 0;
        }

        @Override
        public double lower(int column) {
            return used[column] ? shape.lower(column) : 0;
        }

        @Override
        public double upper(int column) {
            return used[column] ? shape.upper(column) : 0;
        }
    }
}
