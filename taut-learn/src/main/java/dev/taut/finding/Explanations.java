package dev.taut.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a code or a term means, in plain text of at most 80 columns: one page per {@link Code} ({@code T0303.txt}: what
 * it means, why it matters, what to do, an example) and one entry per term of the vocabulary ({@code glossary.txt}).
 */
public final class Explanations {
    private static final String TERM = "# ";
    private static final Map<String, String> TERMS = terms(resource("glossary.txt"));

    private Explanations() {}

    /** The page of a code, headed by its usual weight and title. */
    public static String of(Code code) {
        return code.severity().word() + "[" + code.id() + "]: " + code.title() + "\n\n" + resource(code.id() + ".txt");
    }

    /** The page of a code ({@code t0303}) or of a term by any of its names, letter case aside. */
    public static Optional<String> page(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        Optional<Code> code = Arrays.stream(Code.values())
                .filter(c -> c.id().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
        return code.isPresent() ? Optional.of(of(code.get())) : Optional.ofNullable(TERMS.get(wanted));
    }

    /** Every code and every name of every term: what {@link #page} knows. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Code code : Code.values()) {
            words.add(code.id());
        }
        words.addAll(TERMS.keySet());
        return words;
    }

    /** The first name of each term, in the order of the glossary. */
    public static List<String> terms() {
        return TERMS.values().stream()
                .distinct()
                .map(page -> page.substring(0, page.indexOf('\n')))
                .toList();
    }

    /** By each name, in lower case, the entry headed by its first name. */
    private static Map<String, String> terms(String glossary) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (String entry : glossary.substring(TERM.length()).split("\n" + TERM, -1)) {
            int end = entry.indexOf('\n');
            List<String> names = Arrays.stream(entry.substring(0, end).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            String page = names.get(0) + "\n\n" + entry.substring(end).strip() + "\n";
            names.forEach(name -> terms.put(name.toLowerCase(Locale.ROOT), page));
        }
        return terms;
    }

    private static String resource(String name) {
        try (InputStream in = Explanations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + name + " cannot be read", e);
        }
    }
}
