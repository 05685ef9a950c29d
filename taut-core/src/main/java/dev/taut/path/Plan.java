package dev.taut.path;

import java.util.List;
import java.util.stream.Collectors;

/** The method chosen and what else was possible. */
record Plan<M extends Method>(Estimate<M> chosen, List<Estimate<M>> others, Situation situation) {
    /** A method with what it is estimated to take. */
    record Estimate<M extends Method>(M method, Cost cost) {
        @Override
        public String toString() {
            return method.words() + " (" + cost + ")";
        }
    }

    M method() {
        return chosen.method();
    }

    /** What was chosen and why, in one sentence without a full stop. */
    String sentence() {
        return chosen + why();
    }

    private String why() {
        if (others.isEmpty()) {
            return ", the only method for this problem";
        }
        return ", rather than " + others.stream().map(Estimate::toString).collect(Collectors.joining(", or "));
    }
}
