package dev.taut.testkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden numbers: problems, and their solutions by R glmnet, R glm and scikit-learn.
 *
 * <p>How they were made is told beside the scripts, in {@code src/main/golden/README.md}.
 */
public final class Golden {
    /** The files of small problems, one name each for {@link #cases}. */
    public static final List<String> FILES = List.of(
            "squared",
            "logistic",
            "multinomial",
            "poisson",
            "offset",
            "factors",
            "bounds",
            "nointercept",
            "sparse",
            "wide",
            "families");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Who computed the numbers, and how. */
    public record Source(@JsonProperty("package") String packageName, String version, String call) {}

    /**
     * A reference solution.
     *
     * @param beta     one array per output, on the scale of the raw columns
     * @param worstKkt largest distance of minus the loss gradient from the subdifferential of the penalty
     */
    public record Solution(double lambda, double[] intercept, double[][] beta, double objective, double worstKkt) {}

    /** The objective that scikit-learn reaches on the problem of that name. */
    public record Opinion(String name, double lambda, String estimator, double objective) {}

    /**
     * Leave-one-out of scikit-learn's RidgeCV on the problem of that name.
     *
     * @param leaveOneOut weighted mean of squared errors
     */
    public record LeaveOneOut(String file, String name, double lambda, double leaveOneOut) {}

    /**
     * Metrics of stored predictions.
     *
     * @param task       {@code regression}, {@code count}, {@code binary} or {@code multiclass}
     * @param prediction means; probabilities of the second class; K blocks of probabilities for K ≥ 3 classes
     * @param weights    empty for equal weights
     * @param classes    one per class, none for numbers and counts
     */
    public record Metrics(
            String name,
            String task,
            double[] y,
            double[] prediction,
            double[] weights,
            Map<String, Double> metrics,
            List<PerClass> classes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Of one class: rows (not weighted), and weighted precision, recall and F1, 0 where nothing is predicted so. */
    public record PerClass(int rows, double precision, double recall, double f1) {}

    private Golden() {}

    /** The small problems of one of {@link #FILES}. */
    public static List<GoldenCase> cases(String file) {
        return read(file, CaseFile.class).cases();
    }

    /** Small survival problems. */
    public static List<GoldenSurvival> survivals() {
        return read("cox", SurvivalFile.class).cases();
    }

    /** Small tables: of {@code ordinal} classes, or with {@code robust} losses. */
    public static List<GoldenTable> tables(String file) {
        return read(file, TableFile.class).cases();
    }

    /** Several responses under penalties of single coefficients. */
    public static List<GoldenResponses> responses() {
        return read("responses", ResponsesFile.class).cases();
    }

    /** The fits on real data files. */
    public static List<GoldenFit> fits() {
        return read("real", FitFile.class).cases();
    }

    /** What scikit-learn found for the small problems. */
    public static List<Opinion> opinions() {
        return read("second", OpinionFile.class).opinions();
    }

    /** Leave-one-out errors of the small ridge problems. */
    public static List<LeaveOneOut> leaveOneOut() {
        return read("leaveoneout", LeaveOneOutFile.class).errors();
    }

    /** Metrics of small predictions, unit and weighted. */
    public static List<Metrics> metrics() {
        return read("metrics", MetricsFile.class).cases();
    }

    /** Objectives of sparse classification data without intercept. */
    public static List<GoldenObjective> objectives() {
        return read("liblinear", ObjectiveFile.class).objectives();
    }

    /** Least objectives of losses with corners. */
    public static List<GoldenCorner> corners() {
        return read("svm", CornerFile.class).cases();
    }

    /** The data of {@link #corners} with this many columns. */
    public static GoldenCorner.Data cornerData(int columns) {
        return read("svm", CornerFile.class).data().stream()
                .filter(data -> data.x().length == columns)
                .findFirst()
                .orElseThrow();
    }

    private record CornerFile(
            String format,
            @JsonProperty("package") String packageName,
            String version,
            String checked,
            List<GoldenCorner.Data> data,
            List<GoldenCorner> cases) {}

    private record CaseFile(String format, List<GoldenCase> cases) {}

    private record SurvivalFile(String format, List<GoldenSurvival> cases) {}

    private record TableFile(String format, List<GoldenTable> cases) {}

    private record ResponsesFile(String format, List<GoldenResponses> cases) {}

    private record FitFile(String format, List<GoldenFit> cases) {}

    private record OpinionFile(
            String format, @JsonProperty("package") String packageName, String version, List<Opinion> opinions) {}

    private record LeaveOneOutFile(
            String format, @JsonProperty("package") String packageName, String version, List<LeaveOneOut> errors) {}

    private record MetricsFile(
            String format, @JsonProperty("package") String packageName, String version, List<Metrics> cases) {}

    private record ObjectiveFile(
            String format,
            @JsonProperty("package") String packageName,
            String version,
            List<GoldenObjective> objectives) {}

    private static <T> T read(String file, Class<T> type) {
        String resource = "golden/" + file + ".json";
        try (InputStream in = Golden.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
