package dev.taut.data;

import java.math.BigDecimal;

/** Numbers; NaN is missing, infinities are kept (and refused by the checks, T0203). */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;

    private NumericColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    public static NumericColumn of(String name, double... values) {
        return new NumericColumn(name, values.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return values.length;
    }

    public double value(int row) {
        return values[row];
    }

    /** A copy of all values. */
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public String text(int row) {
        double value = values[row];
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? BigDecimal.valueOf((long) value).toString()
                : Double.toString(value);
    }

    @Override
    public NumericColumn rows(int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return new NumericColumn(name, picked);
    }

    @Override
    public NumericColumn named(String other) {
        return new NumericColumn(other, values);
    }
}
