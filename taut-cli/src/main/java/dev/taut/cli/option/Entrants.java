package dev.taut.cli.option;

import dev.taut.Linear;
import dev.taut.compare.Entry;
import dev.taut.data.Dataset;
import dev.taut.data.TextColumn;
import dev.taut.penalty.Penalty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What {@code --penalties} asks to compare: words of penalties, and {@code all}. */
public final class Entrants {
    private static final List<String> ALL =
            List.of("none", "ridge", "enet", "lasso", "adaptive", "relaxed", "mcp", "scad");

    private Entrants() {}

    /** Refuses words that are no penalty, before any file is read. */
    public static void check(List<String> words) {
        of(words, Linear.model(), false);
    }

    /** Whether some feature is a category, so that groups mean something. */
    public static boolean hasCategories(Dataset data) {
        return data.features().stream().anyMatch(TextColumn.class::isInstance);
    }

    /**
     * One entry for each.
     *
     * @param spec       what they share, free columns and bounds included
     * @param categories whether {@code all} has groups
     */
    public static List<Entry> of(List<String> words, Linear spec, boolean categories) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String word : words) {
            String name = word.strip().toLowerCase(java.util.Locale.ROOT);
            if (name.equals("all")) {
                wanted.addAll(ALL);
                if (categories) {
                    wanted.add("group");
                }
            } else {
                wanted.add(name);
            }
        }
        List<Entry> entries = new ArrayList<>();
        wanted.forEach(name -> entries.add(entry(name, spec)));
        return entries;
    }

    private static Entry entry(String name, Linear spec) {
        if (name.equals("enet")) {
            return Entry.elasticNet(spec);
        }
        if (name.equals("relaxed")) {
            return Entry.relaxed(spec);
        }
        Penalty shape = Penalties.named(name);
        Penalty given = spec.settings().penalty();
        return Entry.of(name.replace(':', ' '), spec.penalty(given.reshaped(shape)));
    }
}
