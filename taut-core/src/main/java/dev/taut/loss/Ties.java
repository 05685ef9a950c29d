package dev.taut.loss;

/** How events at the same time share the rows at risk in a Cox model. */
public enum Ties {
    /** Every event sees all rows at risk (Breslow 1974): as if nobody had left yet. */
    BRESLOW,
    /** The l-th of d events sees the others as l/d gone (Efron 1977): close to the exact likelihood. */
    EFRON
}
