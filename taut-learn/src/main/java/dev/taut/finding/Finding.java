package dev.taut.finding;

import java.util.List;

/**
 * One thing worth telling a user: what it is, where, the evidence, and an exact way out.
 *
 * @param code     the catalogue entry, for example {@link Code#TARGET_NOT_FOUND} (T0101)
 * @param severity error (refuses), warning or note
 * @param subject  the column, file or setting concerned; empty if none
 * @param message  one sentence in lower case, with the user's own names
 * @param evidence lines that show the place or the reason; may be empty
 * @param remedies commands or flags that mend it, most useful first; may be empty
 */
public record Finding(
        Code code, Severity severity, String subject, String message, List<String> evidence, List<String> remedies) {
    public Finding {
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }

    public static Finding of(Code code, String subject, String message) {
        return new Finding(code, code.severity(), subject, message, List.of(), List.of());
    }

    /** The same finding with these evidence lines. */
    public Finding because(String... lines) {
        return new Finding(code, severity, subject, message, List.of(lines), remedies);
    }

    /** The same finding with these remedies. */
    public Finding help(String... commands) {
        return new Finding(code, severity, subject, message, evidence, List.of(commands));
    }

    /** The same finding with another weight. */
    public Finding as(Severity other) {
        return new Finding(code, other, subject, message, evidence, remedies);
    }

    /** Whether the other has the same code and subject. */
    public boolean concernsTheSame(Finding other) {
        return code == other.code && subject.equals(other.subject);
    }

    /**
     * The finding as a user reads it: {@code error[T0101]: message}, then indented evidence and {@code help:} lines.
     */
    public String text() {
        var text = new StringBuilder(severity.word())
                .append('[')
                .append(code.id())
                .append("]: ")
                .append(message);
        for (String line : evidence) {
            text.append("\n  ").append(line);
        }
        for (String remedy : remedies) {
            text.append("\n  help: ").append(remedy);
        }
        return text.toString();
    }
}
