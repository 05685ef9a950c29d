package dev.taut.penalty;

import java.util.Locale;

/** Penalties by the names used on the command line. */
public final class Penalties {
    private Penalties() {}

    /**
     * {@code none}, {@code ridge}, {@code lasso}, {@code enet} (l1Ratio 0.5) or {@code enet:0.3}; every
     * {@link Penalty#name()} of these, such as {@code enet 0.3}, reads back as the same penalty.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Penalty named(String text) {
        String name = text.trim().toLowerCase(Locale.ROOT).replace(' ', ':');
        int colon = name.indexOf(':');
        if (name.equals("enet")) {
            return Penalty.elasticNet(0.5);
        }
        if (colon > 0 && name.substring(0, colon).equals("enet")) {
            return Penalty.elasticNet(ratio(name.substring(colon + 1), text));
        }
        return switch (name) {
            case "none" -> Penalty.none();
            case "ridge" -> Penalty.ridge();
            case "lasso" -> Penalty.lasso();
            default ->
                throw new IllegalArgumentException(
                        "no penalty `" + text + "`; there are none, ridge, lasso, enet and enet:RATIO");
        };
    }

    private static double ratio(String number, String text) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + text + "`: the part after the colon must be a number in 0…1", e);
        }
    }
}
