package dev.taut.report.section;

import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Tag;
import dev.taut.run.Run;
import java.util.List;

/**
 * One numbered section.
 *
 * @param id      its address within the page
 * @param title   its heading
 * @param content everything below the heading; {@link Markup#NONE} if this run has nothing to say here
 */
public record Chapter(String id, String title, Markup content) {
    /** The chapters of this run in reading order; those without content are left out. */
    public static List<Chapter> of(Run run) {
        var facts = new Facts(run);
        return List.of(
                        VerdictChapter.of(facts),
                        DataChapter.of(facts),
                        HealthChapter.of(facts),
                        PathChapter.of(facts),
                        TuningChapter.of(facts),
                        CoefficientsChapter.of(facts),
                        TextChapter.of(facts),
                        InteractionsChapter.of(facts),
                        KernelChapter.of(facts),
                        ComparisonChapter.of(facts),
                        SelectionChapter.of(facts),
                        EffectChapter.of(facts),
                        DiagnosticsChapter.of(facts),
                        SurvivalChapter.of(facts),
                        CertificateChapter.of(facts),
                        ReproduceChapter.of(facts),
                        GlossaryChapter.of(facts))
                .stream()
                .filter(chapter -> !chapter.content().isNone())
                .toList();
    }

    public Markup markup() {
        return Tag.of("section")
                .with("id", id)
                .with("aria-labelledby", id + "-title")
                .holding(Tag.of("h2").with("id", id + "-title").holding(title), content);
    }

    static Markup paragraph(String text) {
        return Tag.of("p").holding(text);
    }

    static Markup note(String text) {
        return Tag.of("p", "note").holding(text);
    }
}
