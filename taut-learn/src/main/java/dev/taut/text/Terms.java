package dev.taut.text;

/**
 * How prose becomes columns, before any row is seen: an immutable specification.
 *
 * @param weighting what an occurrence is worth
 * @param longest   words of the longest term: 1 is single words, 2 also pairs of neighbours; 1 to 5
 * @param minRows   training rows that must hold a term, at least 1; without effect for {@link Weighting#HASHED}
 * @param most      columns, at least 1: the terms that most rows hold are kept, of equals the first in the alphabet
 */
public record Terms(Weighting weighting, int longest, int minRows, int most) {
    private static final int LONGEST = 5;
    private static final Terms STANDARD = new Terms(Weighting.TFIDF, 1, 3, 10_000);

    public Terms {
        if (longest < 1 || longest > LONGEST) {
            throw new IllegalArgumentException("terms have 1 to " + LONGEST + " words, not " + longest);
        }
        if (minRows < 1) {
            throw new IllegalArgumentException("minRows must be at least 1, not " + minRows);
        }
        if (most < 1) {
            throw new IllegalArgumentException("there must be room for 1 column, not " + most);
        }
    }

    /** tf-idf of single words that at least 3 rows hold, at most 10,000 of them. */
    public static Terms standard() {
        return STANDARD;
    }

    public Terms weighting(Weighting other) {
        return new Terms(other, longest, minRows, most);
    }

    public Terms longest(int words) {
        return new Terms(weighting, words, minRows, most);
    }

    public Terms minRows(int rows) {
        return new Terms(weighting, longest, rows, most);
    }

    public Terms most(int columns) {
        return new Terms(weighting, longest, minRows, columns);
    }
}
