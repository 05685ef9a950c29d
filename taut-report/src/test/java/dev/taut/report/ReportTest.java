package dev.taut.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.report.example.Examples;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    /** Names of XML vocabularies: never fetched. */
    private static final Pattern VOCABULARY = Pattern.compile("http://www\\.w3\\.org/[\\w/]+");

    private static final Pattern EMBEDDED =
            Pattern.compile("<script type=\"application/json\" id=\"run\">(.*?)</script>", Pattern.DOTALL);

    static Stream<String> examples() {
        return Examples.all().keySet().stream();
    }

    private static String page(String example) {
        return Report.html(Examples.all().get(example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isAtMostOneMegabyte(String example) {
        assertThat(page(example).getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1_000_000);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void loadsNothingFromAnywhere(String example) {
        String page = page(example);
        String outside = VOCABULARY.matcher(page).replaceAll("");
        for (String way : List.of("http:", "https:", "<link", "<iframe", "<object", "@import", " src=\"")) {
            assertThat(outside.indexOf(way)).as(way).isEqualTo(-1);
        }
        assertThat(page.indexOf("content=\"default-src &#39;none&#39;; script-src &#39;sha256-"))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void embedsARunThatReadsBack(String example) {
        Run embedded = RunJson.read(embedded(page(example)));
        Run run = Examples.all().get(example);
        assertThat(embedded.provenance()).isEqualTo(run.provenance());
        assertThat(embedded.tuning()).isEqualTo(run.tuning());
        assertThat(embedded.effect()).isEqualTo(run.effect());
        assertThat(embedded.path().knots()).hasSameSizeAs(run.path().knots());
    }

    @Test
    void aShortRunIsEmbeddedWhole() {
        Run run = Examples.regression();
        Run embedded = RunJson.read(embedded(Report.html(run)));
        assertThat(embedded.data()).isEqualTo(run.data());
        assertThat(embedded.solution()).isEqualTo(run.solution());
        double drawn = embedded.path().knots().get(50).standardized().get(0).get(2);
        double exact = run.path().knots().get(50).standardized().get(0).get(2);
        assertThat(drawn).isCloseTo(exact, org.assertj.core.data.Percentage.withPercentage(0.005));
    }

    @Test
    void namesFromTheDataCannotLeaveTheirPlace() {
        String page = page("hostile");
        assertThat(count(page, "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"))
                .isGreaterThan(10);
        for (String broken : List.of("<img", "<b>file", "<script>alert", "\u0007")) {
            assertThat(count(page, broken)).as(broken).isZero();
        }
        assertThat(count(page, "<script")).isEqualTo(count(page, "</script>")).isEqualTo(2);
        assertThat(embedded(page)).doesNotContain("<").contains("\\u003c/script>");
        assertThat(RunJson.read(embedded(page)).data().target().name())
                .isEqualTo("</script><img src=x onerror=alert(1)>");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void elementsAreBalancedAndIdsUnique(String example) {
        String markup = EMBEDDED.matcher(page(example)).replaceAll("");
        markup = markup.substring(0, markup.lastIndexOf("<script>"));
        for (String element :
                List.of("section", "figure", "table", "tr", "td", "th", "ul", "li", "p", "div", "details")) {
            assertThat(count(markup, "</" + element + ">"))
                    .as(element)
                    .isEqualTo(count(markup, "<" + element + ">") + count(markup, "<" + element + " "));
        }
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(markup)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> targets = Pattern.compile(" (?:href=\"#|aria-labelledby=\")([^\"]+)\"")
                .matcher(markup)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        assertThat(ids).containsAll(targets);
    }

    @Test
    void equalRunsGiveEqualPages() {
        assertThat(Report.html(Examples.binary()).equals(Report.html(Examples.binary())))
                .isTrue();
    }

    @Test
    void writesTheWholeFileOrNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "older");
        Report.write(Examples.binary(), file);
        assertThat(file).hasContent(Report.html(Examples.binary()).strip());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        Path nowhere = folder.resolve("missing/report.html");
        org.assertj.core.api.Assertions.assertThatIOException()
                .isThrownBy(() -> Report.write(Examples.binary(), nowhere));
    }

    private static String embedded(String page) {
        var matcher = EMBEDDED.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
