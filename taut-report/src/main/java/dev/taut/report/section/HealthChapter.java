package dev.taut.report.section;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import dev.taut.report.markup.Figure;
import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Tag;
import dev.taut.report.markup.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every finding with its evidence and remedy; the kinds that did not occur, folded. */
final class HealthChapter {
    private HealthChapter() {}

    static Chapter of(Facts facts) {
        List<Finding> findings = facts.run().findings();
        return new Chapter(
                "health",
                "Health checks",
                Markup.of(
                        Tag.of("p").holding(Markup.prose(summary(findings))),
                        Tag.of("ul", "findings")
                                .holding(findings.stream()
                                        .map(HealthChapter::finding)
                                        .toList()),
                        silent(findings)));
    }

    private static String summary(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "All clear: no check had anything to say.";
        }
        List<String> parts = Arrays.stream(new Severity[] {Severity.ERROR, Severity.WARNING, Severity.NOTE})
                .filter(severity -> number(findings, severity) > 0)
                .map(severity -> Words.spelled((int) number(findings, severity), severity.word()))
                .toList();
        return Words.capital(Words.list(parts, 3)) + ". `taut explain CODE` tells more about each.";
    }

    private static long number(List<Finding> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    private static Markup finding(Finding finding) {
        String word = finding.severity().word();
        return Tag.of("li", word)
                .holding(
                        Tag.of("p")
                                .holding(
                                        Tag.of("span", "level")
                                                .holding(word + " "
                                                        + finding.code().id()),
                                        Markup.prose(" " + finding.message())),
                        lines("evidence", finding.evidence()),
                        remedies(finding.remedies()));
    }

    private static Markup lines(String cssClass, List<String> lines) {
        return lines.isEmpty() ? Markup.NONE : Tag.of("pre", cssClass).holding(String.join("\n", lines));
    }

    private static Markup remedies(List<String> remedies) {
        if (remedies.isEmpty()) {
            return Markup.NONE;
        }
        return Tag.of("ul", "remedies")
                .holding(remedies.stream()
                        .map(r -> Tag.of("li").holding(Tag.of("code").holding(r)))
                        .toList());
    }

    /** Codes about the data, tuning and solver of a fit; the others concern usage, files and later predictions. */
    private static Markup silent(List<Finding> findings) {
        Set<Code> heard = findings.stream().map(Finding::code).collect(Collectors.toSet());
        List<Markup> quiet = Arrays.stream(Code.values())
                .filter(code -> "2345".indexOf(code.id().charAt(2)) >= 0 && !heard.contains(code))
                .map(code -> Tag.of("li").holding(Tag.of("code").holding(code.id()), Markup.text(" " + code.title())))
                .toList();
        return Figure.details(
                Words.capital(Words.spelled(quiet.size(), "kind")) + " of finding that this run did not raise",
                Tag.of("ul", "quiet").holding(quiet));
    }
}
