package dev.taut.recipe;

import static dev.taut.finding.Wording.name;

import dev.taut.data.Column;
import dev.taut.data.TextColumn;
import dev.taut.design.DesignBuilder;
import dev.taut.design.Feature;
import dev.taut.design.SparseDesign;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Wording;
import dev.taut.text.Tokenizer;
import dev.taut.text.Vectorizer;
import dev.taut.text.Vectorizer.Entries;
import dev.taut.text.Vocabulary;
import dev.taut.text.Vocabulary.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Prose as one sparse column per term, {@code x~word}, and a 0/1 column for where cells were missing. The terms share a
 * scale: one by one, the rarest would be blown up most and teach noise.
 *
 * @param column     the table column
 * @param vocabulary the terms that have a column
 * @param missing    whether the 0/1 column {@code x (missing)} enters; only if cells were missing in training
 */
public record TextStep(String column, Vocabulary vocabulary, boolean missing) implements Step {
    /** Between the column and a term in a feature's name. */
    public static final String HOLDS = "~";

    /** New rows whose terms are known less than this many times as well as those of training are another kind of text. */
    private static final double FAR_LESS_KNOWN = 0.5;

    /** Estimates the vocabulary; empty if no term has a column and nothing is missing. */
    static Optional<TextStep> fit(Recipe recipe, Column column) {
        Vocabulary vocabulary =
                Vocabulary.of(recipe.terms(), documents(column, recipe.terms().longest()));
        boolean missing = recipe.flagMissing() && column.missing() > 0;
        return vocabulary.size() > 0 || missing
                ? Optional.of(new TextStep(column.name(), vocabulary, missing))
                : Optional.empty();
    }

    /** The distinct cells that are not missing. */
    private static List<Document> documents(Column cells, int longest) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.isMissing(i)) {
                rows.merge(cells.text(i), 1, Integer::sum);
            }
        }
        Tokenizer tokenizer = new Tokenizer(longest);
        List<Document> documents = new ArrayList<>(rows.size());
        rows.forEach((text, count) -> documents.add(new Document(tokenizer.counts(text), count)));
        return documents;
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        vocabulary.names().forEach(term -> features.add(new Feature(column + HOLDS + term, column, true)));
        if (missing) {
            features.add(new Feature(column + " (missing)", column));
        }
        return features;
    }

    @Override
    public String encoding() {
        int longest = vocabulary.how().longest();
        String terms = longest == 1 ? "word" : "term of up to " + longest + " words";
        return Wording.count(vocabulary.size(), terms, longest == 1 ? "words" : "terms of up to " + longest + " words")
                + ", " + vocabulary.how().weighting().word()
                + (missing ? " + missing flag" : "");
    }

    @Override
    public void encode(Column cells, DesignBuilder out, Consumer<Finding> findings) {
        int n = cells.size();
        Entries[] rows = entries(cells);
        int[] from = new int[vocabulary.size() + 1];
        for (Entries row : rows) {
            for (int j : row.columns()) {
                from[j + 1]++;
            }
        }
        for (int j = 0; j < vocabulary.size(); j++) {
            from[j + 1] += from[j];
        }
        int[] next = from.clone();
        int[] rowIndex = new int[from[vocabulary.size()]];
        double[] value = new double[rowIndex.length];
        for (int i = 0; i < n; i++) {
            int[] columns = rows[i].columns();
            for (int k = 0; k < columns.length; k++) {
                int at = next[columns[k]]++;
                rowIndex[at] = i;
                value[at] = rows[i].values()[k];
            }
        }
        out.sparse(SparseDesign.of(n, from, rowIndex, value));
        if (missing) {
            double[] gaps = new double[n];
            for (int i = 0; i < n; i++) {
                gaps[i] = cells.isMissing(i) ? 1 : 0;
            }
            out.dense(gaps);
        }
    }

    /** Of every row; equal cells share theirs. */
    private Entries[] entries(Column cells) {
        Tokenizer tokenizer = new Tokenizer(vocabulary.how().longest());
        Vectorizer vectorizer = new Vectorizer(vocabulary);
        Entries[] byCode =
                new Entries[cells instanceof TextColumn text ? text.levels().size() : 0];
        Entries[] rows = new Entries[cells.size()];
        for (int i = 0; i < rows.length; i++) {
            if (cells.isMissing(i)) {
                rows[i] = Entries.NONE;
            } else if (cells instanceof TextColumn text) {
                int code = text.code(i);
                if (byCode[code] == null) {
                    byCode[code] = vectorizer.entries(tokenizer.counts(text.text(i)));
                }
                rows[i] = byCode[code];
            } else {
                rows[i] = vectorizer.entries(tokenizer.counts(cells.text(i)));
            }
        }
        return rows;
    }

    @Override
    public boolean encodesAs(Step other, boolean gaps) {
        return equals(other);
    }

    /** Rows in another language, so to speak: most of what they say has no column. */
    @Override
    public Optional<Finding> extrapolation(Column cells) {
        double share = vocabulary.share(documents(cells, vocabulary.how().longest()));
        if (share >= FAR_LESS_KNOWN * vocabulary.known()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                Code.EXTRAPOLATION,
                column,
                "only " + Wording.percent(share) + " of the words of " + name(column)
                        + " are known to the model, " + Wording.percent(vocabulary.known())
                        + " were in training: another kind of text"));
    }
}
