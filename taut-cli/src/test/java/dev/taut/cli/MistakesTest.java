package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taut.run.Comparison;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes with λ and with the holdout: named where they are made, silent on the clean twin, and gone by the remedy. */
class MistakesTest {
    private static final String FIT = "taut fit diabetes.csv --target progression --folds 5 ";

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).bundled("diabetes.csv");
    }

    @Test
    void aLambdaByHandInTheUnderfittingZone() {
        Shell.Ended strong = shell().run(FIT + "--lambda 30");
        assertThat(strong.code()).isZero();
        assertThat(strong.err()).contains("T0403", "underfitting zone", "--rule 1se instead of --lambda 30");
        assertThat(shell().run(FIT + "--rule 1se").err()).doesNotContain("T0403");
        assertThat(shell().run(FIT + "--lambda 1").err()).doesNotContain("T0403");
    }

    @Test
    void aGridThatEndsTooEarly() {
        Shell.Ended narrow = shell().run(FIT + "--lambdas 5:0.5");
        assertThat(narrow.err()).contains("T0402");
        String remedy = narrow.err().replaceAll("(?s).*help: (--lambdas \\S+).*", "$1");
        Shell.Ended wider = shell().run(FIT + remedy);
        assertThat(wider.code()).isZero();
        assertThat(smallest(wider)).isLessThan(smallest(narrow));
        assertThat(shell().run(FIT).err()).doesNotContain("T0402");
    }

    private double smallest(Shell.Ended ended) {
        assertThat(ended.code()).isZero();
        String row =
                ended.out().lines().filter(l -> l.contains("λ.min")).findFirst().orElseThrow();
        return Double.parseDouble(row.strip().split("\\s+")[1]);
    }

    @Test
    void aCurveWithoutASlope() {
        String tune = "taut tune noise.csv --target y --lambdas 20";
        Shell.Ended flat = shell().file("noise.csv", table(0, 1)).run(tune);
        assertThat(flat.err()).contains("T0409", "help: --repeats 5");
        assertThat(shell().file("noise.csv", table(0, 1))
                        .run(tune + " --repeats 5")
                        .code())
                .isZero();
        assertThat(shell().file("noise.csv", table(2, 1)).run(tune).err()).doesNotContain("T0409");
    }

    @Test
    void aHoldoutOpenedTwice() {
        Shell shell = shell();
        assertThat(shell.run(FIT + "-o out").err()).doesNotContain("T0604");
        assertThat(shell.run(FIT + "-o out").err()).as("the same settings").doesNotContain("T0604");
        Shell.Ended second = shell.run(FIT + "-o out --penalty ridge");
        assertThat(second.err()).contains("T0604", "opened 2 times", "help: --seed 43");
        assertThat(shell.run(FIT + "-o out --penalty enet").err()).contains("opened 3 times");
        assertThat(run(shell).holdout().orElseThrow().opened()).isEqualTo(3);
        assertThat(shell.run("taut run out").code())
                .as("a replay looks at nothing new")
                .isZero();
        assertThat(shell.run(FIT + "-o out --penalty enet --seed 43").err()).doesNotContain("T0604");
    }

    private static Run run(Shell shell) {
        return RunJson.read(shell.read("out/run.json").strip());
    }

    /** With every step of the recipe on, coins are predicted no better than by their share, within 2 standard errors. */
    @Test
    void labelsByCoinAreAtChance() {
        int tosses = 8;
        double sum = 0;
        double squares = 0;
        for (int toss = 0; toss < tosses; toss++) {
            Shell.Ended ended = shell().file("coins.csv", table(0, 10 + toss))
                    .run("taut compare coins.csv --target coin --exclude y --text note --penalties lasso --folds 5"
                            + " --lambdas 20 --holdout 0 --json");
            assertThat(ended.code()).isZero();
            Comparison comparison =
                    RunJson.read(ended.out().strip()).comparison().orElseThrow();
            double gain = comparison.noModel() - comparison.rows().get(0).mean().orElseThrow();
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / tosses;
        double error = Math.sqrt((squares / tosses - mean * mean) / (tosses - 1));
        assertThat(mean).as("a leak would make coins predictable").isLessThan(2 * error);
    }

    /** Numbers with gaps, a category, dates, a text, a coin, and y = signal · a + noise. */
    private static String table(double signal, long seed) {
        Random random = new Random(seed);
        String[] words = {"red", "blue", "old", "new", "large", "small", "round", "flat", "warm", "cold"};
        var text = new StringBuilder("a,b,place,day,note,coin,y\n");
        for (int row = 0; row < 90; row++) {
            double a = random.nextGaussian();
            text.append(a).append(',');
            text.append(random.nextInt(6) == 0 ? "" : String.valueOf(random.nextGaussian()))
                    .append(',');
            text.append("north south west".split(" ")[random.nextInt(3)]).append(',');
            text.append(String.format("2024-%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)))
                    .append(',');
            for (int word = 0; word < 6; word++) {
                text.append(words[random.nextInt(words.length)]).append(word < 5 ? " " : ",");
            }
            text.append(random.nextBoolean() ? "heads" : "tails").append(',');
            text.append(signal * a + random.nextGaussian()).append('\n');
        }
        return text.toString();
    }
}
