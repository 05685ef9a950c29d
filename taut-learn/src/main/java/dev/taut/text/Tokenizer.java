package dev.taut.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The terms of a text: its words at the boundaries of Unicode (UAX #29: runs of letters and digits; punctuation and
 * white space part them), in lower case, and their runs of up to a given length.
 *
 * <p>Serves one thread.
 */
public final class Tokenizer {
    private final int longest;
    private final StandardTokenizer words = new StandardTokenizer();
    private final TokenStream lowered = new LowerCaseFilter(words);
    private final CharTermAttribute word = lowered.getAttribute(CharTermAttribute.class);

    /**
     * @param longest words of the longest term, at least 1
     */
    public Tokenizer(int longest) {
        this.longest = longest;
    }

    /** The words in the order of the text. */
    public List<String> words(String text) {
        List<String> found = new ArrayList<>();
        words.setReader(new StringReader(text));
        try (lowered) {
            lowered.reset();
            while (lowered.incrementToken()) {
                found.add(word.toString());
            }
            lowered.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be read", e);
        }
        return found;
    }

    /** How often each term occurs, in the order of first appearance; the words of a longer term are joined by a space. */
    public Map<String, Integer> counts(String text) {
        List<String> found = words(text);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            String term = found.get(i);
            counts.merge(term, 1, Integer::sum);
            for (int next = i + 1; next < Math.min(found.size(), i + longest); next++) {
                term = term + " " + found.get(next);
                counts.merge(term, 1, Integer::sum);
            }
        }
        return counts;
    }
}
