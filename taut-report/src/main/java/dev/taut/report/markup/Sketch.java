package dev.taut.report.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small plot that stands in the page as it is: points, lines and bars over two axes, drawn without a script. */
public final class Sketch {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 260;
    private static final int LEFT = 52;
    private static final int BOTTOM = 36;
    private static final int EDGE = 10;
    private static final int TICKS = 5;

    private final String horizontal;
    private final String vertical;
    private final List<String> shapes = new ArrayList<>();
    private final double[] x;
    private final double[] y;

    /**
     * @param horizontal what stands below
     * @param vertical   what stands above
     * @param x          smallest and largest value shown
     * @param y          the same upwards
     */
    public Sketch(String horizontal, String vertical, double[] x, double[] y) {
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.x = widened(x);
        this.y = widened(y);
    }

    private static double[] widened(double[] range) {
        double width = range[1] - range[0];
        return width > 0 ? range.clone() : new double[] {range[0] - 0.5, range[0] + 0.5};
    }

    public Sketch point(double px, double py) {
        shapes.add(
                "<circle cx=\"" + at(px) + "\" cy=\"" + up(py) + "\" r=\"2.2\" style=\"fill:var(--c1);opacity:.45\"/>");
        return this;
    }

    /** A line through points, {@code [k][0]} to the right and {@code [k][1]} upwards. */
    public Sketch line(double[][] points, String colour, boolean dashed) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(at(point[0]))
                    .append(' ')
                    .append(up(point[1]));
        }
        shapes.add("<path d=\"" + path + "\" style=\"fill:none;stroke:var(--" + colour + ");stroke-width:1.8"
                + (dashed ? ";stroke-dasharray:4 3" : "") + "\"/>");
        return this;
    }

    /** A bar from one height to another. */
    public Sketch bar(double px, double width, double from, double to) {
        String top = up(Math.max(from, to));
        double height = Math.abs(Double.parseDouble(up(from)) - Double.parseDouble(up(to)));
        double left = Double.parseDouble(at(px - width / 2));
        double right = Double.parseDouble(at(px + width / 2));
        shapes.add("<rect x=\"" + number(left) + "\" y=\"" + top + "\" width=\"" + number(right - left) + "\" height=\""
                + number(height) + "\" style=\"fill:var(--bar)\"/>");
        return this;
    }

    /** The plot under its title, with a caption and, behind a toggle, its numbers. */
    public Markup figure(String id, String title, String caption, Markup table) {
        Markup figure = Tag.of("figure")
                .with("id", "figure-" + id)
                .with("aria-labelledby", "figure-" + id + "-title")
                .holding(
                        Tag.of("h3").with("id", "figure-" + id + "-title").holding(title),
                        Tag.of("div", "plot").holding(svg(title)),
                        Tag.of("figcaption").holding(caption));
        return table.isNone() ? figure : Tag.of("div", "exhibit").holding(figure, Figure.details("The numbers", table));
    }

    private Markup svg(String title) {
        StringBuilder axes = new StringBuilder();
        for (int k = 0; k < TICKS; k++) {
            double vx = x[0] + (x[1] - x[0]) * k / (TICKS - 1);
            double vy = y[0] + (y[1] - y[0]) * k / (TICKS - 1);
            String anchor = k == TICKS - 1 ? "end" : "middle";
            axes.append(text(at(vx), number(HEIGHT - BOTTOM + 16.0), anchor, Numbers.three(vx)));
            axes.append(text(number(LEFT - 6.0), up(vy), "end", Numbers.three(vy)));
        }
        axes.append(text(number((LEFT + WIDTH) / 2.0), number(HEIGHT - 4.0), "middle", horizontal));
        axes.append(text(number(LEFT), number(EDGE), "start", vertical));
        String frame = "<path d=\"M" + LEFT + " " + 2 * EDGE + "V" + (HEIGHT - BOTTOM) + "H" + (WIDTH - EDGE)
                + "\" style=\"fill:none;stroke:var(--rule)\"/>";
        return Tag.of("svg")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("width", String.valueOf(WIDTH))
                .with("height", String.valueOf(HEIGHT))
                .with("role", "img")
                .with("aria-label", title)
                .holding(new Markup(frame + axes + String.join("", shapes)));
    }

    private static String text(String px, String py, String anchor, String words) {
        return "<text x=\"" + px + "\" y=\"" + py + "\" text-anchor=\"" + anchor
                + "\" style=\"font-size:11px;fill:var(--soft)\">"
                + Markup.text(words).html() + "</text>";
    }

    private String at(double px) {
        return number(LEFT + (WIDTH - LEFT - EDGE) * (clipped(px, x) - x[0]) / (x[1] - x[0]));
    }

    private String up(double py) {
        return number(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - 2 * EDGE) * (clipped(py, y) - y[0]) / (y[1] - y[0]));
    }

    private static double clipped(double value, double[] range) {
        return Math.min(Math.max(value, range[0]), range[1]);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
