package dev.taut.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), Letters.UNICODE, terminal, now::get);
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shortWorkIsSilent() {
        ProgressLine line = line(true);
        line.begin("Tuning");
        for (int i = 0; i < 50; i++) {
            now.addAndGet(SECOND / 30);
            line.step(i, 50, "fits");
        }
        line.clear();
        assertThat(said()).isEmpty();
    }

    @Test
    void aTerminalShowsOneLineThatGoesAway() {
        ProgressLine line = line(true);
        line.begin("Tuning");
        now.addAndGet(46 * SECOND);
        line.step(23, 50, "fits");
        assertThat(said()).isEqualTo("\r\u001b[KTuning 23/50 fits ▕█████       ▏ 46 %  ETA 00:54");
        bytes.reset();
        now.addAndGet(SECOND / 20);
        line.step(24, 50, "fits");
        assertThat(said()).as("redrawn at most ten times a second").isEmpty();
        now.addAndGet(SECOND / 20);
        line.step(25, 50, "fits");
        assertThat(said()).contains("Tuning 25/50 fits");
        bytes.reset();
        line.clear();
        assertThat(said()).isEqualTo("\r\u001b[K");
    }

    @Test
    void elsewhereThereIsOneLinePerTenth() {
        ProgressLine line = line(false);
        line.begin("Tuning");
        now.addAndGet(3 * SECOND);
        for (int i = 1; i <= 200; i++) {
            line.step(i, 200, "fits");
        }
        assertThat(said().lines()).hasSize(10).startsWith("Tuning 20/200 fits 10 %  ETA 00:27");
    }

    @Test
    void aTableIsNeverWiderThanAsked() {
        TextTable table = new TextTable("name", ">n", "note")
                .row("a name that is rather long for a column", "1", "short")
                .row("b", "12 345", "a remark that needs a second line, or even a third one");
        List<String> lines = table.lines(Letters.UNICODE, 60);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("a remark that", "needs a", "second line,", "or even a", "third one");
        assertThat(table.markdown())
                .containsExactly(
                        "| name | n | note |",
                        "|---|---:|---|",
                        "| a name that is rather long for a column | 1 | short |",
                        "| b | 12 345 | a remark that needs a second line, or even a third one |");
    }

    @Test
    void numbersStandUnderTheirHeading() {
        assertThat(new TextTable("x", ">n").row("aa", "1").row("b", "22").lines(Letters.UNICODE, 80))
                .containsExactly("  x    n", "  aa   1", "  b   22");
    }

    @Test
    void sentencesAreBrokenBetweenWords() {
        assertThat(Wrap.lines("one two three 5.8 % four", 17, "  ")).containsExactly("one two three", "  5.8 % four");
        assertThat(Wrap.lines("averyveryverylongword b", 5, "")).containsExactly("averyveryverylongword", "b");
    }

    @Test
    void lettersFallBackToAscii() {
        assertThat(Letters.of(StandardCharsets.UTF_8)).isEqualTo(Letters.UNICODE);
        assertThat(Letters.of(StandardCharsets.US_ASCII)).isEqualTo(Letters.ASCII);
        assertThat(Letters.of(StandardCharsets.ISO_8859_1)).isEqualTo(Letters.ASCII);
        assertThat(Letters.ASCII.of("λ = 6.08 ± 1.4 · ½‖β‖₂² × xᵢᵀβ − η → …"))
                .isEqualTo("lambda = 6.08 +/- 1.4 * 1/2||beta||2^2 x x_i'beta - eta -> ...");
        assertThat(Letters.ASCII.of("größe")).isEqualTo("größe");
    }
}
