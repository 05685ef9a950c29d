package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.TextTable;
import dev.taut.cli.terminal.Wrap;
import dev.taut.finding.Wording;
import dev.taut.run.PathSummary;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A path as a user reads it.
 *
 * @param run      what is shown
 * @param console  where
 * @param markdown whether tables are Markdown
 * @param all      whether knots at which nothing enters or leaves are shown too, and how the path was computed is said
 */
public record PathView(Run run, Console console, boolean markdown, boolean all) {
    private static final int NAMES = 60;

    /** How long the path is, and in which order features enter. */
    public void summary() {
        PathSummary path = run.path();
        List<KnotSummary> knots = path.knots();
        KnotSummary last = knots.get(knots.size() - 1);
        long proved = knots.stream().filter(k -> k.certificate().converged()).count();
        console.result("");
        console.result("  " + Words.penalty(run.objective()) + ", " + Wording.count(knots.size(), "knot", "knots")
                + " from λ = "
                + Numbers.brief(knots.get(0).lambda()) + " to " + Numbers.brief(last.lambda()) + ", "
                + Wording.count(proved) + " proved optimal");
        if (!run.objective().borrowed().isEmpty()) {
            Wrap.lines("  " + run.objective().borrowed(), Console.WIDTH, "    ").forEach(console::result);
        }
        if (!path.ended().equals("complete")) {
            Wrap.lines("  ended early: " + path.ended(), Console.WIDTH, "    ").forEach(console::result);
        }
        console.result("  at the weakest: " + Wording.count(last.active()) + " active, " + explained() + " "
                + Numbers.fixed(last.devianceExplained(), 3));
        Set<String> order = new LinkedHashSet<>();
        knots.forEach(k -> order.addAll(k.enters()));
        List<String> names = List.copyOf(order);
        String more = names.size() > NAMES ? " … and " + Wording.count(names.size() - NAMES) + " more" : "";
        Wrap.lines(
                        "  features enter in this order: "
                                + String.join(", ", names.subList(0, Math.min(NAMES, names.size()))) + more,
                        Console.WIDTH,
                        "    ")
                .forEach(console::result);
        if (all) {
            Wrap.lines("  computed by: " + path.plan(), Console.WIDTH, "    ").forEach(console::result);
        }
        console.result("");
    }

    private String explained() {
        return run.objective().task().equals("regression") ? "R²" : "deviance explained";
    }

    /** Who enters and who leaves at which λ. */
    public void knots() {
        TextTable table = new TextTable(
                ">λ", ">active", run.objective().task().equals("regression") ? ">R²" : ">explained", "enters / leaves");
        for (KnotSummary knot : run.path().knots()) {
            boolean change = !knot.enters().isEmpty() || !knot.leaves().isEmpty();
            if (all || change) {
                table.row(
                        Numbers.brief(knot.lambda()),
                        Wording.count(knot.active()),
                        Numbers.fixed(knot.devianceExplained(), 3),
                        changes(knot));
            }
        }
        console.result("");
        console.table(table, markdown);
        console.result("");
    }

    private static String changes(KnotSummary knot) {
        List<String> parts = new ArrayList<>();
        if (!knot.enters().isEmpty()) {
            parts.add("+ " + String.join(", ", knot.enters()));
        }
        if (!knot.leaves().isEmpty()) {
            parts.add("− " + String.join(", ", knot.leaves()));
        }
        return String.join("   ", parts);
    }
}
