package dev.taut.run;

import java.util.List;

/**
 * What another library has for the same model.
 *
 * @param library its name
 * @param numbers the strength in its own terms, and the share of L1 where it asks for one; empty if it has no equivalent
 * @param call    the call that fits the same model; empty if there is none
 * @param why     why there is no equivalent, in a clause; empty if there is one
 */
public record Elsewhere(String library, List<Number> numbers, String call, String why) {
    public Elsewhere {
        numbers = List.copyOf(numbers);
    }

    /** A number that a library asks for. */
    public record Number(String name, double value) {}
}
