package dev.taut.neural.penalty;

import dev.taut.design.Features;
import dev.taut.neural.layer.Layout;
import dev.taut.neural.layer.Part;
import dev.taut.neural.layer.Slot;
import java.util.List;

/**
 * Parameters of a net: the weights of some layers, as a rule; biases and what belongs to normalisations are left out.
 *
 * @param layers a name or a pattern with {@code *}: {@code dense1}, {@code conv*}, {@code *}
 * @param hidden whether the last layer with weights, which makes the outputs, is left out
 * @param part   which parameters of the layers
 * @param by     what forms groups
 */
public record Where(String layers, boolean hidden, Part part, By by) {
    /** All weights of the net. */
    public static Where weights() {
        return weights("*");
    }

    /** The weights of some layers. */
    public static Where weights(String layers) {
        return new Where(layers, false, Part.WEIGHT, By.WEIGHT);
    }

    /** Neurons and filters, of all layers but the last. */
    public static Where units() {
        return new Where("*", true, Part.WEIGHT, By.UNIT);
    }

    /** Neurons and filters of some layers. */
    public static Where units(String layers) {
        return new Where(layers, false, Part.WEIGHT, By.UNIT);
    }

    /** What looks at an input of some layers. */
    public static Where inputs(String layers) {
        return new Where(layers, false, Part.WEIGHT, By.INPUT);
    }

    /** The factors of normalisations: a channel whose factor is zero is switched off (Liu et al. 2017, "network slimming"). */
    public static Where scales() {
        return new Where("*", false, Part.SCALE, By.WEIGHT);
    }

    /**
     * The slots that are meant.
     *
     * @throws IllegalArgumentException naming the layers that there are, if there is none
     */
    public List<Slot> slots(Layout layout) {
        List<Slot> candidates =
                layout.slots().stream().filter(slot -> slot.part() == part).toList();
        String last = candidates.isEmpty()
                ? ""
                : candidates.get(candidates.size() - 1).layer();
        List<Slot> slots = candidates.stream()
                .filter(slot -> Features.matcher(layers).test(slot.layer()))
                .filter(slot -> !hidden || !slot.layer().equals(last))
                .toList();
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("no layer `" + layers + "` has what is to be penalised; there are "
                    + String.join(
                            ", ",
                            candidates.stream().map(Slot::layer).distinct().toList()));
        }
        return slots;
    }
}
