package dev.taut.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.taut.text.Vectorizer.Entries;
import dev.taut.text.Vocabulary.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final List<Document> DOCUMENTS = List.of(
            new Document(Map.of("free", 2, "entry", 1), 1),
            new Document(Map.of("free", 1, "call", 1), 2),
            new Document(Map.of("home", 1, "call", 3), 1));

    private static Vocabulary of(Terms terms) {
        return Vocabulary.of(terms, DOCUMENTS);
    }

    @Test
    void aTermIsKeptIfEnoughRowsHoldItWhateverTheNumberOfItsOccurrences() {
        Vocabulary vocabulary = of(Terms.standard().minRows(3));
        assertThat(vocabulary.documents()).isEqualTo(4);
        assertThat(vocabulary.terms()).containsExactly("call", "free");
        assertThat(vocabulary.rows()).containsExactly(3, 3);
        // 2 + 2·1 of free and 2·1 + 3 of call, of 11 occurrences.
        assertThat(vocabulary.known()).isEqualTo(9 / 11.0);
    }

    @Test
    void ofEquallyFrequentTermsTheFirstInTheAlphabetAreKept() {
        assertThat(of(Terms.standard().minRows(1).most(1)).terms()).containsExactly("call");
        assertThat(of(Terms.standard().minRows(1).most(3)).terms()).containsExactly("call", "entry", "free");
    }

    @Test
    void countsAreThemselvesAndPresenceIsOne() {
        Entries counts = entries(Terms.standard().minRows(1).weighting(Weighting.COUNTS));
        assertThat(counts.columns()).containsExactly(0, 2);
        assertThat(counts.values()).containsExactly(1, 3);
        assertThat(entries(Terms.standard().minRows(1).weighting(Weighting.PRESENCE))
                        .values())
                .containsExactly(1, 1);
    }

    @Test
    void tfidfDampsCountsFavoursRareTermsAndHasUnitRows() {
        double[] values = entries(Terms.standard().minRows(1)).values();
        double call = 1 + Math.log(5 / 4.0);
        double free = (1 + Math.log(3)) * (1 + Math.log(5 / 4.0));
        double norm = Math.hypot(call, free);
        assertThat(values).containsExactly(new double[] {call / norm, free / norm}, within(1e-15));
    }

    @Test
    void hashedTermsNeedNoVocabularyAndAlwaysFallIntoTheSameColumns() {
        Terms hashed = Terms.standard().weighting(Weighting.HASHED).most(32);
        assertThat(of(hashed)).isEqualTo(new Vocabulary(hashed, 4, List.of(), List.of(), 1));
        assertThat(of(hashed).names()).hasSize(32).startsWith("#1", "#2");
        // MurmurHash3 (x86, 32 bits, seed 0) of the words' UTF-8 bytes is 0x513e646e and 0x4e9fdfc5.
        Entries entries = new Vectorizer(of(hashed)).entries(Map.of("free", 1, "entry", 1));
        assertThat(entries.columns()).containsExactly(0x4e9fdfc5 >>> 1 & 31, 0x513e646e >>> 1 & 31);
        assertThat(entries.values()).containsExactly(new double[] {-Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-15));
    }

    private static Entries entries(Terms terms) {
        return new Vectorizer(of(terms)).entries(Map.of("call", 1, "free", 3, "unheard", 9));
    }

    @Test
    void specificationsAreChecked() {
        assertThatThrownBy(() -> Terms.standard().longest(0)).hasMessage("terms have 1 to 5 words, not 0");
        assertThatThrownBy(() -> Terms.standard().minRows(0)).hasMessage("minRows must be at least 1, not 0");
        assertThatThrownBy(() -> Terms.standard().most(0)).hasMessage("there must be room for 1 column, not 0");
    }
}
