package dev.taut.run;

import tools.jackson.core.JacksonException;

/**
 * {@code read(write(run))} equals {@code run}: a run as one line of JSON, and back.
 *
 * <p>Keys are the record components in their declared order; an absent value is {@code null}; a finding's code is its
 * id. Doubles are the shortest decimals that give the same double again, on every Java version, so that equal runs give
 * equal text. JSON has no infinities: a number that is not finite is written as one of the strings {@code "NaN"},
 * {@code "Infinity"} and {@code "-Infinity"}. The schema stands in {@code docs/run-schema.md}.
 */
public final class RunJson {
    private RunJson() {}

    /** The run as one line of JSON without a line end. */
    public static String write(Run run) {
        return Json.mapper().writeValueAsString(run);
    }

    /**
     * The run that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, a key is unknown, missing or twice, or the schema is
     *     not {@link Run#SCHEMA}; the message says which and where
     */
    public static Run read(String json) {
        Run run;
        try {
            run = Json.mapper().readValue(json, Run.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + Run.SCHEMA + " document: " + e.getMessage(), e);
        }
        if (!Run.SCHEMA.equals(run.schema())) {
            throw new IllegalArgumentException(
                    "schema " + run.schema() + " is not one this version reads (" + Run.SCHEMA + ")");
        }
        return run;
    }
}
