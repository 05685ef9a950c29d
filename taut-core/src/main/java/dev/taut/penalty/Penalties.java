package dev.taut.penalty;

import java.util.List;
import java.util.Locale;

/** Penalties by the names used on the command line. */
public final class Penalties {
    private static final List<String> NAMES = List.of(
            "none",
            "ridge",
            "lasso",
            "enet",
            "group",
            "sparsegroup",
            "mcp",
            "scad",
            "groupmcp",
            "groupscad",
            "adaptive",
            "relaxed",
            "slope",
            "oscar",
            "fused",
            "trend",
            "smooth",
            "l0");

    private Penalties() {}

    /** The names, without their numbers. */
    public static List<String> names() {
        return NAMES;
    }

    /** What names may look like, for messages. */
    public static final String KNOWN = "none, ridge, lasso, enet[:RATIO], group[:RATIO], sparsegroup[:WITHIN[:RATIO]],"
            + " mcp[:GAMMA], scad[:A], groupmcp[:GAMMA], groupscad[:A], adaptive[:GAMMA], relaxed[:BLEND], slope[:Q], oscar[:C],"
            + " fused[:RATIO], trend[:DEGREE], smooth[:ORDER] and l0[:GAMMA]";

    /**
     * A name, and what it takes after colons or spaces: {@code none}, {@code ridge}, {@code lasso}, {@code enet} (l1Ratio
     * 0.5), {@code enet:0.3}, {@code group}, {@code sparsegroup:0.3} and so on; every {@link Penalty#name()} of these, such
     * as {@code enet 0.3}, reads back as the same penalty.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Penalty named(String text) {
        String[] parts = text.trim().toLowerCase(Locale.ROOT).split("[ :]+");
        Arguments arguments = new Arguments(text, parts);
        Penalty penalty = arguments.penalty(parts[0]);
        if (arguments.used < parts.length) {
            throw new IllegalArgumentException("`" + text + "` has too many numbers for " + parts[0]);
        }
        return penalty;
    }

    /** The numbers behind a name, in order. */
    private static final class Arguments {
        private final String text;
        private final String[] parts;
        private int used = 1;

        Arguments(String text, String[] parts) {
            this.text = text;
            this.parts = parts;
        }

        Penalty penalty(String name) {
            return switch (name) {
                case "none" -> Penalty.none();
                case "ridge" -> Penalty.ridge();
                case "lasso" -> Penalty.lasso();
                case "enet" -> Penalty.elasticNet(number(0.5));
                case "group" -> new GroupPenalty(Groups.bySource(), number(1), 0);
                case "sparsegroup" -> sparseGroup(number(0.5));
                case "mcp" -> new ConcavePenalty(new Concave.Mcp(number(3)), Groups.each());
                case "scad" -> new ConcavePenalty(new Concave.Scad(number(3.7)), Groups.each());
                case "groupmcp" -> new ConcavePenalty(new Concave.Mcp(number(3)), Groups.bySource());
                case "groupscad" -> new ConcavePenalty(new Concave.Scad(number(3.7)), Groups.bySource());
                case "adaptive" -> new AdaptivePenalty(number(1));
                case "relaxed" -> new RelaxedPenalty(number(0));
                case "slope" -> new SortedPenalty(SortedPenalty.Weights.SLOPE, number(0.1));
                case "oscar" -> new SortedPenalty(SortedPenalty.Weights.OSCAR, number(1));
                case "fused" -> new FusedPenalty(number(0.5));
                case "trend" -> DifferencePenalty.trend(whole(1));
                case "smooth" -> DifferencePenalty.smooth(whole(2));
                case "l0" -> new CountPenalty(number(0));
                default -> throw new IllegalArgumentException("no penalty `" + text + "`; there are " + KNOWN);
            };
        }

        private Penalty sparseGroup(double within) {
            return new GroupPenalty(Groups.bySource(), number(1), within);
        }

        private int whole(int otherwise) {
            double number = number(otherwise);
            if (number != Math.rint(number)) {
                throw new IllegalArgumentException("`" + text + "`: " + number + " is not a whole number");
            }
            return (int) number;
        }

        private double number(double otherwise) {
            if (used >= parts.length) {
                return otherwise;
            }
            try {
                return Double.parseDouble(parts[used++]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("`" + text + "`: `" + parts[used - 1] + "` is not a number", e);
            }
        }
    }
}
