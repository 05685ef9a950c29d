package dev.taut.report.markup;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of HTML that is safe to put into a page: every word from outside went through {@link #text}.
 *
 * @param html well-formed content of an element
 */
public record Markup(String html) {
    public static final Markup NONE = new Markup("");

    /** The text with the five characters that mean something to HTML replaced by their entities. */
    public static Markup text(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                // A control character is not allowed in HTML at all; it is shown as a box.
                default -> html.append(Character.isISOControl(c) && !Character.isWhitespace(c) ? '\uFFFD' : c);
            }
        }
        return new Markup(html.toString());
    }

    /** The text, with what stands between backticks set as code. */
    public static Markup prose(String text) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return text(text);
        }
        Markup markup = NONE;
        for (int i = 0; i < parts.length; i++) {
            markup = of(markup, i % 2 == 0 ? text(parts[i]) : Tag.of("code").holding(parts[i]));
        }
        return markup;
    }

    /** The pieces one after the other. */
    public static Markup of(Markup... pieces) {
        return join(java.util.List.of(pieces));
    }

    /** The pieces one after the other. */
    public static Markup join(Collection<Markup> pieces) {
        return new Markup(pieces.stream().map(Markup::html).collect(Collectors.joining()));
    }

    public boolean isNone() {
        return html.isEmpty();
    }
}
