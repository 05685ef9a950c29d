package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.lesson.Lesson;
import dev.taut.lesson.Lessons;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons run, and so do the commands in which they end. */
class LearnTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void shell() {
        shell = new Shell(folder);
    }

    static Stream<String> names() {
        return Lessons.all().stream().map(Lesson::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatComesNextWorks(String name) {
        Shell.Ended lesson = shell.run("taut learn " + name);
        assertThat(lesson.code()).as(lesson.err()).isZero();
        assertThat(lesson.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        List<String> commands = lesson.err()
                .lines()
                .map(line -> line.replaceFirst("^(go on)? +", ""))
                .filter(line -> line.startsWith("taut "))
                .toList();
        assertThat(commands).hasSize(Lessons.named(name).orElseThrow().onwards().size());
        for (String command : commands) {
            Shell.Ended ended = shell.run(command);
            assertThat(ended.code()).as(command + "\n" + ended.err()).isZero();
        }
    }

    @Test
    void theWarningsThatLessonsPromiseAreGiven() {
        shell.run("taut learn scaling");
        shell.run("taut learn correlated-twins");
        shell.run("taut learn separation");
        shell.run("taut learn over-regularization");
        assertThat(shell.run("taut path lessons/scaling.csv --target price --no-standardize")
                        .err())
                .contains("[T0307]");
        assertThat(shell.run("taut inspect lessons/correlated-twins.csv --target y")
                        .err())
                .contains("[T0303]");
        assertThat(shell.run("taut fit lessons/separation.csv --target passed --penalty none")
                        .err())
                .contains("error[T0501]");
        assertThat(shell.run("taut fit lessons/over-regularization.csv --target y --penalty lasso --lambda 3")
                        .err())
                .contains("[T0403]");
    }

    @Test
    void listsTheLessons() {
        assertThat(shell.run("taut learn").out()).contains(names().toList());
    }

    @Test
    void isReadByMachines() {
        assertThat(shell.run("taut learn --json").out()).contains("\"taut.lessons/1\"", "\"l2-from-scratch\"");
        assertThat(shell.run("taut learn interactions --json").out())
                .startsWith("{\"schema\":\"taut.lesson/1\",\"name\":\"interactions\"")
                .contains("\"headings\":[\"model\",\"cross-validated RMSE\"]");
        assertThat(shell.run("taut learn interactions --markdown").out()).contains("| model | cross-validated RMSE |");
    }

    @Test
    void showsCode() {
        Shell.Ended l2 = shell.run("taut learn l2-from-scratch --show-code");
        assertThat(l2.out()).contains("public final class L2FromScratch").doesNotContain("Epoch: 0");
        assertThat(shell.run("taut learn l2-from-scratch --penalty l1 --show-code")
                        .out())
                .contains("softThresholdStep");
        assertThat(shell.run("taut learn scaling --show-code").code()).isEqualTo(2);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(shell.run("taut learn scalling").err()).contains("help: taut learn scaling");
        assertThat(shell.run("taut learn scaling --lambda 1").code()).isEqualTo(2);
        assertThat(shell.run("taut learn l2-from-scratch --epochs 0").code()).isEqualTo(2);
        assertThat(shell.run("taut learn l2-from-scratch --penalty l3").code()).isEqualTo(2);
        assertThat(shell.run("taut learn l2-from-scratch --learning-rate 0").code())
                .isEqualTo(2);
    }
}
