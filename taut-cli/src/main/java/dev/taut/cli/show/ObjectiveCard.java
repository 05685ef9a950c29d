package dev.taut.cli.show;

import dev.taut.cli.terminal.Console;
import dev.taut.cli.terminal.Wrap;
import dev.taut.run.Elsewhere;
import dev.taut.run.Objective;
import dev.taut.run.Run;
import dev.taut.tuning.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The objective of a run with its numbers, and the call of every other library that fits the same model.
 *
 * @param run what was minimised
 */
public record ObjectiveCard(Run run) {
    private static final String INDENT = "    ";

    /** The card, a line each. */
    public List<String> lines() {
        Objective objective = run.objective();
        List<String> lines = new ArrayList<>();
        lines.add("  " + objective.formula());
        if (!objective.borrowed().isEmpty()) {
            lines.addAll(Wrap.lines("  " + objective.borrowed(), Console.WIDTH, "  "));
        }
        if (!objective.elsewhere().isEmpty()) {
            lines.add("");
            lines.add("  the same model elsewhere");
            objective.elsewhere().forEach(library -> lines.addAll(said(library)));
        }
        if (objective.penalty().equals("lasso")) {
            double norm = run.path().knots().get(run.solution().knot()).l1Norm();
            lines.add(INDENT + "a constraint  ‖β‖₁ ≤ " + Numbers.significant(norm, 4));
        }
        return lines;
    }

    /** The chosen strength in the terms of every library that has an equivalent, in one sentence; empty for none. */
    public String strengths() {
        if (run.objective().penalty().equals("none")) {
            return "";
        }
        return String.join(
                "; ",
                run.objective().elsewhere().stream()
                        .filter(library -> !library.numbers().isEmpty())
                        .map(library -> library.library() + " " + numbers(library))
                        .toList());
    }

    private static String numbers(Elsewhere library) {
        return String.join(
                ", ",
                library.numbers().stream()
                        .map(number -> number.name() + " " + Figures.of(number.value(), 6))
                        .toList());
    }

    private static List<String> said(Elsewhere library) {
        String name = INDENT
                + library.library()
                + " ".repeat(Math.max(1, 14 - library.library().length()));
        String text = library.call().isEmpty() ? "– (" + library.why() + ")" : library.call();
        return Wrap.lines(name + text, Console.WIDTH, " ".repeat(INDENT.length() + 14));
    }
}
