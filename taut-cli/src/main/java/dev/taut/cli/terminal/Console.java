package dev.taut.cli.terminal;

import dev.taut.finding.Finding;
import dev.taut.finding.Severity;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The two streams of a call: results on one, narration and findings on the other.
 *
 * <p>Quiet leaves out narration and notes; warnings and errors are always said.
 */
public final class Console {
    /** Columns that tables and sentences keep within. */
    public static final int WIDTH = 80;

    private static final int VERB_ENDS = 11;

    private final PrintStream out;
    private final PrintStream err;
    private final Letters letters;
    private final Style style;
    private final boolean quiet;
    private final ProgressLine progress;

    /** How a console behaves: its character set, colour, silence, and whether the second stream is a terminal. */
    public record Manner(Charset charset, Style style, boolean quiet, boolean terminal) {}

    public Console(OutputStream out, OutputStream err, Manner manner) {
        this.out = new PrintStream(out, false, manner.charset());
        this.err = new PrintStream(err, true, manner.charset());
        this.letters = Letters.of(manner.charset());
        this.style = manner.style();
        this.quiet = manner.quiet();
        this.progress = new ProgressLine(this.err, letters, manner.terminal(), System::nanoTime);
    }

    public Letters letters() {
        return letters;
    }

    public boolean quiet() {
        return quiet;
    }

    /** The line that shows how far a long computation is; silent if the call is quiet. */
    public ProgressLine progress() {
        return progress;
    }

    /** A line of the result. */
    public void result(String line) {
        out.println(letters.of(line));
    }

    /** The result as a machine reads it: UTF-8 whatever the terminal's letters, one line end at its end. */
    public void machine(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    /** The result's bytes as they are; a reader that went away is no error. */
    public OutputStream bytes() {
        return out;
    }

    public void table(TextTable table) {
        table.lines(letters, WIDTH).forEach(out::println);
    }

    /** A table as the call wants it, as Markdown or as text. */
    public void table(TextTable table, boolean markdown) {
        if (markdown) {
            table.markdown().forEach(this::result);
        } else {
            table(table);
        }
    }

    /** A line that is not part of the result. */
    public void say(String line) {
        if (!quiet) {
            out.flush();
            progress.clear();
            err.println(letters.of(line));
        }
    }

    /** A line that must be read even if the call is quiet. */
    public void error(String line) {
        out.flush();
        progress.clear();
        err.println(letters.of(line));
    }

    /** Brings out everything that was said. */
    public void flush() {
        progress.clear();
        out.flush();
        err.flush();
    }

    /** {@code     Checked  442 rows, 10 features; 1 note            0.1 s}. */
    public void narrate(String verb, String detail, double seconds) {
        String time = String.format(Locale.ROOT, "%.1f s", seconds);
        String margin = " ".repeat(VERB_ENDS + 2);
        int room = WIDTH - margin.length() - 2 - time.length();
        List<String> lines = Wrap.lines(letters.of(detail), room, "");
        for (int i = 0; i < lines.size(); i++) {
            String head = i > 0 ? margin : " ".repeat(Math.max(0, VERB_ENDS - verb.length())) + style.verb(verb) + "  ";
            boolean last = i == lines.size() - 1;
            String space = " ".repeat(Math.max(2, room - Letters.width(lines.get(i)) + 2));
            say(head + lines.get(i) + (last ? space + time : ""));
        }
    }

    /** Findings, heaviest last so that it stands next to the prompt; notes are left out if the call is quiet. */
    public void findings(List<Finding> findings) {
        for (int weight = 0; weight < Severity.values().length; weight++) {
            Severity severity = Severity.values()[weight];
            findings.stream()
                    .filter(f -> f.severity() == severity)
                    .filter(f -> !quiet || severity != Severity.NOTE)
                    .forEach(this::finding);
        }
    }

    private void finding(Finding finding) {
        out.flush();
        progress.clear();
        String head = finding.severity().word() + "[" + finding.code().id() + "]: ";
        List<String> message = Wrap.lines(letters.of(head + finding.message()), WIDTH, "  ");
        err.println(coloured(finding.severity(), head)
                + message.get(0)
                        .substring(Math.min(head.length(), message.get(0).length())));
        message.stream().skip(1).forEach(err::println);
        for (String line : finding.evidence()) {
            err.println("  " + letters.of(line));
        }
        for (String remedy : finding.remedies()) {
            err.println("  help: " + letters.of(remedy));
        }
        err.println("  more: taut explain " + finding.code().id());
    }

    private String coloured(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> style.error(text);
            case WARNING -> style.warning(text);
            case NOTE -> style.note(text);
        };
    }
}
