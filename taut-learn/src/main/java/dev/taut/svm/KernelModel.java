package dev.taut.svm;

import dev.taut.Model;
import dev.taut.Predictions;
import dev.taut.data.Table;
import dev.taut.data.Task;
import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.finding.Refused;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.MissingColumns;
import dev.taut.recipe.Targets;
import dev.taut.run.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A fitted kernel machine: support vectors and their coefficients. Plain data: written as JSON and read back without
 * executing anything.
 *
 * @param schema  {@code taut.kernel-model/1}
 * @param version the version of Taut that made it
 * @param kernel  with its γ decided
 * @param c       C
 * @param epsilon of the loss for numbers
 * @param targets the target column, the task, the classes
 * @param recipe  how a raw table becomes features
 * @param centers of the features on the training rows
 * @param scales  of the features on the training rows
 * @param machine what LIBSVM found
 * @param rows    rows it was trained on
 */
public record KernelModel(
        String schema,
        String version,
        Kernel kernel,
        double c,
        double epsilon,
        Targets targets,
        FittedRecipe recipe,
        double[] centers,
        double[] scales,
        Machine machine,
        int rows)
        implements Model {
    public static final String SCHEMA = "taut.kernel-model/1";

    /** Numbers, or calibrated probabilities of the classes. */
    @Override
    public Predictions predict(Table table) {
        Encoded encoded = recipe.encode(table, MissingColumns.REFUSE);
        double[] means = machine.predict(kernel, targets.task(), standardized(encoded));
        int n = table.rows();
        double[] asked = targets.task() == Task.BINARY ? Arrays.copyOfRange(means, n, 2 * n) : means;
        List<Finding> findings = new ArrayList<>(encoded.findings());
        findings.addAll(recipe.extrapolation(table));
        return new Predictions(targets.task(), targets.classes(), n, asked, false, findings);
    }

    /**
     * The signed distances that the machine decides by, not probabilities: [row][pair of classes], positive for the
     * first of a pair in LIBSVM's order, or the predicted number.
     */
    public double[][] decisionValues(Table table) {
        Encoded encoded = recipe.encode(table, MissingColumns.REFUSE);
        return machine.decisionValues(kernel, targets.task(), standardized(encoded));
    }

    private double[][] standardized(Encoded encoded) {
        return Rows.of(encoded.design(), centers, scales);
    }

    /** How many training rows the machine remembers. */
    public int supportVectors() {
        return machine.vectors().length;
    }

    /** λ = 1/(nC): the strength of the penalty ½‖f‖² beside a mean loss. */
    public double lambda() {
        return 1 / (rows * c);
    }

    /** Writes the model as JSON. */
    public void save(Path file) throws IOException {
        Files.writeString(file, Json.mapper().writeValueAsString(this) + "\n", StandardCharsets.UTF_8);
    }

    /**
     * Reads a model.
     *
     * @throws Refused if the file is not a kernel model that this version reads (T0605)
     */
    public static KernelModel load(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            KernelModel model = Json.mapper().readValue(text, KernelModel.class);
            if (model.schema.equals(SCHEMA)) {
                return model;
            }
            throw unreadable(file, "its schema is " + model.schema + ", this version reads " + SCHEMA);
        } catch (JacksonException e) {
            throw unreadable(file, e.getOriginalMessage());
        }
    }

    private static Refused unreadable(Path file, String why) {
        return new Refused(Finding.of(
                        Code.MODEL_UNREADABLE,
                        file.getFileName().toString(),
                        "`" + file.getFileName() + "` is not a kernel model that this version reads")
                .because(why));
    }
}
