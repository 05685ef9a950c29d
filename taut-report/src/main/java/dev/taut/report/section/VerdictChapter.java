package dev.taut.report.section;

import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.KernelSummary;
import dev.taut.run.Run;
import java.util.List;
import java.util.OptionalDouble;

/** One sentence, four numbers, the traffic light, the command. */
final class VerdictChapter {
    private VerdictChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "verdict",
                "Verdict",
                Markup.of(
                        Tag.of("p", "lead").holding(sentence(facts)),
                        cards(facts),
                        light(Light.of(facts)),
                        command(facts.run().provenance().command())));
    }

    private static String sentence(Facts facts) {
        Run run = facts.run();
        if (run.kernel().isPresent()) {
            return machine(run.kernel().get()) + " predicts " + facts.target() + " from "
                    + Words.count(facts.features(), "feature") + evidence(facts) + ".";
        }
        String model = Words.capital(facts.penalty())
                + (run.objective().penalty().equals("none")
                        ? ""
                        : " at λ = " + Numbers.three(run.solution().lambda()));
        if (run.selection().isPresent()) {
            return SelectionChapter.verdict(run.selection().get(), facts.target());
        }
        if (facts.kept().isEmpty()) {
            return model + " keeps no feature: every row gets the same prediction of " + facts.target() + ".";
        }
        return model + (facts.selects() ? " keeps " : " uses ") + facts.keptOfAll() + " to predict " + facts.target()
                + evidence(facts) + ".";
    }

    private static String machine(KernelSummary kernel) {
        return "A support vector machine with " + (kernel.kernel().equals("rbf") ? "an rbf" : "a " + kernel.kernel())
                + " kernel";
    }

    private static String evidence(Facts facts) {
        OptionalDouble held = facts.holdoutError("chosen");
        OptionalDouble error = held.isPresent() ? held : facts.crossValidated("chosen");
        OptionalDouble none = held.isPresent() ? facts.holdoutError("no model") : facts.crossValidated("no model");
        if (error.isEmpty()) {
            return "; its error on unseen rows was not measured";
        }
        String where = held.isPresent()
                ? " on " + Words.count(facts.run().data().holdoutRows(), "row") + " it never saw"
                : " in cross-validation";
        String reached = "; its " + facts.metric() + where + " is " + facts.error(error);
        if (none.isEmpty() || !(none.getAsDouble() > 0)) {
            return reached;
        }
        double change = 1 - error.getAsDouble() / none.getAsDouble();
        return reached + ", " + Numbers.percent(Math.abs(change)) + (change > 0 ? " below" : " above")
                + " that of no model (" + facts.error(none) + ")"
                + (change > 0 ? "" : ": the features do not help");
    }

    private static Markup cards(Facts facts) {
        boolean held = facts.holdoutError("chosen").isPresent();
        OptionalDouble error = held ? facts.holdoutError("chosen") : facts.crossValidated("chosen");
        OptionalDouble none = held ? facts.holdoutError("no model") : facts.crossValidated("no model");
        Run run = facts.run();
        return Tag.of("dl", "cards")
                .holding(
                        card(
                                (held ? "held-out " : "cross-validated ") + facts.metric(),
                                facts.error(error),
                                none.isPresent() ? "no model: " + facts.error(none) : "no reference measured"),
                        run.kernel()
                                .map(VerdictChapter::memory)
                                .orElseGet(() -> card(
                                        facts.selects() ? "features kept" : "features used",
                                        Numbers.count(facts.kept().size()),
                                        "of " + Numbers.count(facts.features()) + " in the design")),
                        run.kernel()
                                .map(kernel -> card("C", Numbers.three(kernel.c()), Facts.rule(kernel.rule())))
                                .orElseGet(() -> card(
                                        "strength λ",
                                        Numbers.three(run.solution().lambda()),
                                        facts.rule())),
                        run.kernel().map(VerdictChapter::width).orElseGet(() -> certificate(facts)));
    }

    private static Markup memory(KernelSummary kernel) {
        return card(
                "support vectors", Numbers.count(kernel.supportVectors()), "training rows that the machine remembers");
    }

    private static Markup width(KernelSummary kernel) {
        return kernel.kernel().equals("linear")
                ? card("kernel", "linear", "xᵀz")
                : card("γ", Numbers.three(kernel.gamma()), KernelChapter.formula(kernel));
    }

    private static Markup certificate(Facts facts) {
        return facts.certificate()
                .map(c -> card("certificate", c.converged() ? "proved" : "not reached", closeness(c.relativeGap())))
                .orElseGet(() -> card("certificate", Numbers.ABSENT, "λ is not on the path"));
    }

    /** A gap of a few units in the last place of a double says no more than that rounding is left. */
    private static String closeness(double relativeGap) {
        return relativeGap < 1e-14
                ? "within rounding of the optimum"
                : "within " + Numbers.significant(relativeGap, 2) + " of the optimum";
    }

    private static Markup card(String name, String number, String remark) {
        return Tag.of("div")
                .holding(
                        Tag.of("dt").holding(name),
                        Tag.of("dd", "figure").holding(number),
                        Tag.of("dd").holding(remark));
    }

    private static Markup light(Light light) {
        List<Markup> reasons = light.reasons().stream()
                .map(r -> Tag.of("li").holding(Markup.prose(r)))
                .toList();
        return Tag.of("div", "light " + light.colour())
                .holding(
                        Tag.of("p").holding(light.word() + "."),
                        reasons.isEmpty() ? Markup.NONE : Tag.of("ul").holding(reasons));
    }

    /** The command with a button that copies it; the script wakes the button. */
    static Markup command(String command) {
        if (command.isEmpty()) {
            return Markup.NONE;
        }
        return Tag.of("div", "command")
                .holding(
                        Tag.of("pre")
                                .with("tabindex", "0")
                                .holding(Tag.of("code").holding(command)),
                        Tag.of("button")
                                .with("type", "button")
                                .with("data-copy", "")
                                .with("hidden", "")
                                .holding("Copy"));
    }
}
