package dev.taut.testkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other libraries find for strengths in their own terms, on small data that all of them read.
 *
 * <p>How the numbers were made is told beside the scripts, in {@code src/main/golden/README.md}.
 */
public final class GoldenScales {
    /** The files, one a library. */
    public static final List<String> FILES =
            List.of("glmnet", "sklearn", "liblinear", "spark", "h2o", "smile", "tribuo");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** A library's fits. */
    public record Library(@JsonProperty("package") String packageName, String version, List<Fit> fits) {}

    /**
     * One fit.
     *
     * @param data       the name of a data set
     * @param penalty    ridge, lasso or enet
     * @param estimator  what was called
     * @param numbers    in the library's own terms, the strength first
     * @param intercepts one per output, for raw columns
     * @param beta       one array per output, for raw columns
     */
    public record Fit(
            String data,
            String loss,
            String penalty,
            boolean weighted,
            boolean standardize,
            boolean intercept,
            String estimator,
            double[] numbers,
            double[] intercepts,
            double[][] beta) {
        @Override
        public String toString() {
            return estimator + " " + loss + " " + penalty + " " + Arrays.toString(numbers) + " on " + data
                    + (weighted ? ", weighted" : "") + (standardize ? ", standardized" : "")
                    + (intercept ? "" : ", no intercept");
        }
    }

    /** A data set: case weights, target, columns. */
    public record Data(double[] weights, double[] y, double[][] columns) {}

    private GoldenScales() {}

    /** What a library found. */
    public static Library library(String file) {
        try (InputStream in = resource(file + ".json")) {
            return MAPPER.readValue(in, Library.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A data set by its name. */
    public static Data data(String name) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(resource(name + ".csv"), StandardCharsets.UTF_8))) {
            double[][] rows = in.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            double[][] columns = new double[rows[0].length - 2][];
            for (int j = 0; j < columns.length; j++) {
                columns[j] = column(rows, j + 2);
            }
            return new Data(column(rows, 0), column(rows, 1), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }

    private static InputStream resource(String name) {
        InputStream in = GoldenScales.class.getResourceAsStream("golden/scales/" + name);
        if (in == null) {
            throw new IllegalArgumentException("no resource golden/scales/" + name);
        }
        return in;
    }
}
