package dev.taut.report.section;

import dev.taut.report.markup.Grid;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Numbers;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import dev.taut.run.TextSummary;
import dev.taut.run.TextSummary.WeightyTerm;
import java.util.List;

/** What the words of a text column say: which ones count, and how much of the text they are. */
final class TextChapter {
    private TextChapter() {}

    static Chapter of(Facts facts) {
        return new Chapter(
                "text",
                "Words",
                Markup.join(facts.run().text().stream()
                        .map(text -> column(facts, text))
                        .toList()));
    }

    private static Markup column(Facts facts, TextSummary text) {
        return Markup.of(
                Tag.of("h3").holding("Words of " + text.column()),
                Chapter.paragraph(vocabulary(text)),
                weighty(facts, text),
                frequent(text));
    }

    private static String vocabulary(TextSummary text) {
        String terms = text.longest() == 1 ? "word" : "term of up to " + text.longest() + " words";
        if (text.frequent().isEmpty()) {
            return "Terms are spread over " + Words.count(text.columns(), "column") + " by a hash, so that "
                    + "coefficients cannot be told by their words; --terms tfidf names them.";
        }
        return (text.longest() == 1
                        ? Words.count(text.columns(), terms)
                        : Numbers.count(text.columns()) + " terms of up to " + text.longest() + " words")
                + " (" + text.weighting() + ") of " + Words.count(text.documents(), "training text")
                + ": they make up " + Numbers.percent(text.known())
                + " of what these say, the rest is too rare to learn from. The vocabulary is found again inside every"
                + " fold, so that no word comes from a row that is tested.";
    }

    private static Markup weighty(Facts facts, TextSummary text) {
        if (text.raising().isEmpty() && text.lowering().isEmpty()) {
            return Chapter.paragraph("The model uses none of them.");
        }
        return Tag.of("div", "pair")
                .holding(
                        terms(facts, text, "Words that raise " + facts.target(), text.raising()),
                        terms(facts, text, "Words that lower " + facts.target(), text.lowering()));
    }

    private static Markup terms(Facts facts, TextSummary text, String title, List<WeightyTerm> terms) {
        Grid grid = Grid.of(title + " by " + text.column()).words("term");
        if (facts.manyOutputs()) {
            grid.words("class");
        }
        grid.number("rows").number("standardized");
        for (WeightyTerm term : terms) {
            Markup rows = term.rows() == 0 ? Markup.text("–") : Markup.text(Numbers.count(term.rows()));
            Markup value = Markup.text(Numbers.three(term.standardized()));
            grid.row(
                    "",
                    facts.manyOutputs()
                            ? List.of(Markup.text(term.term()), Markup.text(term.output()), rows, value)
                            : List.of(Markup.text(term.term()), rows, value));
        }
        return Tag.of("div").holding(Tag.of("h4").holding(title), grid.markup());
    }

    private static Markup frequent(TextSummary text) {
        return text.frequent().isEmpty()
                ? Markup.NONE
                : Chapter.note("Held by most rows: "
                        + Words.list(
                                text.frequent().stream()
                                        .map(t -> t.term() + " (" + Numbers.count(t.rows()) + ")")
                                        .toList(),
                                12)
                        + ".");
    }
}
