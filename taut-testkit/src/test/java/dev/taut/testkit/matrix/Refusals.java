package dev.taut.testkit.matrix;

import dev.taut.testkit.matrix.Variation.Part;
import java.util.Arrays;
import java.util.List;

/** What is not combined with what: the only refusals there are. Both sides are named by the message, and what to do instead. */
final class Refusals {
    private static final String TABLE = """
            losses             | penalties                                                                          | with       | words of the message
            hinge quantile svr | mcp scad groupmcp groupscad                                                        | *          | not convex, loss with corners, take lasso
            *                  | group sparsegroup mcp scad groupmcp groupscad relaxed slope oscar fused trend smooth | BOUNDS     | bounds on coefficients, none, ridge, lasso and enet allow them
            *                  | slope oscar fused trend smooth                                                     | FACTORS    | takes no penalty factors but 0, group, lasso and enet do
            *                  | slope oscar fused trend smooth                                                     | MIXED      | takes no penalty factors but 0, group, lasso and enet do
            *                  | group sparsegroup groupmcp groupscad                                               | MIXED      | one penalty factor for all columns of a group, give them the same
            *                  | group sparsegroup mcp scad groupmcp groupscad relaxed slope oscar fused trend smooth l0 | CONSTRAINTS | constraints on coefficients, none, ridge, lasso, enet and adaptive allow them
            hinge quantile svr multinomial responses cox cox-efron ordinal sqrt scaled_huber | none ridge lasso enet adaptive | CONSTRAINTS | constraints on coefficients, has corners, take bounds
            cox cox-efron ordinal | *                                                                               | intercept  | loss has no intercept, ask for none
            """;

    /** Where a knot may lack a proof, and says so: with more columns than rows there may be no minimum, or one in a corner. */
    private static final String UNPROVED = """
            losses             | penalties                   | why
            sqrt scaled_huber  | *                           | the minimum may be a perfect fit of rows, where these losses have a corner
            cox cox-efron      | mcp scad groupmcp groupscad l0 | large coefficients cost nothing more, and the likelihood may have no maximum
            hinge quantile svr | trend | what the penalty leaves free may fit every row, where these losses are flat
            logistic probit cloglog multinomial ordinal poisson gamma tweedie negbin | l0 | the columns that are worth their price may separate classes, or zeros from counts
            """;

    private static final String ANY = "*";

    private static final List<Refusal> ALL =
            TABLE.lines().skip(1).map(Refusal::of).toList();

    private Refusals() {}

    /**
     * A row of the table.
     *
     * @param with a part of what is asked for beside loss and penalty, or {@code intercept}, or {@code *}
     */
    record Refusal(List<String> losses, List<String> penalties, String with, List<String> words) {
        static Refusal of(String line) {
            String[] cells = line.trim().split(" *\\| *");
            return new Refusal(
                    List.of(cells[0].split(" +")),
                    List.of(cells[1].split(" +")),
                    cells[2],
                    Arrays.stream(cells[3].split(",(?! ridge| lasso| and)"))
                            .map(String::trim)
                            .toList());
        }

        static boolean has(List<String> names, String name) {
            return names.contains(ANY) || names.contains(name);
        }

        boolean isAbout(String loss, String penalty) {
            return has(losses, loss) && has(penalties, penalty);
        }

        boolean fits(Trial trial) {
            return isAbout(trial.loss().family(), trial.penalty().family())
                    && (with.equals(ANY)
                            || (with.equals("intercept")
                                    ? trial.intercept()
                                    : trial.variation().has(Part.valueOf(with))));
        }

        /** Whether a message says all that it should: it names the penalty, where the penalty has a part in it. */
        boolean isSaidBy(String message, Trial trial) {
            boolean named = penalties.contains(ANY)
                    || with.equals(Part.CONSTRAINTS.name()) && !losses.contains(ANY)
                    || message.contains(trial.penalty().family());
            return named && words.stream().allMatch(message::contains);
        }
    }

    static List<Refusal> all() {
        return ALL;
    }

    /** A row of the second table. */
    record Unproved(List<String> losses, List<String> penalties, String why) {
        static Unproved of(String line) {
            String[] cells = line.trim().split(" *\\| *");
            return new Unproved(List.of(cells[0].split(" +")), List.of(cells[1].split(" +")), cells[2]);
        }

        boolean isAbout(String loss, String penalty) {
            return Refusal.has(losses, loss) && Refusal.has(penalties, penalty);
        }
    }

    static List<Unproved> unproved() {
        return UNPROVED.lines().skip(1).map(Unproved::of).toList();
    }

    /** Whether a knot of this combination may lack a proof. */
    static boolean mayLackProof(Combination combination) {
        return combination.rows() < combination.columns()
                && unproved().stream()
                        .anyMatch(row -> row.isAbout(
                                combination.loss().family(),
                                combination.penaltyCase().family()));
    }
}
