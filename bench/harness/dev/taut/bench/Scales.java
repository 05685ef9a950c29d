package dev.taut.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What a package finds on the data of the scale checks for numbers in its own terms, written as the golden file of that
 * package: {@code taut-testkit/src/main/golden/scales.R} makes the data, and coefficients are those of raw columns.
 */
public final class Scales {
    private final String packageName;
    private final String version;
    private final List<String> fits = new ArrayList<>();

    public Scales(String packageName, String version) {
        this.packageName = packageName;
        this.version = version;
    }

    /** One data file: its name begins with the loss that it was made for. */
    public record Data(String name, String loss, double[] weights, double[] y, double[][] rows) {
        /** The same under another loss. */
        public Data under(String other) {
            return new Data(name, other, weights, y, rows);
        }

        public int columns() {
            return rows[0].length;
        }

        /** Columns with mean 0 (if centred) and mean square deviation 1, weighted or not. */
        public Scaled scaled(boolean weighted, boolean center) {
            double[] w = weighted ? weights : ones(y.length);
            double total = Arrays.stream(w).sum();
            double[] means = new double[columns()];
            double[] scales = new double[columns()];
            for (int j = 0; j < means.length; j++) {
                for (int i = 0; i < y.length; i++) {
                    means[j] += w[i] * rows[i][j] / total;
                }
                for (int i = 0; i < y.length; i++) {
                    scales[j] += w[i] * (rows[i][j] - means[j]) * (rows[i][j] - means[j]) / total;
                }
                scales[j] = Math.sqrt(scales[j]);
                means[j] = center ? means[j] : 0;
            }
            return new Scaled(this, means, scales);
        }
    }

    /** Columns (x − center)/scale. */
    public record Scaled(Data data, double[] centers, double[] scales) {
        public double[][] rows() {
            double[][] scaled = new double[data.y.length][data.columns()];
            for (int i = 0; i < scaled.length; i++) {
                for (int j = 0; j < scaled[i].length; j++) {
                    scaled[i][j] = (data.rows[i][j] - centers[j]) / scales[j];
                }
            }
            return scaled;
        }

        /** Coefficients for raw columns. */
        public double[] raw(double[] beta) {
            double[] raw = beta.clone();
            for (int j = 0; j < raw.length; j++) {
                raw[j] /= scales[j];
            }
            return raw;
        }

        /** The intercept for raw columns. */
        public double raw(double intercept, double[] beta) {
            double raw = intercept;
            for (int j = 0; j < beta.length; j++) {
                raw -= beta[j] / scales[j] * centers[j];
            }
            return raw;
        }
    }

    /** How a fit was asked for. */
    public record Ask(Data data, String penalty, boolean weighted, boolean standardize, boolean intercept) {}

    public static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    public static List<Data> read(Path folder) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.csv")) {
            found.forEach(files::add);
        }
        List<Data> all = new ArrayList<>();
        for (Path file : files) {
            double[][] table = Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
                    .toArray(double[][]::new);
            String name = file.getFileName().toString().replace(".csv", "");
            all.add(new Data(
                    name,
                    name.substring(0, name.indexOf('-')),
                    Arrays.stream(table).mapToDouble(row -> row[0]).toArray(),
                    Arrays.stream(table).mapToDouble(row -> row[1]).toArray(),
                    Arrays.stream(table).map(row -> Arrays.copyOfRange(row, 2, row.length)).toArray(double[][]::new)));
        }
        return all;
    }

    public void add(Ask ask, String estimator, double[] numbers, double[] intercepts, double[]... beta) {
        fits.add("  {\"data\": \"" + ask.data().name() + "\", \"loss\": \"" + ask.data().loss()
                + "\", \"penalty\": \"" + ask.penalty() + "\", \"weighted\": "
                + ask.weighted() + ", \"standardize\": " + ask.standardize() + ", \"intercept\": " + ask.intercept()
                + ", \"estimator\": \"" + estimator + "\", \"numbers\": " + Arrays.toString(numbers)
                + ", \"intercepts\": " + Arrays.toString(intercepts) + ", \"beta\": " + Arrays.deepToString(beta) + "}");
    }

    public void write(Path file) throws IOException {
        Files.writeString(
                file,
                "{\"package\": \"" + packageName + "\", \"version\": \"" + version + "\", \"fits\": [\n"
                        + String.join(",\n", fits) + "\n]}\n");
        System.out.println(fits.size() + " fits by " + packageName);
    }
}
