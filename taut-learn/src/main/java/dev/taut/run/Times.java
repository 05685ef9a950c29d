package dev.taut.run;

import java.util.List;

/**
 * When and how long; the only part of a run that two equal runs do not share.
 *
 * @param started ISO-8601 instant
 * @param threads threads that were used
 * @param phases  right-aligned verbs of the summary with what they did and how long it took
 */
public record Times(String started, int threads, List<Phase> phases) {
    public record Phase(String verb, String detail, double seconds) {}
}
