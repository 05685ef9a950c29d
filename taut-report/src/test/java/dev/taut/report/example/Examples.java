package dev.taut.report.example;

import dev.taut.finding.Code;
import dev.taut.finding.Finding;
import dev.taut.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Runs of every shape that a report must show; the numbers are made up but agree with each other. */
public final class Examples {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    private static final Map<String, Run> ALL = make();

    private Examples() {}

    /** Every example by its name. */
    public static Map<String, Run> all() {
        return ALL;
    }

    private static Map<String, Run> make() {
        var runs = new TreeMap<String, Run>();
        runs.put("regression", regression());
        runs.put("ridge", ridge());
        runs.put("binary", binary());
        runs.put("multiclass", multiclass());
        runs.put("many-classes", manyClasses());
        runs.put("counts", counts());
        runs.put("wide", wide());
        runs.put("no-holdout", withoutHoldout());
        runs.put("not-certified", notCertified());
        runs.put("nothing-kept", nothingKept());
        runs.put("one-lambda", oneLambda());
        runs.put("stability", stability());
        runs.put("hostile", hostile());
        return runs;
    }

    public static Run regression() {
        return new RunBuilder("progression", "diabetes.csv", bodies(false), "regression", "squared")
                .holdout(88)
                .comparison()
                .finding(Finding.of(Code.CORRELATED_CLUSTER, "s1", "s1 and s2 form a correlated cluster (r = 0.90)")
                        .because("lasso keeps one and may swap it between folds; elastic net keeps both")
                        .help("taut compare diabetes.csv --target progression --penalties lasso,enet:0.5"))
                .build();
    }

    public static Run stability() {
        return new RunBuilder("progression", "diabetes.csv", bodies(false), "regression", "squared")
                .withoutTuning()
                .selection(Selections.stability())
                .build();
    }

    public static Run ridge() {
        return new RunBuilder("progression", "diabetes.csv", bodies(true), "regression", "squared")
                .holdout(88)
                .build();
    }

    public static Run binary() {
        var path = new OrthogonalPath(
                List.of(
                        "age",
                        "tobacco",
                        "ldl",
                        "famhist = Present",
                        "typea",
                        "obesity",
                        "alcohol",
                        "sbp",
                        "adiposity"),
                new double[] {14.6, 4.6, 2.07, 0.49, 9.8, 4.2, 24.5, 20.5, 7.8},
                List.of(""),
                new double[][] {{0.31, 0.18, 0.17, 0.2, 0.12, -0.05, 0.01, 0.04, 0.008}},
                0.26,
                370,
                false);
        return new RunBuilder("chd", "saheart.csv", path, "binary", "logistic")
                .classes("no", 302, "yes", 160)
                .holdout(92)
                .finding(Finding.of(
                                Code.MISSING_VALUES,
                                "ldl",
                                "`ldl` has 12 missing values (2.6 %), imputed by the fold's median")
                        .because("imputing before splitting would leak the held-out rows")
                        .help("--impute none"))
                .build();
    }

    public static Run multiclass() {
        var path = new OrthogonalPath(
                List.of(
                        "alcohol",
                        "malic acid",
                        "ash",
                        "alcalinity",
                        "magnesium",
                        "phenols",
                        "flavanoids",
                        "hue",
                        "proline"),
                new double[] {0.81, 1.12, 0.27, 3.3, 14.3, 0.63, 1, 0.23, 315},
                List.of("barolo", "grignolino", "barbera"),
                new double[][] {
                    {0.52, 0, 0.2, -0.42, 0, 0.02, 0.6, 0, 0.9},
                    {-0.71, -0.2, -0.3, 0.15, 0, 0, 0.1, 0.3, -0.6},
                    {0.1, 0.25, 0, 0.2, 0.01, 0, -1.05, -0.55, 0}
                },
                0.05,
                142,
                false);
        return new RunBuilder("cultivar", "wine.csv", path, "multiclass", "multinomial")
                .classes("barolo", 59, "grignolino", 71, "barbera", 48)
                .holdout(36)
                .build();
    }

    public static Run manyClasses() {
        var random = new SplittableRandom(3);
        int features = 200;
        int classes = 10;
        List<String> outputs = new ArrayList<>();
        Object[] counts = new Object[2 * classes];
        double[][] pull = new double[classes][features];
        for (int k = 0; k < classes; k++) {
            outputs.add("digit " + k);
            counts[2 * k] = "digit " + k;
            counts[2 * k + 1] = 170 + k;
            for (int j = 0; j < features; j++) {
                pull[k][j] = random.nextDouble(-1, 1) * random.nextDouble();
            }
        }
        return new RunBuilder(
                        "digit",
                        "digits.csv.gz",
                        new OrthogonalPath(pixels(features), ones(features), outputs, pull, 0.05, 1437, true),
                        "multiclass",
                        "multinomial")
                .classes(counts)
                .holdout(360)
                .build();
    }

    public static Run counts() {
        var path = new OrthogonalPath(
                List.of(
                        "temp",
                        "humidity",
                        "windspeed",
                        "season = fall",
                        "season = winter",
                        "hour = 8",
                        "hour = 17",
                        "holiday"),
                new double[] {0.19, 0.193, 0.122, 0.43, 0.42, 0.2, 0.2, 0.167},
                List.of(""),
                new double[][] {{3.4, -1.9, -0.2, 0.6, 0.9, 2.2, 4.1, -0.35}},
                12,
                13903,
                false);
        return new RunBuilder("rentals", "bikeshare.csv", path, "count", "poisson")
                .holdout(3476)
                .build();
    }

    public static Run wide() {
        int features = 7129;
        var random = new SplittableRandom(11);
        List<String> names = new ArrayList<>();
        double[] pull = new double[features];
        double[] scales = new double[features];
        for (int j = 0; j < features; j++) {
            names.add("gene_" + j + "_at");
            pull[j] = random.nextDouble(-1, 1) * Math.pow(random.nextDouble(), 6);
            scales[j] = Math.exp(random.nextDouble(0, 8));
        }
        return new RunBuilder(
                        "subtype",
                        "leukemia_golub.csv.gz",
                        new OrthogonalPath(names, scales, List.of(""), new double[][] {pull}, 0.2, 58, false),
                        "binary",
                        "logistic")
                .classes("ALL", 47, "AML", 25)
                .holdout(14)
                .build();
    }

    public static Run withoutHoldout() {
        return new RunBuilder("lpsa", "prostate.csv", bodies(false), "regression", "squared").build();
    }

    public static Run notCertified() {
        return new RunBuilder("progression", "diabetes.csv", bodies(false), "regression", "squared")
                .holdout(88)
                .rule("min")
                .uncertified()
                .finding(Finding.of(
                                Code.NOT_CERTIFIED,
                                "",
                                "40 of 100 knots stopped at 100000 epochs with gap 4.1e-4 (asked 1e-7)")
                        .help("--max-epochs 1e6"))
                .finding(Finding.of(
                                Code.EDGE_OF_GRID,
                                "",
                                "the best λ is the last one tried (0.0031): the curve has not turned up")
                        .help("--lambdas 100:1e-6"))
                .build();
    }

    public static Run nothingKept() {
        var path = new OrthogonalPath(
                List.of("noise a", "noise b"),
                new double[] {1, 1},
                List.of(""),
                new double[][] {{0.02, 0.01}},
                4,
                60,
                false);
        return new RunBuilder("y", "noise.csv", path, "regression", "squared")
                .holdout(15)
                .build();
    }

    public static Run oneLambda() {
        return new RunBuilder("progression", "diabetes.csv", bodies(false), "regression", "squared")
                .withoutTuning()
                .build();
    }

    /** Names that would break out of the page if any of them were not escaped. */
    public static Run hostile() {
        var path = new OrthogonalPath(
                List.of(HOSTILE, "<!--", "a & b \"quoted\" 'twice'", "]]>", "\u2028\u0007", "x".repeat(300)),
                new double[] {1, 10, 100, 1000, 2, 3},
                List.of(""),
                new double[][] {{3, -2, 1.5, 1, 0.5, 0.7}},
                4,
                100,
                false);
        return new RunBuilder(HOSTILE, "<b>file</b>.csv", path, "regression", "squared")
                .holdout(20)
                .finding(Finding.of(Code.DUPLICATE_COLUMN, HOSTILE, "column " + HOSTILE + " twice")
                        .because("<script>alert(2)</script>")
                        .help("--exclude '" + HOSTILE + "'"))
                .build();
    }

    private static OrthogonalPath bodies(boolean ridge) {
        return new OrthogonalPath(
                List.of("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"),
                new double[] {13.1, 0.5, 4.42, 13.8, 34.6, 30.4, 12.9, 1.29, 0.522, 11.5},
                List.of(""),
                new double[][] {{-0.4, -11.4, 24.7, 15.4, -7.5, 1.7, -9.9, 4.1, 21.9, 3.2}},
                2900,
                354,
                ridge);
    }

    private static List<String> pixels(int features) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < features; j++) {
            names.add("pixel_" + j / 16 + "_" + j % 16);
        }
        return names;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        java.util.Arrays.fill(ones, 4.5);
        return ones;
    }
}
