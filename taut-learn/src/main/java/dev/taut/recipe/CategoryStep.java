package dev.taut.recipe;

import dev.taut.data.Column;
import dev.taut.data.LevelOrder;
import dev.taut.data.TextColumn;
import dev.taut.design.DesignBuilder;
import dev.taut.design.Feature;
import dev.taut.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A category as 0/1 columns, one per slot; slots are the kept levels in order, then {@code (other)}, then missing.
 *
 * <p>Slots before {@code first} have no column: with two slots there is one column, for the second.
 *
 * @param column  the table column
 * @param levels  levels with a slot of their own
 * @param pooled  rare training levels that share the slot {@code (other)}; empty if there is no such slot
 * @param missing whether missing cells have a slot; only if cells were missing in training
 * @param first   the first slot that has a column: 0 or 1
 */
public record CategoryStep(String column, List<String> levels, List<String> pooled, boolean missing, int first)
        implements Step {
    private static final String OTHER = "(other)";

    public CategoryStep {
        levels = List.copyOf(levels);
        pooled = List.copyOf(pooled);
    }

    /** Estimates the levels; empty if all training rows fall into one slot. */
    static Optional<CategoryStep> fit(Recipe recipe, Column column) {
        return fit(recipe, column, LevelOrder.INSTANCE, recipe.flagMissing());
    }

    static Optional<CategoryStep> fit(Recipe recipe, Column column, Comparator<String> order, boolean flag) {
        Map<String, Integer> counts = new TreeMap<>(order);
        counts.putAll(rowsByLevel(column));
        List<String> rare = counts.entrySet().stream()
                .filter(e -> e.getValue() < recipe.minLevelRows())
                .map(Map.Entry::getKey)
                .toList();
        List<String> pooled = rare.size() > 1 ? rare : List.of();
        List<String> levels = new ArrayList<>(counts.keySet());
        levels.removeAll(new java.util.HashSet<>(pooled));
        boolean missing = flag && column.missing() > 0;
        int slots = levels.size() + (pooled.isEmpty() ? 0 : 1) + (missing ? 1 : 0);
        int first = slots == 2 || recipe.contrast() == Contrast.REFERENCE ? 1 : 0;
        return slots < 2
                ? Optional.empty()
                : Optional.of(
                        new CategoryStep(column.name(), LevelOrder.affirmativeLast(levels), pooled, missing, first));
    }

    private static Map<String, Integer> rowsByLevel(Column column) {
        Map<String, Integer> counts = new HashMap<>();
        if (column instanceof TextColumn text) {
            int[] rows = new int[text.levels().size()];
            for (int i = 0; i < text.size(); i++) {
                if (text.code(i) >= 0) {
                    rows[text.code(i)]++;
                }
            }
            for (int code = 0; code < rows.length; code++) {
                if (rows[code] > 0) {
                    counts.merge(text.levels().get(code), rows[code], Integer::sum);
                }
            }
            return counts;
        }
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                counts.merge(column.text(i), 1, Integer::sum);
            }
        }
        return counts;
    }

    private int slots() {
        return levels.size() + (pooled.isEmpty() ? 0 : 1) + (missing ? 1 : 0);
    }

    @Override
    public List<Feature> features() {
        List<String> names = new ArrayList<>();
        levels.forEach(level -> names.add(column + "=" + level));
        if (!pooled.isEmpty()) {
            names.add(column + "=" + OTHER);
        }
        if (missing) {
            names.add(column + " (missing)");
        }
        return names.subList(first, names.size()).stream()
                .map(feature -> new Feature(feature, column))
                .toList();
    }

    @Override
    public String encoding() {
        List<Feature> features = features();
        if (features.size() == 1) {
            return "0/1, 1 = "
                    + features.get(0).name().substring(column.length()).replaceFirst("^[= ]", "");
        }
        String encoding = "one-hot, " + levels.size() + (levels.size() == 1 ? " level" : " levels");
        return (first == 0 ? encoding : encoding + " against " + levels.get(0))
                + (pooled.isEmpty() ? "" : " + other")
                + (missing ? " + missing" : "");
    }

    @Override
    public void encode(Column cells, DesignBuilder out, Consumer<Finding> findings) {
        Map<String, Integer> slotOf = slotOf();
        Map<String, Integer> unseen = new LinkedHashMap<>();
        int unknown = pooled.isEmpty() ? -1 : levels.size();
        int[] slots = new int[cells.size()];
        int[] byCode = cells instanceof TextColumn text
                ? text.levels().stream()
                        .mapToInt(l -> slotOf.getOrDefault(l, -2))
                        .toArray()
                : new int[0];
        for (int i = 0; i < slots.length; i++) {
            int slot;
            if (cells.isMissing(i)) {
                slot = missing ? slots() - 1 : -1;
            } else {
                slot = cells instanceof TextColumn text ? byCode[text.code(i)] : slotOf.getOrDefault(cells.text(i), -2);
                if (slot == -2) {
                    unseen.merge(cells.text(i), 1, Integer::sum);
                    slot = unknown;
                }
            }
            slots[i] = slot - first;
        }
        if (!unseen.isEmpty()) {
            findings.accept(Unseen.level(column, unseen, treatedAs()));
        }
        out.oneHot(slots, slots() - first);
    }

    @Override
    public boolean encodesAs(Step other, boolean gaps) {
        return equals(other);
    }

    private Map<String, Integer> slotOf() {
        Map<String, Integer> slotOf = new HashMap<>();
        for (int k = 0; k < levels.size(); k++) {
            slotOf.put(levels.get(k), k);
        }
        pooled.forEach(level -> slotOf.put(level, levels.size()));
        return slotOf;
    }

    private String treatedAs() {
        if (!pooled.isEmpty()) {
            return "\"" + OTHER + "\"";
        }
        return first == 0 || levels.isEmpty() ? "none of the known levels" : "\"" + levels.get(0) + "\"";
    }
}
