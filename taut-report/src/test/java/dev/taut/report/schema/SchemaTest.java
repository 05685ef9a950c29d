package dev.taut.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.taut.Linear;
import dev.taut.check.CheckOptions;
import dev.taut.check.Checks;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Table;
import dev.taut.data.TextColumn;
import dev.taut.finding.Finding;
import dev.taut.fold.Folds;
import dev.taut.report.Report;
import dev.taut.report.example.Examples;
import dev.taut.run.Run;
import dev.taut.run.RunJson;
import dev.taut.study.Fit;
import dev.taut.study.KernelPlan;
import dev.taut.study.KernelStudy;
import dev.taut.study.Study;
import dev.taut.svm.Kernel;
import dev.taut.svm.KernelGrid;
import dev.taut.svm.KernelSvm;
import dev.taut.tuning.FitPlan;
import dev.taut.tuning.Progress;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/run.schema.json and docs/run-schema.md against the records and against runs. */
class SchemaTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String TEXT = read("run.schema.json");
    private static final JsonNode ROOT = new JsonMapper().readTree(TEXT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private static String read(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<String> examples() {
        return Examples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreValid(String example) {
        assertThat(SCHEMA.validate(RunJson.write(Examples.all().get(example)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void realRunsAreValid() {
        Fit fit = Study.fit(Dataset.of(table(), "y"), FitPlan.standard());
        assertThat(SCHEMA.validate(RunJson.write(fit.run()), InputFormat.JSON)).isEmpty();
        Fit classes = Study.fit(Dataset.of(table(), "kind").exclude("y"), FitPlan.standard());
        assertThat(SCHEMA.validate(RunJson.write(classes.run()), InputFormat.JSON))
                .isEmpty();
        Fit margin = Study.fit(
                Dataset.of(table(), "kind").exclude("y"), FitPlan.standard().linear(Linear.squaredHinge()));
        assertThat(SCHEMA.validate(RunJson.write(margin.run()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aKernelMachineIsValidAndHasAPage() {
        Dataset data = Dataset.of(table(), "kind").exclude("y");
        KernelPlan plan = new KernelPlan(
                FitPlan.standard().folds(Folds.of(3)),
                KernelSvm.of(Kernel.rbf(0)),
                new KernelGrid(List.of(1.0), List.of(0.1, 0.5), List.of()),
                OptionalDouble.empty());
        Run run = KernelStudy.fit(Checks.of(data, CheckOptions.standard()), plan, Progress.SILENT)
                .run();
        assertThat(SCHEMA.validate(RunJson.write(run), InputFormat.JSON)).isEmpty();
        assertThat(RunJson.read(RunJson.write(run))).isEqualTo(run);
        assertThat(Report.html(run))
                .contains(
                        "A support vector machine with an rbf kernel predicts",
                        "are support vectors",
                        "Which columns matter")
                .doesNotContain("Standardized: per standard deviation", "Proved optimal");
    }

    @Test
    void survivalIsValidAndHasAPage() {
        Random random = new Random(4);
        double[] dose = random.doubles(200).toArray();
        double[] days = new double[dose.length];
        List<String> status = new ArrayList<>();
        for (int i = 0; i < dose.length; i++) {
            days[i] = 1 + Math.floor(-100 * Math.log(random.nextDouble()) * Math.exp(-3 * dose[i]));
            status.add(random.nextDouble() < 0.8 ? "died" : "alive");
        }
        Dataset data = Dataset.of(
                        Table.of(
                                NumericColumn.of("dose", dose),
                                NumericColumn.of("days", days),
                                TextColumn.of("status", status)),
                        "days")
                .event("status");
        Run run = Study.fit(data, FitPlan.standard().linear(Linear.cox())).run();
        assertThat(SCHEMA.validate(RunJson.write(run), InputFormat.JSON)).isEmpty();
        assertThat(Report.html(run))
                .contains(
                        "Predicted and observed survival",
                        "one unit more of dose multiplies the hazard by",
                        "two standard errors",
                        "Baseline hazard");
    }

    @Test
    void aWrongDocumentIsNotValid() {
        String json = RunJson.write(Examples.regression());
        for (String wrong : List.of(
                json.replace("\"taut.run/1\"", "\"taut.run/2\""),
                json.replace("\"severity\":\"note\"", "\"severity\":\"NOTE\""),
                json.replace("\"threads\":2", "\"threads\":null"),
                json.replace("\"threads\":2", "\"thread\":2"),
                json.replace("\"omitted\":0", "\"omitted\":-1"))) {
            assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void keysAreTheRecordsComponentsInOrder() {
        Map<Class<?>, JsonNode> records = new LinkedHashMap<>();
        collect(Run.class, ROOT, records);
        assertThat(records).hasSizeGreaterThan(25).containsKey(Finding.class);
        records.forEach((type, node) -> {
            List<String> components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(List.copyOf(node.get("properties").propertyNames()))
                    .as(type.getSimpleName())
                    .isEqualTo(components);
            assertThat(node.get("required").values().stream().map(JsonNode::asString))
                    .isEqualTo(components);
            assertThat(node.get("additionalProperties").asBoolean()).isFalse();
        });
    }

    @Test
    void thePageNamesEveryKeyOfEveryPart() {
        String page = read("run-schema.md");
        List<String> missing = new ArrayList<>();
        ROOT.get("$defs").properties().forEach(part -> {
            if (part.getValue().has("properties")) {
                int start = page.indexOf("\n## " + part.getKey() + "\n");
                assertThat(start).as(part.getKey()).isPositive();
                int end = page.indexOf("\n## ", start + 1);
                String chapter = page.substring(start, end < 0 ? page.length() : end);
                part.getValue().get("properties").propertyNames().stream()
                        .filter(key -> !chapter.contains("| `" + key + "` |"))
                        .forEach(key -> missing.add(part.getKey() + "." + key));
            }
        });
        assertThat(missing).isEmpty();
    }

    /** The records below this one with the part of the schema that describes them. */
    private static void collect(Class<?> type, JsonNode node, Map<Class<?>, JsonNode> records) {
        if (records.put(type, node) != null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Type element = element(component.getGenericType());
            if (element instanceof Class<?> inner && inner.isRecord()) {
                collect(inner, part(node.get("properties").get(component.getName())), records);
            }
        }
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType generic ? element(generic.getActualTypeArguments()[0]) : type;
    }

    /** The definition that a property leads to: itself, an item of a list, or the one that is not null. */
    private static JsonNode part(JsonNode property) {
        if (property.has("items")) {
            return part(property.get("items"));
        }
        if (property.has("anyOf")) {
            return part(property.get("anyOf").get(0));
        }
        return ROOT.at(property.get("$ref").asString().substring(1));
    }

    private static Table table() {
        var random = new SplittableRandom(1);
        int rows = 120;
        double[] a = random.doubles(rows, -1, 1).toArray();
        double[] b = random.doubles(rows, -1, 1).toArray();
        List<String> place = IntStream.range(0, rows)
                .mapToObj(i -> List.of("north", "south", "west").get(i % 3))
                .toList();
        double[] y = IntStream.range(0, rows)
                .mapToDouble(i -> 3 * a[i] + (i % 3) + random.nextDouble())
                .toArray();
        List<String> kind =
                Arrays.stream(a).mapToObj(v -> v > 0.1 ? "up" : "down").toList();
        return Table.of(
                NumericColumn.of("a", a),
                NumericColumn.of("b", b),
                TextColumn.of("place", place),
                TextColumn.of("kind", kind),
                NumericColumn.of("y", y));
    }
}
