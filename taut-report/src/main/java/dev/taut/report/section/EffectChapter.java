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
import java.util.stream.Stream;

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
                facts.run().kernel().isPresent() ? "Does the kernel help?" : "Did regularization help?",
                Markup.of(
                        new Figure("effect", title, caption(facts), title, Markup.NONE).markup(),
                        table(facts),
                        effect.shrinkage()
                                .map(shrinkage -> ShrinkageFigures.of(facts, shrinkage))
                                .orElse(Markup.NONE)));
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
        if (facts.run().kernel().isPresent()) {
            return facts.run().effect().lineServes()
                    ? "A straight line does as well, within one standard error"
                    : "What the kernel buys over no model and a straight line";
        }
        if (facts.run().objective().penalty().equals("none")) {
            return "No penalty was asked for";
        }
        if (none.isEmpty() || chosen.isEmpty()) {
            return "What each strength costs and buys";
        }
        if (!none.get().note().isEmpty()) {
            return "Without a penalty, " + none.get().note();
        }
        String fewer = facts.selects() && chosen.get().active() < none.get().active()
                ? ", with " + Numbers.count(chosen.get().active()) + " instead of "
                        + Words.count(none.get().active(), "coefficient")
                : "";
        return change(none.get(), chosen.get()) + fewer;
    }

    /** In words, whether the chosen model errs less: by cross-validation, which knows its noise, where there is one. */
    private static String change(Row none, Row chosen) {
        boolean validated =
                none.crossValidated().isPresent() && chosen.crossValidated().isPresent();
        OptionalDouble before = validated ? none.crossValidated() : none.holdout();
        OptionalDouble after = validated ? chosen.crossValidated() : chosen.holdout();
        if (before.isEmpty() || after.isEmpty() || !(before.getAsDouble() > 0)) {
            return "What each strength costs and buys";
        }
        double difference = after.getAsDouble() - before.getAsDouble();
        double noise = validated
                ? Math.max(
                        none.standardError().orElse(0), chosen.standardError().orElse(0))
                : 0;
        if (Math.abs(difference) <= noise) {
            return "As accurate as without a penalty, within one standard error";
        }
        return "The " + (validated ? "cross-validated" : "held-out") + " error is "
                + Numbers.percent(Math.abs(difference) / before.getAsDouble()) + (difference < 0 ? " below" : " above")
                + " that without a penalty";
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
                .forEach(row -> grid.row(row.label().equals("chosen") ? "chosen" : "", cells(facts, row)));
        return Markup.of(grid.markup(), Chapter.note(facts.metric() + "; smaller is better."));
    }

    private static List<Markup> cells(Facts facts, Row row) {
        boolean fitted = row.train().isPresent();
        return Stream.of(
                        label(row.label()),
                        fitted ? Numbers.three(row.lambda()) : Numbers.ABSENT,
                        fitted ? Numbers.count(row.active()) : Numbers.ABSENT,
                        facts.error(row.train()),
                        facts.error(row.crossValidated(), row.standardError()),
                        facts.error(row.holdout()),
                        row.note())
                .map(Markup::text)
                .toList();
    }

    private static String label(String label) {
        return switch (label) {
            case "none" -> "no penalty";
            case "minimum" -> "λ min";
            case "1se" -> "λ 1-se";
            case "linear" -> "linear kernel";
            default -> label;
        };
    }
}
