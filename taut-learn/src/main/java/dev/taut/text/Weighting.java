package dev.taut.text;

/** What a term that occurs c times in a row is worth there. */
public enum Weighting {
    /**
     * (1 + ln c) · (1 + ln((1 + n)/(1 + d))) for a term that d of n training rows hold, rows scaled to unit length:
     * rare terms weigh more, long texts no more than short ones (Salton and Buckley 1988). The default.
     */
    TFIDF("tf-idf"),
    /** c itself. */
    COUNTS("counts"),
    /** 1. */
    PRESENCE("presence"),
    /**
     * ±(1 + ln c), summed over the terms that share a column by a hash, rows scaled to unit length (Weinberger et al.
     * 2009). Nothing is estimated and no vocabulary is stored, so columns carry numbers and not words.
     */
    HASHED("hashed");

    private final String word;

    Weighting(String word) {
        this.word = word;
    }

    /** As readers and the command line see it. */
    public String word() {
        return word;
    }

    /** Whether rows have length 1, so that a term's unit is no occurrence. */
    public boolean hasUnitRows() {
        return this == TFIDF || this == HASHED;
    }
}
