package dev.taut.interaction;

import dev.taut.finding.Code;
import dev.taut.finding.DidYouMean;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.finding.Wording;
import java.util.List;

/** Two columns of a table, or twice the same for a square. */
public record Pair(String first, String second) {
    /** {@code a:b}. */
    public String name() {
        return first + ":" + second;
    }

    public boolean isSquare() {
        return first.equals(second);
    }

    boolean contains(String column) {
        return first.equals(column) || second.equals(column);
    }

    /**
     * Reads {@code a:b}, also where names hold colons.
     *
     * @param columns the columns that can take part, in the order in which a pair names them
     * @throws Refused if it names others (T0101), or is no pair (T0001)
     */
    static Pair parse(String text, List<String> columns) {
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            int first = columns.indexOf(text.substring(0, at).strip());
            int second = columns.indexOf(text.substring(at + 1).strip());
            if (first >= 0 && second >= 0) {
                return new Pair(columns.get(Math.min(first, second)), columns.get(Math.max(first, second)));
            }
        }
        int at = text.indexOf(':');
        if (at < 0) {
            throw new Refused(Finding.of(
                            Code.USAGE, "--interactions", "`--interactions " + text + "`: a pair is two columns, a:b")
                    .help("--interactions auto"));
        }
        String unknown = List.of(text.substring(0, at), text.substring(at + 1)).stream()
                .map(String::strip)
                .filter(name -> !columns.contains(name))
                .findFirst()
                .orElse(text);
        Finding finding = Finding.of(
                Code.TARGET_NOT_FOUND,
                unknown,
                "`" + unknown + "` of `--interactions " + text + "` is no number or category among the features");
        throw new Refused(DidYouMean.of(unknown, columns)
                .map(near -> finding.because("did you mean `" + near + "`?")
                        .help(Wording.flag("--interactions", text.replace(unknown, near))))
                .orElse(finding));
    }
}
