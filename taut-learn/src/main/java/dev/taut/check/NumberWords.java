package dev.taut.check;

import static dev.taut.finding.Wording.count;
import static dev.taut.finding.Wording.flag;

import dev.taut.data.Numerals;
import dev.taut.data.TextColumn;
import dev.taut.finding.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The cells of a text column that keep it from being numeric, and how the file could be read so that they do not. */
final class NumberWords {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final int SHOWN = 3;

    private final TextLevels levels;
    private final List<Integer> odd;
    private final int words;

    private NumberWords(TextLevels levels, List<Integer> odd) {
        this.levels = levels;
        this.odd = odd;
        this.words = odd.stream().mapToInt(levels::rows).sum();
    }

    static NumberWords of(TextLevels levels) {
        List<Integer> odd = IntStream.range(0, levels.levels())
                .filter(code -> levels.rows(code) > 0 && !Numerals.isNumber(levels.level(code)))
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -levels.rows(code)))
                .toList();
        return new NumberWords(levels, odd);
    }

    /** Cells that are neither missing nor numbers. */
    int words() {
        return words;
    }

    /** {@code rows 44, 107, 3 118 …: "n/a" (9), "1,250" (3)}. */
    String evidence() {
        boolean[] isOdd = new boolean[levels.levels()];
        odd.forEach(code -> isOdd[code] = true);
        TextColumn cells = levels.cells();
        int[] rows = IntStream.range(0, cells.size())
                .filter(i -> cells.code(i) >= 0 && isOdd[cells.code(i)])
                .toArray();
        List<String> values = odd.stream()
                .map(code -> "\"" + levels.level(code) + "\" (" + count(levels.rows(code)) + ")")
                .toList();
        return Wording.rows(rows) + ": " + Wording.list(values, SHOWN);
    }

    /** Flags that make every cell a number, if there are any, then the ways round. */
    String[] remedies(String column, boolean target) {
        List<String> remedies = new ArrayList<>();
        String reading = reading();
        if (!reading.isEmpty()) {
            remedies.add(reading);
        }
        remedies.add(target ? "--task multiclass" : flag("--categorical", column));
        if (reading.isEmpty() && !target) {
            remedies.add(flag("--exclude", column));
        }
        return remedies.toArray(String[]::new);
    }

    private String reading() {
        List<String> flags = new ArrayList<>();
        boolean thousands = false;
        boolean decimal = false;
        for (int code : odd) {
            String text = levels.level(code).strip();
            if (text.chars().noneMatch(Character::isDigit)) {
                flags.add("--missing '" + levels.level(code).replace("'", "'\\''") + "'");
            } else if (THOUSANDS.matcher(text).matches()) {
                thousands = true;
            } else if (DECIMAL_COMMA.matcher(text).matches()) {
                decimal = true;
            } else {
                return "";
            }
        }
        if (thousands || decimal) {
            flags.add(decimal ? "--decimal ','" : "--thousands ','");
        }
        return flags.size() > SHOWN + 1 ? "" : String.join(" ", flags);
    }
}
