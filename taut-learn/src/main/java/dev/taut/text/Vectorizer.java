package dev.taut.text;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Writes texts as entries of a vocabulary's columns. */
public final class Vectorizer {
    /** Any fixed number; another one would make models that exist predict otherwise. */
    private static final int HASH_SEED = 0;

    private final Vocabulary vocabulary;
    private final Map<String, Integer> columns;

    public Vectorizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.columns = vocabulary.columns();
    }

    /**
     * The entries of a row that are not zero.
     *
     * @param columns ascending
     * @param values  one for each
     */
    public record Entries(int[] columns, double[] values) {
        public static final Entries NONE = new Entries(new int[0], new double[0]);
    }

    /** Of a text's terms and their counts. */
    public Entries entries(Map<String, Integer> counts) {
        TreeMap<Integer, Double> found = new TreeMap<>();
        counts.forEach((term, count) -> add(found, term, count));
        found.values().removeIf(value -> value == 0);
        int[] places = found.keySet().stream().mapToInt(k -> k).toArray();
        double[] values = found.values().stream().mapToDouble(v -> v).toArray();
        if (vocabulary.how().weighting().hasUnitRows()) {
            double norm = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
            for (int k = 0; k < values.length; k++) {
                values[k] /= norm;
            }
        }
        return new Entries(places, values);
    }

    private void add(Map<Integer, Double> found, String term, int count) {
        if (vocabulary.how().weighting() == Weighting.HASHED) {
            int hash = StringHelper.murmurhash3_x86_32(new BytesRef(term), HASH_SEED);
            double damped = 1 + Math.log(count);
            // One bit chooses the sign, so that terms in one column cancel on average; the others choose the column.
            found.merge(Math.floorMod(hash >>> 1, vocabulary.size()), (hash & 1) == 0 ? damped : -damped, Double::sum);
            return;
        }
        Integer column = columns.get(term);
        if (column != null) {
            found.put(column, value(column, count));
        }
    }

    private double value(int column, int count) {
        return switch (vocabulary.how().weighting()) {
            case COUNTS -> count;
            case PRESENCE -> 1;
            default -> (1 + Math.log(count)) * vocabulary.rarity(column);
        };
    }
}
