package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be wrong with a file or a command: located, remedied, with its exit code; and the remedy works. */
class BadInputTest {
    private static final String FIT = "taut fit houses.csv --target price --lambdas 20 --folds 5";
    private static final String SELECT = "taut select houses.csv --target price --lambdas 20 --pairs 5";
    private static final List<Case> CASES = cases();

    @TempDir
    private Path folder;

    record Case(String name, int code, String id, String file, String command) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Case> cases() {
        return Stream.of(
                        files(),
                        columns(),
                        structure(),
                        usage(),
                        List.of(
                                new Case("unwritable-output", 3, "T0104", Tables.houses(), FIT + " -o houses.csv/out"),
                                new Case("output-is-a-file", 3, "T0104", Tables.houses(), FIT + " -o houses.csv"),
                                new Case(
                                        "not-a-model",
                                        3,
                                        "T0605",
                                        Tables.houses(),
                                        "taut predict houses.csv houses.csv"),
                                new Case("no-model", 3, "T0102", Tables.houses(), "taut predict out houses.csv"),
                                new Case("no-run", 3, "T0102", Tables.houses(), "taut report out"),
                                new Case("not-a-run", 3, "T0605", Tables.houses(), "taut run houses.csv")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> files() {
        String semicolons = Tables.houses().replace(',', ';').replaceFirst("region", "region;of;sale");
        return List.of(
                new Case("missing-file", 3, "T0102", Tables.houses(), "taut fit house.csv --target price"),
                new Case("empty-file", 3, "T0102", "", FIT),
                new Case("random-junk", 3, "T0102", "\u0001\u0000\u0007\u001b\u0000x".repeat(40), FIT),
                new Case("zip-archive", 3, "T0102", "PK\u0003\u0004\u0000\u0000\b\u0000\u0001\u0002", FIT),
                new Case("header-only", 3, "T0102", "area,rooms,region,price\n", FIT),
                new Case("no-header", 3, "T0103", numbers(), "taut fit houses.csv --target c3"),
                new Case(
                        "ragged-line",
                        3,
                        "T0105",
                        Tables.changed(Map.of(12, line -> line.replaceFirst(",", ",1,"))),
                        FIT),
                new Case("ragged-delimiter", 3, "T0105", semicolons, FIT + " --delimiter ;"),
                new Case("same-name-twice", 3, "T0106", Tables.houses().replaceFirst("rooms", "area"), FIT));
    }

    private static String numbers() {
        return IntStream.range(0, 30)
                .mapToObj(i -> i + "." + i % 7 + "," + i * 37 % 11 + "," + (3 * i + i % 5))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<Case> columns() {
        return List.of(
                new Case("missing-target", 2, "T0001", Tables.houses(), "taut fit houses.csv"),
                new Case("misspelt-target", 3, "T0101", Tables.houses(), FIT.replace("price", "pirce")),
                new Case("misspelt-exclude", 3, "T0101", Tables.houses(), FIT + " --exclude romms,region"),
                new Case("misspelt-text", 3, "T0101", Tables.houses(), FIT + " --text regoin"),
                new Case("bad-terms", 2, "T0001", Tables.houses(), FIT + " --text region --terms tf-idf"),
                new Case("bad-terms-number", 2, "T0001", Tables.houses(), FIT + " --terms counts,words=9"),
                new Case("interaction-ignored", 0, "T0312", Tables.acting(true), FIT),
                new Case("interaction-misspelt", 3, "T0101", Tables.houses(), FIT + " --interactions area:roms"),
                new Case("interaction-alone", 2, "T0001", Tables.houses(), FIT + " --interactions area"),
                new Case("interactions-too-many", 2, "T0001", Tables.wide(), FIT + " --interactions all"),
                new Case("misspelt-free", 3, "T0101", Tables.houses(), FIT + " --free aera"),
                new Case("text-in-numbers", 3, "T0201", Tables.cell(0, "n/a", 4, 10, 31), FIT),
                new Case("missing-target-values", 3, "T0202", Tables.cell(3, "", 5, 6), FIT),
                new Case("infinite-value", 3, "T0203", Tables.cell(0, "inf", 9, 51), FIT),
                new Case("missing-values", 0, "T0204", Tables.cell(0, "", 9, 51), FIT),
                new Case("missing-refused", 3, "T0204", Tables.cell(0, "", 9, 51), FIT + " --impute none"),
                new Case("single-class", 3, "T0205", Tables.classes(word -> "no"), FIT),
                new Case(
                        "rare-class",
                        0,
                        "T0206",
                        Tables.classes(word -> "cheap")
                                .replaceFirst("cheap\n", "dear\n")
                                .replaceFirst("cheap\n", "dear\n")
                                .replaceFirst("cheap\n", "dear\n"),
                        FIT),
                new Case("negative-weights", 3, "T0207", Tables.cell(1, "-1", 3), FIT + " --weights rooms"),
                new Case(
                        "too-coarse",
                        3,
                        "T0208",
                        Tables.with("created", i -> "" + (1_700_000_000 + i * 7919 % 997)),
                        FIT + " --storage float32"),
                new Case("not-positive", 3, "T0207", Tables.cell(3, "0", 3, 8), FIT + " --loss gamma"),
                new Case("negative-amount", 3, "T0207", Tables.cell(3, "-2.5", 3), FIT + " --loss tweedie:1.5"),
                new Case("no-exposure", 3, "T0207", Tables.cell(1, "0", 3), FIT + " --loss gamma --exposure rooms"),
                new Case("misspelt-exposure", 3, "T0101", Tables.houses(), FIT + " --loss gamma --exposure roms"),
                new Case("misspelt-logarithm", 3, "T0101", Tables.houses(), FIT + " --loss gamma --offset log(roms)"),
                new Case("loss-of-two-classes", 3, "T0207", Tables.houses(), FIT + " --link probit"),
                new Case("hinge-of-numbers", 3, "T0207", Tables.houses(), FIT + " --loss hinge"),
                new Case(
                        "kernel-weights",
                        3,
                        "T0207",
                        Tables.houses(),
                        "taut fit houses.csv --target price --kernel rbf --weights rooms"),
                new Case(
                        "kernel-three-classes",
                        3,
                        "T0207",
                        Tables.houses(),
                        "taut fit houses.csv --target region --kernel rbf --calibration none"),
                new Case(
                        "order-misspelt",
                        3,
                        "T0207",
                        Tables.houses(),
                        "taut fit houses.csv --target region --loss ordinal --order north,soth,east"),
                new Case("order-of-numbers", 3, "T0207", Tables.houses(), FIT + " --order 1,2"),
                new Case(
                        "ordinal-of-two",
                        3,
                        "T0207",
                        Tables.classes(word -> word),
                        "taut fit houses.csv --target price --loss ordinal"),
                new Case("not-a-split", 3, "T0207", Tables.houses(), FIT + " --split-column region"));
    }

    private static List<Case> structure() {
        return List.of(
                new Case("constant-column", 0, "T0301", Tables.with("country", i -> "CH"), FIT),
                new Case("duplicate-column", 0, "T0302", twice(), FIT),
                new Case("too-few-rows", 3, "T0304", Tables.first(1), FIT),
                new Case("identifier", 3, "T0305", Tables.with("order_id", i -> "o" + i * 7919 % 997), FIT),
                new Case("leakage", 0, "T0306", leak(), FIT),
                new Case("unscaled", 0, "T0307", Tables.houses(), FIT + " --no-standardize"),
                new Case("no-feature", 3, "T0310", Tables.houses(), FIT + " --exclude area,rooms,region"),
                new Case("more-folds-than-rows", 3, "T0401", Tables.first(7), FIT.replace("--folds 5", "--folds 10")),
                new Case("separated", 3, "T0501", separated(), FIT + " --penalty none"),
                new Case(
                        "not-certified",
                        4,
                        "T0502",
                        Tables.classes(word -> word),
                        FIT + " --max-epochs 1 --gap 1e-14"));
    }

    private static String twice() {
        String[] lines = Tables.houses().split("\n");
        lines[0] += ",area_sqft";
        for (int i = 1; i < lines.length; i++) {
            double area = Double.parseDouble(lines[i].substring(0, lines[i].indexOf(',')));
            lines[i] += "," + area * 10;
        }
        return String.join("\n", lines) + "\n";
    }

    private static String leak() {
        String[] lines = Tables.houses().split("\n");
        lines[0] += ",fee";
        for (int i = 1; i < lines.length; i++) {
            double price = Double.parseDouble(lines[i].substring(lines[i].lastIndexOf(',') + 1));
            lines[i] += "," + (price * 0.1 + i % 2 * 0.01);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String separated() {
        return IntStream.range(0, 60)
                .mapToObj(i -> i + i * 7 % 3 * 0.25 + "," + i * 37 % 11 + "," + (i < 30 ? "no" : "yes"))
                .collect(Collectors.joining("\n", "score,other,price\n", "\n"));
    }

    private static List<Case> usage() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("unknown-verb", "taut fti houses.csv");
        commands.put("flag-before-verb", "taut --target price");
        commands.put("unknown-flag", FIT + " --fold 5");
        commands.put("too-many-arguments", "taut fit houses.csv other.csv --target price");
        commands.put("no-argument", "taut predict");
        commands.put("value-missing", "taut fit houses.csv --target");
        commands.put("unknown-penalty", FIT + " --penalty laso");
        commands.put("unknown-loss", FIT + " --loss gama");
        commands.put("loss-without-parameter", FIT + " --loss tweedie");
        commands.put("path-without-theta", "taut path houses.csv --target rooms --loss negbin");
        commands.put("bad-power", FIT + " --loss tweedie:2.5");
        commands.put("loss-against-task", FIT + " --loss gamma --task binary");
        commands.put("hinge-of-counts", FIT + " --loss hinge --task count");
        commands.put("unknown-kernel", FIT + " --kernel sigmoid");
        commands.put("kernel-with-penalty", "taut fit houses.csv --target price --kernel rbf --penalty ridge");
        commands.put("kernel-with-loss", "taut fit houses.csv --target price --kernel rbf --loss gamma");
        commands.put("kernel-elsewhere", "taut tune houses.csv --target price --kernel rbf");
        commands.put("gamma-alone", FIT + " --gamma 0.1");
        commands.put("degree-of-rbf", "taut fit houses.csv --target price --kernel rbf --degree 2");
        commands.put("bad-degree", "taut fit houses.csv --target price --kernel poly --degree 0");
        commands.put("inverse-zero", FIT + " --C 0");
        commands.put("inverse-negative", FIT + " --C=-1");
        commands.put("inverse-twice", FIT + " --C 1 --lambda 1");
        commands.put("link-alone", FIT + " --link log");
        commands.put("link-not-offered", FIT + " --loss gamma --link identity");
        commands.put("exposure-without-log", FIT + " --loss huber:10 --exposure rooms");
        commands.put("bad-ratio", FIT + " --l1-ratio 1.5");
        commands.put("contradiction", FIT + " --penalty ridge --l1-ratio 0.5");
        commands.put("several-ratios", FIT + " --l1-ratio 0.1,0.5");
        commands.put("select-without-zeros", SELECT + " --penalty ridge");
        commands.put("select-three-wishes", SELECT + " --expected 1 --budget 2 --threshold 0.9");
        commands.put("select-threshold", SELECT + " --threshold 0.5");
        commands.put("select-too-strict", SELECT + " --expected 0.01");
        commands.put("bad-folds", FIT.replace("--folds 5", "--folds ten"));
        commands.put("given-twice", FIT + " --folds 3");
        commands.put("bad-rule", FIT + " --rule lse");
        commands.put("bad-task", FIT + " --task regresion");
        commands.put("bad-lambda", FIT + " --lambda -1");
        commands.put("scale-unknown", FIT + " --lambda 1 --lambda-scale glment");
        commands.put("scale-without-lambda", FIT + " --lambda-scale glmnet");
        commands.put("scale-without-equivalent", FIT + " --lambda 1 --lambda-scale liblinear-C");
        commands.put("compat-unknown", FIT + " --compat glment");
        commands.put("compat-and-scale", FIT + " --lambda 1 --compat glmnet --lambda-scale spark");
        commands.put("compat-inverse", FIT + " --C 1 --compat glmnet");
        commands.put("compat-without-family", FIT + " --compat glmnet --loss huber:10");
        commands.put("compat-without-penalty", FIT + " --compat glmnet --penalty scad");
        commands.put(
                "compat-several", "taut tune houses.csv --target price --folds 5 --compat glmnet --l1-ratio 0.1,0.9");
        commands.put("compat-few", FIT.replace("--lambdas 20", "--lambdas 2") + " --compat glmnet");
        commands.put("bad-lambdas", FIT.replace("--lambdas 20", "--lambdas 100:2"));
        commands.put("bad-bounds", FIT + " --bounds area=1..2");
        commands.put("bad-constraint", FIT + " --constrain area<2");
        commands.put("constraint-without-zero", FIT + " --constrain area>=2");
        commands.put("constrained-slope", FIT + " --penalty slope --constrain area+rooms<=2");
        commands.put("bounded-slope", FIT + " --penalty slope --bounds area=0..");
        commands.put("constraint-without-column", FIT + " --constrain area<=area");
        commands.put("bad-holdout", FIT + " --holdout 1");
        commands.put("bad-delimiter", FIT + " --delimiter ;;");
        commands.put("bad-code", FIT + " --allow T305");
        commands.put("two-forms", FIT + " --json --markdown");
        commands.put("two-headers", FIT + " --header --no-header");
        commands.put("unknown-word", "taut explain lamda");
        commands.put("unknown-demo", "taut demo titanc");
        List<Case> cases = new java.util.ArrayList<>(commands.entrySet().stream()
                .map(e -> new Case(e.getKey(), 2, "T0001", Tables.houses(), e.getValue()))
                .toList());
        cases.add(new Case("alpha", 2, "T0002", Tables.houses(), FIT + " --alpha 0.5"));
        cases.add(new Case("inverse-strength", 2, "T0003", Tables.houses(), FIT + " --C 0.1"));
        return cases;
    }

    static Stream<Case> all() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isSaidWithItsPlaceAndItsRemedy(Case bad) {
        Shell.Ended ended = new Shell(folder).file("houses.csv", bad.file).run(bad.command);
        assertThat(ended.code()).as(ended.err()).isEqualTo(bad.code);
        assertThat(ended.err()).contains("[" + bad.id + "]: ", "more: taut explain " + bad.id);
        Snapshots.assertMatches(
                "bad/" + bad.name,
                "$ " + bad.command + "\nexit " + bad.code + "\n"
                        + ended.transcript().replaceFirst("(?s).*---- err\n", ""));
    }

    static Stream<Case> mendable() {
        return CASES.stream().filter(c -> c.code == 2 || c.code == 3);
    }

    /** Where the message ends in a command, that command gets further. */
    @ParameterizedTest
    @MethodSource("mendable")
    void theCommandThatIsProposedGetsFurther(Case bad) {
        Shell shell = new Shell(folder).file("houses.csv", bad.file);
        Shell.Ended ended = shell.run(bad.command);
        List<String> proposed = ended.err()
                .lines()
                .filter(line -> line.startsWith("try: "))
                .map(line -> line.substring(5))
                .toList();
        for (String command : proposed) {
            Shell.Ended next = shell.run(command);
            assertThat(next.err()).as(command).doesNotContain("error[" + bad.id + "]");
        }
    }
}
