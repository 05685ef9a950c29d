package dev.taut.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms that have a column, estimated from training rows and from nothing else; plain data, stored with a model.
 *
 * @param how       the specification
 * @param documents training rows that were not missing
 * @param terms     in the alphabet; none for {@link Weighting#HASHED}
 * @param rows      of each term the training rows that hold it
 * @param known     share of all occurrences of terms in the training rows that have a column, 1 if there were none
 */
public record Vocabulary(Terms how, int documents, List<String> terms, List<Integer> rows, double known) {
    public Vocabulary {
        terms = List.copyOf(terms);
        rows = List.copyOf(rows);
    }

    /**
     * A text as its terms and their counts.
     *
     * @param rows training rows that consist of it
     */
    public record Document(Map<String, Integer> counts, int rows) {
        public Document {
            counts = Collections.unmodifiableMap(counts);
        }
    }

    /** The terms of these documents that the specification keeps. */
    public static Vocabulary of(Terms how, Collection<Document> documents) {
        int rows = documents.stream().mapToInt(Document::rows).sum();
        if (how.weighting() == Weighting.HASHED) {
            return new Vocabulary(how, rows, List.of(), List.of(), 1);
        }
        Map<String, Integer> holding = new HashMap<>();
        for (Document document : documents) {
            document.counts().keySet().forEach(term -> holding.merge(term, document.rows(), Integer::sum));
        }
        List<String> kept = holding.entrySet().stream()
                .filter(e -> e.getValue() >= how.minRows())
                // In every row it would be a constant.
                .filter(e -> how.weighting() != Weighting.PRESENCE || e.getValue() < rows)
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(how.most())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Integer> counts =
                kept.stream().map(term -> holding.getOrDefault(term, 0)).toList();
        Vocabulary unmeasured = new Vocabulary(how, rows, kept, counts, 1);
        return new Vocabulary(how, rows, kept, counts, unmeasured.share(documents));
    }

    /** Share of the occurrences of terms in these documents that have a column; 1 if there are none. */
    public double share(Collection<Document> documents) {
        if (how.weighting() == Weighting.HASHED) {
            return 1;
        }
        Map<String, Integer> columns = columns();
        long all = 0;
        long mine = 0;
        for (Document document : documents) {
            for (Map.Entry<String, Integer> entry : document.counts().entrySet()) {
                long occurrences = (long) entry.getValue() * document.rows();
                all += occurrences;
                mine += columns.containsKey(entry.getKey()) ? occurrences : 0;
            }
        }
        return all == 0 ? 1 : (double) mine / all;
    }

    /** Columns of a design. */
    public int size() {
        return how.weighting() == Weighting.HASHED ? how.most() : terms.size();
    }

    /** What the columns are called: the terms, or {@code #1}, {@code #2} … if they are hashed. */
    public List<String> names() {
        if (how.weighting() != Weighting.HASHED) {
            return terms;
        }
        List<String> names = new ArrayList<>(how.most());
        for (int k = 1; k <= how.most(); k++) {
            names.add("#" + k);
        }
        return names;
    }

    /** The column of each term. */
    Map<String, Integer> columns() {
        Map<String, Integer> columns = new HashMap<>();
        for (int k = 0; k < terms.size(); k++) {
            columns.put(terms.get(k), k);
        }
        return columns;
    }

    /** 1 + ln((1 + n)/(1 + d)) of a column's term. */
    double rarity(int column) {
        return 1 + Math.log((1.0 + documents) / (1.0 + rows.get(column)));
    }
}
