package dev.taut.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void wordsEndWhereUnicodeSaysSoAndAreInLowerCase() {
        Tokenizer tokenizer = new Tokenizer(1);
        assertThat(tokenizer.words("FREE entry!! Txt 87121 (don't wait) £1.50 naïve Straße"))
                .containsExactly("free", "entry", "txt", "87121", "don't", "wait", "1.50", "naïve", "straße");
        assertThat(tokenizer.words("次の駅")).hasSizeGreaterThan(1);
        assertThat(tokenizer.words(" … ?! ")).isEmpty();
    }

    @Test
    void runsOfWordsAreJoinedByASpace() {
        assertThat(new Tokenizer(1).counts("to be or not to be"))
                .isEqualTo(Map.of("to", 2, "be", 2, "or", 1, "not", 1));
        assertThat(new Tokenizer(3).counts("not to be"))
                .isEqualTo(Map.of("not", 1, "to", 1, "be", 1, "not to", 1, "to be", 1, "not to be", 1));
    }

    @Test
    void aTokenizerReadsManyTexts() {
        Tokenizer tokenizer = new Tokenizer(2);
        assertThat(tokenizer.counts("a b")).containsOnlyKeys("a", "b", "a b");
        assertThat(tokenizer.counts("c")).containsOnlyKeys("c");
        assertThat(tokenizer.counts("a b")).containsOnlyKeys("a", "b", "a b");
    }
}
