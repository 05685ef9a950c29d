package dev.taut.report;

import dev.taut.report.markup.Markup;
import dev.taut.report.markup.Tag;
import dev.taut.report.section.Chapter;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.util.List;

/** The page around the chapters: policy, style, contents, the run as data, the script. */
final class Page {
    private Page() {}

    static String of(Run run, Assets assets) {
        List<Chapter> chapters = Chapter.of(run);
        String title =
                run.data().target().name() + " from " + file(run.provenance().dataName());
        return "<!doctype html>\n"
                + Tag.of("html")
                        .with("lang", "en")
                        .holding(head(title, assets), body(title, run, chapters, assets))
                        .html()
                + "\n";
    }

    /** The last part of a path: where the file lay matters only to whoever reproduces the run. */
    private static String file(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static Markup head(String title, Assets assets) {
        return Tag.of("head")
                .holding(
                        meta("charset", "utf-8"),
                        new Markup(Tag.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", policy(assets))
                                .open()),
                        named("viewport", "width=device-width, initial-scale=1"),
                        named("color-scheme", "light dark"),
                        named("generator", "Taut"),
                        Tag.of("title").holding(title + " · Taut"),
                        Tag.of("style").holding(new Markup(assets.style())));
    }

    /** Nothing may be loaded from anywhere; one known script may run; a picture may be made here for download. */
    private static String policy(Assets assets) {
        return "default-src 'none'; script-src '" + assets.scriptHash()
                + "'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static Markup meta(String attribute, String value) {
        return new Markup(Tag.of("meta").with(attribute, value).open());
    }

    private static Markup named(String name, String content) {
        return new Markup(
                Tag.of("meta").with("name", name).with("content", content).open());
    }

    private static Markup body(String title, Run run, List<Chapter> chapters, Assets assets) {
        return Tag.of("body")
                .holding(
                        Tag.of("a", "skip").with("href", "#main").holding("To the verdict"),
                        header(title, run),
                        contents(chapters),
                        Tag.of("main")
                                .with("id", "main")
                                .holding(
                                        Tag.of("noscript")
                                                .holding(Tag.of("p", "note")
                                                        .holding(
                                                                "The charts of this page are drawn by a script inside this"
                                                                        + " file, which is switched off here. The text and the"
                                                                        + " tables hold the same figures.")),
                                        Markup.join(chapters.stream()
                                                .map(Chapter::markup)
                                                .toList())),
                        Tag.of("footer")
                                .holding("Made by Taut " + run.provenance().version()
                                        + ". This file is complete: it loads nothing from anywhere."),
                        Tag.of("script")
                                .with("type", "application/json")
                                .with("id", "run")
                                .holding(data(run)),
                        Tag.of("script").holding(new Markup(assets.script())));
    }

    private static Markup header(String title, Run run) {
        return Tag.of("header")
                .holding(
                        Tag.of("p", "kicker")
                                .holding("Taut report · " + run.objective().task()),
                        Tag.of("h1").holding(title));
    }

    private static Markup contents(List<Chapter> chapters) {
        List<Markup> items = chapters.stream()
                .map(chapter -> Tag.of("li")
                        .holding(Tag.of("a").with("href", "#" + chapter.id()).holding(chapter.title())))
                .toList();
        return Tag.of("nav").with("aria-label", "Contents").holding(Tag.of("ol").holding(items));
    }

    /** JSON in which no character can end the element: a less-than sign occurs only inside strings. */
    private static Markup data(Run run) {
        return new Markup(RunJson.write(Excerpt.of(run)).replace("<", "\\u003c"));
    }
}
