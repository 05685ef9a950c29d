package dev.taut.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every source file of main code looks like. */
class SourcesTest {
    private static final int LONGEST = 400;
    private static final int MEDIAN = 120;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

    @Test
    void filesAreShort() {
        assertThat(House.sources())
                .allSatisfy(source ->
                        assertThat(lines(source)).as("lines of %s", source).isLessThanOrEqualTo(LONGEST));
        long[] lengths =
                House.sources().stream().mapToLong(SourcesTest::lines).sorted().toArray();
        assertThat(lengths[lengths.length / 2]).as("median").isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void nothingIsUnfinished() {
        assertThat(House.sources())
                .allSatisfy(source -> assertThat(House.text(source)).doesNotContainPattern(UNFINISHED));
    }

    @Test
    void everyPackageSaysWhatItsLinesMayTouchAndHasNoNulls() {
        assertThat(House.sources().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("module-info.java"))))
                .allSatisfy(folder -> assertThat(oneLine(folder.resolve("package-info.java")))
                        .as("package-info.java of %s", folder)
                        .contains("A line here may", "@NullMarked"));
    }

    private static String oneLine(Path comment) {
        return House.text(comment).replaceAll("[\\s*]+", " ");
    }

    private static long lines(Path source) {
        return House.text(source).lines().count();
    }
}
