package dev.taut.io.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    @Test
    void numbersTextsAsAMapWould() {
        var dictionary = new Dictionary();
        Map<String, Integer> oracle = new LinkedHashMap<>();
        var random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            // "Aa" and "BB" share a hash code, so that texts collide
            String text = (random.nextBoolean() ? "Aa" : "BB").repeat(random.nextInt(4)) + random.nextInt(3000);
            Integer known = oracle.get(text);
            if (known == null) {
                assertThat(dictionary.find(text.toCharArray(), 0, text.length()))
                        .isEqualTo(-1);
                oracle.put(text, oracle.size());
            }
            assertThat(dictionary.code(("x" + text).toCharArray(), 1, text.length()))
                    .isEqualTo(oracle.get(text));
        }
        List<String> levels = new ArrayList<>(oracle.keySet());
        assertThat(dictionary.levels()).isEqualTo(levels);
        assertThat(dictionary.find("Aa7".toCharArray(), 0, 3)).isEqualTo(oracle.get("Aa7"));
    }
}
