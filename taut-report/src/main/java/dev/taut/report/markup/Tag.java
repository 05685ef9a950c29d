package dev.taut.report.markup;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An element of HTML under construction: {@code Tag.of("p").with("class", "note").holding("text")}.
 *
 * @param name       element name
 * @param attributes values as they are meant; they are escaped when written
 */
public record Tag(String name, Map<String, String> attributes) {
    public Tag {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public static Tag of(String name) {
        return new Tag(name, Map.of());
    }

    public static Tag of(String name, String cssClass) {
        return new Tag(name, Map.of("class", cssClass));
    }

    public Tag with(String attribute, String value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Tag(name, more);
    }

    /** The element with this text, escaped. */
    public Markup holding(String text) {
        return holding(Markup.text(text));
    }

    public Markup holding(Markup... content) {
        return new Markup(open() + Markup.of(content).html() + "</" + name + ">");
    }

    public Markup holding(Collection<Markup> content) {
        return holding(Markup.join(content));
    }

    /** The start tag alone, for elements without content. */
    public String open() {
        var html = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> html.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Markup.text(value).html())
                .append('"'));
        return html.append('>').toString();
    }
}
