package dev.taut;

import dev.taut.data.Table;

/** A fitted model: it knows the raw table it was trained on and scores raw rows. */
public interface Model {
    /**
     * One prediction per row of a raw table that has the columns the model uses.
     *
     * @throws dev.taut.finding.Refused naming every column that is lacking (T0601)
     */
    Predictions predict(Table rows);
}
