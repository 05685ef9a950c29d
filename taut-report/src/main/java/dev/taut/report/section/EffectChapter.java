package dev.taut.report.section;

import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Words;
import dev.taut.run.Effect;
import dev.taut.run.Effect.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Did regularization help? The same metric for no model, no penalty, λ min, λ 1-se and the chosen λ. */
final class EffectChapter {
    private EffectChapter() {}

    static Chapter of(Facts facts) {
        Effect effect = facts.run().effect();
        if (effect.rows().isEmpty()) {
            return new Chapter("effect", "Did regularization help?", Markup.NONE);
        }
        String title = title(facts);
        return new Chapter(
                "effect",
                "Did regularization help?",
                Markup.of(new Figure("effect", title, caption(facts), title, Markup.NONE).markup(), table(facts)));
    }

    private static String caption(Facts facts) {
        return "The same measure (" + facts.metric()
                + ", smaller is better) for every strength: on the rows that taught the"
                + " model (circle), in cross-validation with one standard error (square) and on rows held out (diamond)."
                + " Circle far left of the square: overfitting. All three near “no model”: too strong a penalty.";
    }

    private static String title(Facts facts) {
        Optional<Row> none = facts.effect("none");
        Optional<Row> chosen = facts.effect("chosen");
        if (facts.run().objective().penalty().equals("none")) {
            return "No penalty was asked for";
        }
        if (none.isEmpty() || chosen.isEmpty()) {
            return "What each strength costs and buys";
        }
        boolean held =
                none.get().holdout().isPresent() && chosen.get().holdout().isPresent();
        OptionalDouble before = held ? none.get().holdout() : none.get().crossValidated();
        OptionalDouble after = held ? chosen.get().holdout() : chosen.get().crossValidated();
        if (before.isEmpty() || after.isEmpty()) {
            return none.get().note().isEmpty()
                    ? "What each strength costs and buys"
                    : "Without a penalty: " + none.get().note();
        }
        return change(facts, none.get(), chosen.get(), after.getAsDouble() / before.getAsDouble() - 1, held);
    }

    /** Less than two hundredths of the error is called the same: no holdout of ordinary size resolves less. */
    private static String change(Facts facts, Row none, Row chosen, double change, boolean held) {
        String where = held ? "held-out" : "cross-validated";
        String fewer = facts.selects() && chosen.active() < none.active()
                ? ", with " + Numbers.count(chosen.active()) + " instead of "
                        + Words.count(none.active(), "coefficient")
                : "";
        if (Math.abs(change) < 0.02) {
            return "The same " + where + " error as without a penalty" + fewer;
        }
        return "The " + where + " error is " + Numbers.percent(Math.abs(change)) + (change < 0 ? " below" : " above")
                + " that without a penalty" + fewer;
    }

    private static Markup table(Facts facts) {
        Grid grid = Grid.of("Error with and without regularization")
                .words("model")
                .number("λ")
                .number("active")
                .number("train")
                .number("cross-validated")
                .number("held-out")
                .words("note");
        facts.run()
                .effect()
                .rows()
                .forEach(row -> grid.row(
                        row.label().equals("chosen") ? "chosen" : "",
                        List.of(
                                Markup.text(label(row.label())),
                                Markup.text(Numbers.three(row.lambda())),
                                Markup.text(Numbers.count(row.active())),
                                Markup.text(facts.error(row.train())),
                                Markup.text(facts.error(row.crossValidated(), row.standardError())),
                                Markup.text(facts.error(row.holdout())),
                                Markup.text(row.note()))));
        return Markup.of(grid.markup(), Chapter.note(facts.metric() + "; smaller is better."));
    }

    private static String label(String label) {
        return switch (label) {
            case "none" -> "no penalty";
            case "minimum" -> "λ min";
            case "1se" -> "λ 1-se";
            default -> label;
        };
    }
}
