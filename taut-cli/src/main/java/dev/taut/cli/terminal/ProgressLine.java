package dev.taut.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line that shows how far a computation is: nothing for its first two seconds, then redrawn at most ten times a
 * second on a terminal, or one line per 10 % elsewhere.
 */
public final class ProgressLine {
    private static final long SILENT = 2_000_000_000L;
    private static final long REDRAW = 100_000_000L;
    private static final int BAR = 12;

    private final PrintStream err;
    private final Letters letters;
    private final boolean terminal;
    private final LongSupplier nanoseconds;
    private String verb = "";
    private long started;
    private long drawn;
    private int tenths;
    private boolean visible;

    ProgressLine(PrintStream err, Letters letters, boolean terminal, LongSupplier nanoseconds) {
        this.err = err;
        this.letters = letters;
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
    }

    /** Work begins; {@code verb} says what it is, for example {@code Tuning}. */
    public synchronized void begin(String verb) {
        clear();
        this.verb = verb;
        started = nanoseconds.getAsLong();
        tenths = 0;
    }

    /** {@code done} of {@code total} units are done. */
    public synchronized void step(long done, long total, String unit) {
        long now = nanoseconds.getAsLong();
        if (now - started < SILENT || total <= 0) {
            return;
        }
        if (terminal) {
            if (!visible || now - drawn >= REDRAW) {
                drawn = now;
                visible = true;
                err.print("\r\u001b[K" + letters.fit(letters.of(text(done, total, unit, now)), Console.WIDTH - 1));
                err.flush();
            }
        } else if (done * 10 / total > tenths) {
            tenths = (int) (done * 10 / total);
            err.println(letters.of(text(done, total, unit, now)));
        }
    }

    /** Takes the line away, if it is there. */
    public synchronized void clear() {
        if (visible) {
            err.print("\r\u001b[K");
            err.flush();
            visible = false;
        }
    }

    private String text(long done, long total, String unit, long now) {
        int filled = (int) (BAR * done / total);
        String bar = terminal ? "▕" + "█".repeat(filled) + " ".repeat(BAR - filled) + "▏ " : "";
        String left = done == 0 ? "" : "  ETA " + clock((now - started) / 1_000_000_000.0 / done * (total - done));
        return verb + " " + done + "/" + total + " " + unit + " " + bar + 100 * done / total + " %" + left;
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
    }
}
