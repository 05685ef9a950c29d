package dev.taut.finding;

/** How much a finding weighs: an error refuses, a warning may change a decision, a note is worth knowing. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** The word that starts the printed finding: {@code error}, {@code warning} or {@code note}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
