package dev.taut.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text cells, dictionary-coded: categories, identifiers and free text alike (the checks tell them apart). Code −1 is
 * missing; levels stand in order of first appearance.
 */
public final class TextColumn implements Column {
    private final String name;
    private final int[] codes;
    private final List<String> levels;

    private TextColumn(String name, int[] codes, List<String> levels) {
        this.name = name;
        this.codes = codes;
        this.levels = levels;
    }

    /** Codes index {@code levels}; −1 is missing. */
    public static TextColumn coded(String name, int[] codes, List<String> levels) {
        return new TextColumn(name, codes.clone(), List.copyOf(levels));
    }

    /** Cells as text; an empty string is missing. */
    public static TextColumn of(String name, List<String> cells) {
        Map<String, Integer> dictionary = new LinkedHashMap<>();
        int[] codes = new int[cells.size()];
        for (int i = 0; i < codes.length; i++) {
            String cell = cells.get(i);
            Integer known = cell.isEmpty() ? Integer.valueOf(-1) : dictionary.get(cell);
            if (known == null) {
                known = dictionary.size();
                dictionary.put(cell, known);
            }
            codes[i] = known;
        }
        return new TextColumn(name, codes, List.copyOf(new ArrayList<>(dictionary.keySet())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return codes.length;
    }

    public int code(int row) {
        return codes[row];
    }

    public List<String> levels() {
        return levels;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    @Override
    public String text(int row) {
        return codes[row] < 0 ? "" : levels.get(codes[row]);
    }

    @Override
    public TextColumn rows(int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = codes[rows[i]];
        }
        return new TextColumn(name, picked, levels);
    }

    @Override
    public TextColumn named(String other) {
        return new TextColumn(other, codes, levels);
    }
}
