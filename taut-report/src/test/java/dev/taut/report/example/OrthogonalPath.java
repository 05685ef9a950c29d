package dev.taut.report.example;

import dev.taut.run.PathSummary;
import dev.taut.run.PathSummary.CertificateSummary;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.PathSummary.PathFeature;
import dev.taut.run.SolutionSummary;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.run.Tuning;
import dev.taut.run.Tuning.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The path of a made-up problem whose columns are orthogonal, where every solution is known in closed form: soft
 * thresholding for the lasso, division by 1 + λ for ridge.
 *
 * @param names    feature names
 * @param scales   standard deviation of each
 * @param outputs  class names, one empty string if there is one output
 * @param pull     {@code [output][feature]} least-squares coefficients in standardized units
 * @param noise    variance that no feature explains
 * @param rows     training rows, which set how much a needless coefficient costs
 * @param ridge    ridge instead of lasso
 */
record OrthogonalPath(
        List<String> names,
        double[] scales,
        List<String> outputs,
        double[][] pull,
        double noise,
        int rows,
        boolean ridge) {
    static final int KNOTS = 100;
    private static final int DRAWN = 60;

    double lambdaMax() {
        double largest = 0;
        for (double[] output : pull) {
            for (double p : output) {
                largest = Math.max(largest, Math.abs(p));
            }
        }
        return ridge ? largest * 100 : largest;
    }

    double lambda(int knot) {
        return lambdaMax() * Math.pow(1e-4, knot / (KNOTS - 1.0));
    }

    double beta(int output, int feature, double lambda) {
        double p = pull[output][feature];
        return ridge ? p / (1 + lambda) : Math.signum(p) * Math.max(0, Math.abs(p) - lambda);
    }

    int active(double lambda) {
        int active = 0;
        for (int k = 0; k < outputs.size(); k++) {
            for (int j = 0; j < names.size(); j++) {
                active += beta(k, j, lambda) != 0 ? 1 : 0;
            }
        }
        return active;
    }

    /** Mean squared error over training rows, in units of the target. */
    double trainError(double lambda) {
        double left = noise;
        for (int k = 0; k < outputs.size(); k++) {
            for (int j = 0; j < names.size(); j++) {
                double miss = pull[k][j] - beta(k, j, lambda);
                left += miss * miss;
            }
        }
        return left;
    }

    /** On new rows every active coefficient costs twice its share of the noise. */
    double testError(double lambda) {
        return trainError(lambda) + 2 * noise * active(lambda) / rows;
    }

    PathSummary summary(boolean certified) {
        List<Integer> drawn = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -largest(j)))
                .limit(DRAWN)
                .sorted()
                .toList();
        List<KnotSummary> knots = new ArrayList<>();
        for (int i = 0; i < KNOTS; i++) {
            knots.add(knot(i, drawn, certified || i < 60));
        }
        return new PathSummary(
                drawn.stream()
                        .map(j -> new PathFeature(names.get(j), names.get(j).split(" = ")[0], 1, scales[j]))
                        .toList(),
                names.size() - drawn.size(),
                names.size(),
                outputs,
                lambdaMax(),
                "complete",
                "coordinate descent on the Gram matrix, because there are more rows than columns",
                knots);
    }

    private double largest(int feature) {
        double largest = 0;
        for (double[] output : pull) {
            largest = Math.max(largest, Math.abs(output[feature]));
        }
        return largest;
    }

    private KnotSummary knot(int i, List<Integer> drawn, boolean certified) {
        double lambda = lambda(i);
        List<List<Double>> standardized = IntStream.range(0, outputs.size())
                .mapToObj(k -> drawn.stream().map(j -> beta(k, j, lambda)).toList())
                .toList();
        double norm = norm(lambda);
        double none = trainError(Double.MAX_VALUE);
        return new KnotSummary(
                lambda,
                active(lambda),
                1 - trainError(lambda) / none,
                norm,
                new CertificateSummary(
                        trainError(lambda) / 2 + lambda * norm,
                        certified ? 3.2e-9 * (1 + i % 7) : 4.1e-4,
                        certified ? 1.5e-8 : 2e-3,
                        certified ? 12 + i : 100_000,
                        certified),
                standardized,
                entering(i),
                List.of());
    }

    private double norm(double lambda) {
        double norm = 0;
        for (int k = 0; k < outputs.size(); k++) {
            for (int j = 0; j < names.size(); j++) {
                norm += Math.abs(beta(k, j, lambda));
            }
        }
        return norm;
    }

    private List<String> entering(int i) {
        List<String> entering = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            boolean enters = false;
            for (int k = 0; k < outputs.size(); k++) {
                enters |= beta(k, j, lambda(i)) != 0 && (i == 0 || beta(k, j, lambda(i - 1)) == 0);
            }
            if (enters) {
                entering.add(names.get(j));
            }
        }
        return entering;
    }

    Tuning tuning(String metric, String rule) {
        var random = new SplittableRandom(7);
        double[] shifts = random.doubles(10, -0.09, 0.09).toArray();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < KNOTS; i++) {
            double mean = Math.sqrt(testError(lambda(i)));
            int active = active(lambda(i));
            List<Double> folds = new ArrayList<>();
            for (double shift : shifts) {
                folds.add(mean * (1 + shift) + mean * 0.03 * shift * active);
            }
            points.add(
                    new Point(lambda(i), mean, mean * 0.025, Math.sqrt(trainError(lambda(i))), active * 1.04, folds));
        }
        int minimum = IntStream.range(0, KNOTS)
                .boxed()
                .min(Comparator.comparingDouble(i -> points.get(i).mean()))
                .orElseThrow();
        double bound = points.get(minimum).mean() + points.get(minimum).standardError();
        int simple = IntStream.range(0, KNOTS)
                .filter(i -> points.get(i).mean() <= bound)
                .findFirst()
                .orElseThrow();
        return new Tuning(
                metric,
                10,
                5,
                "random",
                points,
                minimum,
                simple,
                rule.equals("1se") ? simple : minimum,
                rule,
                "folds made up",
                Optional.empty(),
                Optional.of(new Tuning.NestedSummary(
                        points.get(minimum).mean() * 1.02,
                        points.get(minimum).standardError(),
                        points.get(minimum).mean() * 0.02,
                        List.of(1.0, 2.0),
                        List.of(5, 6))));
    }

    SolutionSummary solution(int knot, boolean ratio) {
        double lambda = lambda(knot);
        List<CoefficientRow> rows = new ArrayList<>();
        for (int k = 0; k < outputs.size(); k++) {
            for (int j = 0; j < names.size(); j++) {
                double b = beta(k, j, lambda);
                if (b != 0) {
                    double raw = b / scales[j];
                    rows.add(new CoefficientRow(
                            names.get(j),
                            names.get(j).split(" = ")[0],
                            outputs.get(k),
                            raw,
                            b,
                            ratio ? OptionalDouble.of(Math.exp(raw)) : OptionalDouble.empty(),
                            OptionalDouble.of(Math.min(1, 0.55 + Math.abs(b) / lambdaMax()))));
                }
            }
        }
        rows.sort(Comparator.comparingDouble(c -> -Math.abs(c.standardized())));
        Set<String> kept = rows.stream().map(CoefficientRow::feature).collect(Collectors.toSet());
        List<String> left = IntStream.range(0, names.size())
                .filter(j -> !kept.contains(names.get(j)))
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -largest(j)))
                .map(names::get)
                .toList();
        return new SolutionSummary(
                lambda,
                knot,
                rows.size(),
                50,
                100,
                outputs.stream().map(o -> 1.25).toList(),
                rows,
                left,
                0);
    }
}
