package dev.taut.testkit.matrix;

import dev.taut.loss.Losses;
import dev.taut.penalty.Penalties;
import dev.taut.testkit.matrix.Refusals.Refusal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code docs/combinations.md}: what combines with what, from the tables that {@link MatrixTest} holds the library to. */
final class CombinationsDocument {
    private CombinationsDocument() {}

    static String text() {
        return """
                # What combines with what

                Every loss, every penalty, every storage of the data (dense, sparse, mapped from a file, float32), with or
                without weights, offset, intercept and standardization. A combination either comes with a certificate, or it
                is refused before anything is computed, with a message that names both sides and says what to do instead.
                `MatrixTest` of the testkit tries them, judged by the definitions of loss and penalty alone; this page is
                written by it.

                ## Losses and penalties

                ● certified: a duality gap proves the minimum · ○ certified, but not convex: stationary or a local minimum is
                proved · – refused

                """
                + losses()
                + """

                Losses with corners (hinge, quantile, svr) have no certificate without a convex penalty. The adaptive and the
                relaxed lasso are certified as the lasso they fit, the refit of the relaxed lasso only as far as it could be proved.

                ## What a penalty takes besides

                ● yes · – refused

                """
                + penalties()
                + """

                A factor multiplies λ for a column, 0 leaves the column free. Bounds contain 0, and so do the limits of linear
                constraints. Constraints need a loss without corners (not hinge, quantile, svr), with one output (not multinomial,
                responses), and with rows that are independent of each other (not cox, ordinal, sqrt, scaled_huber).

                ## Losses without an intercept

                """
                + Losses.usages().stream()
                        .map(Losses::family)
                        .filter(loss -> !loss("intercept", loss))
                        .collect(Collectors.joining(", ", "In ", ""))
                + """
                 a constant added to all linear predictors changes nothing (ordered classes have thresholds instead); to ask
                for an intercept is refused.

                ## Where a knot may lack a proof

                With more columns than rows there is not always a minimum that can be proved. Such a knot says so
                (`converged = false`, finding T0502):

                """
                + Refusals.unproved().stream()
                        .map(row -> "- " + String.join(", ", row.losses()) + " with "
                                + (row.penalties().contains("*") ? "any penalty" : String.join(", ", row.penalties()))
                                + ": " + row.why() + "\n")
                        .collect(Collectors.joining());
    }

    private static String losses() {
        List<String> penalties = Penalties.names();
        return header("loss", penalties)
                + Losses.usages().stream()
                        .map(usage -> row(usage, penalties, penalty -> mark(Losses.family(usage), penalty)))
                        .collect(Collectors.joining());
    }

    private static String mark(String loss, String penalty) {
        if (isRefused(loss, penalty, "*")) {
            return "–";
        }
        return PenaltyCase.of(penalty).isConvex() ? "●" : "○";
    }

    private static String penalties() {
        List<String> parts = List.of("FREE", "FACTORS", "MIXED", "BOUNDS", "CONSTRAINTS");
        return header("penalty", List.of("free columns", "factors", "factors within a group", "bounds", "constraints"))
                + Penalties.names().stream()
                        .map(penalty -> row(penalty, parts, part -> isRefused("squared", penalty, part) ? "–" : "●"))
                        .collect(Collectors.joining());
    }

    private static boolean loss(String with, String loss) {
        return Refusals.all().stream()
                .noneMatch(r -> r.with().equals(with) && r.losses().contains(loss));
    }

    private static boolean isRefused(String loss, String penalty, String with) {
        Predicate<Refusal> asked = refusal -> refusal.with().equals(with);
        return Refusals.all().stream().filter(asked).anyMatch(refusal -> refusal.isAbout(loss, penalty));
    }

    private static String header(String first, List<String> columns) {
        return "| " + first + " | " + String.join(" | ", columns) + " |\n|---|" + ":-:|".repeat(columns.size()) + "\n";
    }

    private static String row(String first, List<String> columns, java.util.function.UnaryOperator<String> cell) {
        return "| " + first + " | " + columns.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }
}
