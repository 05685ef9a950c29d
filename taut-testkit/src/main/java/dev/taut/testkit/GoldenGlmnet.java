package dev.taut.testkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.taut.design.DenseDesign;
import dev.taut.design.Features;
import dev.taut.glmnet.Family;
import dev.taut.loss.Losses;
import dev.taut.loss.SmoothLoss;
import dev.taut.loss.Target;
import dev.taut.loss.Weights;
import dev.taut.path.PathProblem;
import dev.taut.penalty.GroupPenalty;
import dev.taut.penalty.Groups;
import dev.taut.penalty.Penalty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole paths and cross-validations of glmnet under its own conventions.
 *
 * <p>How the numbers were made is told beside the scripts, in {@code src/main/golden/README.md}.
 */
public final class GoldenGlmnet {
    /** The files, one a loss. */
    public static final List<String> FILES =
            List.of("squared", "logistic", "multinomial", "poisson", "grouped", "responses", "cox");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record File(@JsonProperty("package") String packageName, String version, List<Path> cases) {}

    /**
     * A cross-validation.
     *
     * @param foldid 1 … K, one per row; empty for none
     */
    public record Validation(
            double[] foldid, double[] lambda, double[] cvm, double[] cvsd, double min, double oneStandardError) {}

    /**
     * A path; {@code loss} is the name of the file; {@code y} holds responses one after another, or times, then events;
     * {@code weights}, {@code offset}, {@code factors}, {@code lower}, {@code upper} and {@code given} are empty
     * where there are none.
     *
     * @param x            columns
     * @param beta         per λ, one block of columns per class
     * @param s            where coefficients were interpolated
     * @param coefficients there: per class the intercept, then the columns
     */
    public record Path(
            String name,
            String loss,
            double alpha,
            boolean standardize,
            boolean intercept,
            double[] weights,
            double[] offset,
            double[] factors,
            double[] lower,
            double[] upper,
            int nlambda,
            double ratio,
            double[] given,
            int dfmax,
            double[][] x,
            double[] y,
            double[] lambda,
            double[] devRatio,
            double nulldev,
            double[][] intercepts,
            double[][] beta,
            double[] s,
            double[][] coefficients,
            Validation validation) {
        /** The problem on some of its rows, an infinite factor being one of 1 and bounds of zero. */
        public PathProblem problem(int... rows) {
            int n = x[0].length;
            double[] w = weights.length == 0 ? Weights.equal(n) : weights;
            double[][] columns =
                    Arrays.stream(x).map(column -> pick(column, rows)).toArray(double[][]::new);
            return new PathProblem(
                    DenseDesign.ofColumns(rows.length, columns),
                    Features.numbered(x.length),
                    shape().on(target(rows), pick(w, rows)),
                    penalty(),
                    offsets(rows),
                    intercept && shape().hasIntercept(),
                    standardize);
        }

        /** All rows. */
        public int[] rows() {
            return IntStream.range(0, x[0].length).toArray();
        }

        /** The offsets of some rows, a block a class. */
        public double[] offsets(int... rows) {
            return blocks(offset, rows);
        }

        /** Some rows of every block. */
        private double[] blocks(double[] values, int... rows) {
            int n = x[0].length;
            double[] picked = new double[values.length / n * rows.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = values[i / rows.length * n + rows[i % rows.length]];
            }
            return picked;
        }

        /** The loss, which two families share. */
        public SmoothLoss shape() {
            return (SmoothLoss) Losses.named(loss.equals("grouped") ? "multinomial" : loss);
        }

        /** The family. */
        public Family family() {
            return loss.equals("grouped") ? Family.GROUPED : Family.of(loss, penalty());
        }

        /** The target of some rows. */
        public Target target(int... rows) {
            double[] values = blocks(y, rows);
            int n = rows.length;
            return switch (loss) {
                case "multinomial", "grouped" ->
                    Target.classes(
                            3, Arrays.stream(values).mapToInt(v -> (int) v).toArray());
                case "responses" -> Target.responses(Arrays.copyOf(values, n), Arrays.copyOfRange(values, n, 2 * n));
                case "cox" -> {
                    boolean[] events = new boolean[n];
                    for (int i = 0; i < n; i++) {
                        events[i] = values[n + i] == 1;
                    }
                    yield Target.survival(Arrays.copyOf(values, n), events);
                }
                default -> Target.of(values);
            };
        }

        /** The elastic net with the factors, exclusions and limits of this path; alpha is its share of L1. */
        public Penalty penalty() {
            boolean grouped = loss.equals("grouped") || loss.equals("responses");
            Penalty penalty =
                    grouped && alpha > 0 ? new GroupPenalty(Groups.each(), alpha, 0) : Penalty.elasticNet(alpha);
            for (int j = 0; j < factors.length; j++) {
                String name = "x" + (j + 1);
                penalty = Double.isInfinite(factors[j]) ? penalty.within(name, 0, 0) : penalty.factor(name, factors[j]);
            }
            for (int j = 0; j < lower.length; j++) {
                penalty = penalty.within("x" + (j + 1), lower[j], upper[j]);
            }
            return penalty;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private GoldenGlmnet() {}

    /** The values of some rows. */
    public static double[] pick(double[] values, int... rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** The paths of a loss. */
    public static List<Path> paths(String file) {
        try (InputStream in = GoldenGlmnet.class.getResourceAsStream("golden/glmnet/" + file + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no resource golden/glmnet/" + file + ".json");
            }
            return MAPPER.readValue(in, File.class).cases();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
