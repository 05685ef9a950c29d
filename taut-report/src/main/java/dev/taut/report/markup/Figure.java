package dev.taut.report.markup;

/**
 * A place for a chart: the script draws it, everything around it is here already.
 *
 * @param chart       what the script draws there
 * @param title       the finding, in words
 * @param caption     how to read it
 * @param alternative what the chart shows, for those who cannot see it
 * @param table       the same numbers; {@link Markup#NONE} if a table stands beside the figure anyway
 */
public record Figure(String chart, String title, String caption, String alternative, Markup table) {
    public Markup markup() {
        String id = "figure-" + chart;
        Markup figure = Tag.of("figure")
                .with("id", id)
                .with("data-chart", chart)
                .with("aria-labelledby", id + "-title")
                .holding(
                        Tag.of("h3").with("id", id + "-title").holding(title),
                        Tag.of("div", "controls").holding(Markup.NONE),
                        Tag.of("div", "plot").with("data-alt", alternative).holding(Markup.NONE),
                        Tag.of("figcaption").holding(caption));
        return table.isNone() ? figure : Tag.of("div", "exhibit").holding(figure, details("The numbers", table));
    }

    /** Content behind a toggle; printing opens it. */
    public static Markup details(String summary, Markup content) {
        return Tag.of("details").holding(Tag.of("summary").holding(summary), content);
    }
}
