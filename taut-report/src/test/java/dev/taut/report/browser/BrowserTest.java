package dev.taut.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taut.report.Report;
import dev.taut.report.example.Examples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real browser; skipped, with the reason, where none is installed. */
class BrowserTest {
    private static final Path AXE = Path.of("frontend", "node_modules", "axe-core", "axe.min.js");

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static Tab tab;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> installed = Chromium.installed();
        assumeTrue(installed.isPresent(), "no chromium or google-chrome on the PATH: the page was not opened");
        for (var example : Examples.all().entrySet()) {
            Report.write(example.getValue(), folder.resolve(example.getKey() + ".html"));
        }
        browser = Chromium.start(installed.get(), folder.resolve("profile"));
        tab = browser.open();
        tab.dark(false);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> examples() {
        return Examples.all().keySet().stream();
    }

    private static void show(String example, int width) {
        tab.width(width);
        tab.show(folder.resolve(example + ".html").toUri());
        // Charts follow their width with the next frame.
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFigureHasItsChartAtEveryWidth(String example) {
        for (int width : new int[] {360, 1200}) {
            show(example, width);
            assertThat(tab.complaints()).as("%s at %d", example, width).isEmpty();
            assertThat(tab.requests()).hasSize(1).allMatch(url -> url.startsWith("file:"));
            List<String> empty = strings("[...document.querySelectorAll('figure')]"
                    + ".filter(f => !f.querySelector('.plot > svg')).map(f => f.id)");
            assertThat(empty).as("figures without a chart").isEmpty();
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("the page does not scroll sideways at %d", width)
                    .isLessThanOrEqualTo(width);
            assertThat(strings("[...document.querySelectorAll('.plot > svg')]"
                            + ".filter(s => /NaN|undefined|Infinity/.test(s.outerHTML))"
                            + ".map(s => s.closest('figure').id)"))
                    .as("charts with undefined places")
                    .isEmpty();
            assertThat(strings("[...document.querySelectorAll('.plot > svg')]"
                            + ".filter(s => s.getAttribute('role') !== 'img' || !s.getAttribute('aria-label'))"
                            + ".map(s => s.closest('figure').id)"))
                    .as("charts without a text alternative")
                    .isEmpty();
        }
    }

    @Test
    void thePathHasOneLinePerFeatureAndLabelsThatDoNotTouch() {
        show("regression", 1200);
        assertThat(tab.evaluate("document.querySelectorAll('#figure-path g.series path').length")
                        .asInt())
                .isEqualTo(10);
        String heights =
                "[...document.querySelectorAll('#figure-path g.labels text')].map(t => t.getBoundingClientRect())";
        assertThat(tab.evaluate(heights + ".length").asInt()).isEqualTo(10);
        assertThat(tab.evaluate(heights + ".sort((a, b) => a.top - b.top)"
                                + ".filter((b, i, all) => i > 0 && b.top < all[i - 1].bottom - 4).length")
                        .asInt())
                .as("labels on top of each other")
                .isZero();
    }

    @Test
    void controlsRedrawThePath() {
        show("regression", 1200);
        String picture = "document.querySelector('#figure-path .plot').innerHTML";
        String standardized = tab.evaluate(picture).asString();
        for (String choice : List.of("raw", "L1 norm", "deviance explained")) {
            tab.evaluate("[...document.querySelectorAll('#figure-path label')]" + ".find(l => l.textContent === '"
                    + choice + "').click()");
            String now = tab.evaluate(picture).asString();
            assertThat(now.equals(standardized)).as(choice).isFalse();
            assertThat(now.contains("NaN")).as(choice).isFalse();
            standardized = now;
        }
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void hoveringFollowsALineAndMarksItsRow() {
        show("regression", 1200);
        tab.evaluate("document.querySelector('#figure-path').scrollIntoView({block: 'center', behavior: 'instant'})");
        JsonNode end = tab.evaluate(
                "(() => { const p = document.querySelector('#figure-path .plot').querySelectorAll('g.series path')[9];"
                        + " const at = p.getPointAtLength(p.getTotalLength() * 0.8).matrixTransform(p.getScreenCTM());"
                        + " return [at.x, at.y]; })()");
        tab.send(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type", "mouseMoved",
                        "x", end.get(0).asDouble(),
                        "y", end.get(1).asDouble()));
        assertThat(tab.evaluate("document.querySelector('#figure-path .tip').textContent")
                        .asString())
                .contains("at λ =");
        assertThat(tab.evaluate("document.querySelectorAll('#coefficients tr.hot').length")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void darkModeIsDarkAndPaperIsWhite() {
        tab.dark(true);
        show("binary", 1200);
        String paper = "getComputedStyle(document.documentElement).backgroundColor";
        assertThat(tab.evaluate(paper).asString()).isEqualTo("rgb(21, 23, 26)");
        tab.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(tab.evaluate(paper).asString()).isEqualTo("rgb(255, 255, 255)");
        tab.send("Emulation.setEmulatedMedia", Map.of("media", ""));
        tab.dark(false);
    }

    @Test
    void printingOpensTheTogglesAndMakesAPdf() {
        show("regression", 1200);
        tab.evaluate("addEventListener('beforeprint', () => window.openAtPrint = "
                + "document.querySelectorAll('details:not([open])').length)");
        byte[] pdf = Base64.getDecoder()
                .decode(tab.send("Page.printToPDF", Map.of()).get("data").asString());
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(50_000);
        assertThat(tab.evaluate("window.openAtPrint").asInt()).isZero();
        assertThat(tab.evaluate("document.querySelectorAll('details[open]').length")
                        .asInt())
                .as("closed again afterwards")
                .isZero();
    }

    @Test
    void withoutScriptsThePageSaysTheSame() {
        tab.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        tab.show(folder.resolve("regression.html").toUri());
        JsonNode text = tab.send("DOM.getDocument", Map.of("depth", 0));
        String html = tab.send(
                        "DOM.getOuterHTML",
                        Map.of("nodeId", text.get("root").get("nodeId").asInt()))
                .get("outerHTML")
                .asString();
        tab.send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        assertThat(html.contains("switched off here")).isTrue();
        assertThat(html.contains("class=\"plot-")).as("no chart").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression", "binary", "multiclass", "not-certified"})
    void hasNoSeriousAccessibilityViolation(String example) throws IOException {
        assumeTrue(Files.exists(AXE), "frontend/node_modules is not installed (npm ci): axe did not look at the page");
        String axe = Files.readString(AXE);
        for (boolean dark : new boolean[] {false, true}) {
            tab.dark(dark);
            show(example, 1200);
            tab.evaluate(axe + "; 0");
            List<String> violations = strings("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                    + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                    + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | ')))");
            assertThat(violations).as(dark ? "dark" : "light").isEmpty();
        }
        tab.dark(false);
    }

    private static List<String> strings(String expression) {
        return tab.evaluate(expression).values().stream()
                .map(JsonNode::asString)
                .toList();
    }
}
