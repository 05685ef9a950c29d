package dev.taut.study;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Column;
import dev.taut.data.Dataset;
import dev.taut.data.NumericColumn;
import dev.taut.data.Task;
import dev.taut.finding.Refused;
import dev.taut.loss.SmoothLoss;
import dev.taut.penalty.Penalty;
import dev.taut.recipe.Targets;
import dev.taut.run.Shrinkage.Picture;
import dev.taut.solver.Coefficients;
import dev.taut.solver.Observer;
import dev.taut.tuning.DegreesOfFreedom;
import dev.taut.tuning.Tuned;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The picture of L1's diamond and L2's disc (Tibshirani 1996, figure 2) from two numeric columns of the data: those with the
 * largest coefficients of the weakest penalty on the path. A model of these two alone is fitted without a penalty; the
 * ellipse is its loss to second order, at the level at which it meets the largest diamond in a corner: the lasso where its
 * second column is about to enter.
 */
final class TwoColumns {
    private static final int HALVINGS = 100;

    private final double[] minimum;
    private final double[] hessian;

    private TwoColumns(double[] minimum, double[] hessian) {
        this.minimum = minimum;
        this.hessian = hessian;
    }

    /** Empty where there are no two such columns, or no finite or smooth fit to them. */
    static Optional<Picture> of(Tuned tuned, Dataset train) {
        List<String> names = largest(tuned, train);
        Linear spec = tuned.spec();
        boolean drawable = names.size() == 2
                && tuned.path().path().nullModel().outputs() == 1
                && tuned.path().targets().task() != Task.SURVIVAL
                && spec.loss(train) instanceof SmoothLoss;
        if (!drawable) {
            return Optional.empty();
        }
        String[] others = train.features().stream()
                .map(Column::name)
                .filter(name -> !names.contains(name))
                .toArray(String[]::new);
        try {
            Dataset two = train.exclude(others);
            LinearPath fitted = spec.penalty(Penalty.none()).path(two, Targets.of(train), Observer.SILENT);
            return picture(fitted);
        } catch (Refused separable) {
            // Two columns may separate the classes: nothing finite to draw.
            return Optional.empty();
        }
    }

    /** Complete numeric columns by the size of their standardized coefficients at the last knot, in table order. */
    private static List<String> largest(Tuned tuned, Dataset train) {
        var path = tuned.path().path();
        Coefficients last = path.knots().get(path.knots().size() - 1).coefficients();
        List<String> names = IntStream.range(0, last.active())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(last.value(k))))
                .map(k ->
                        path.features().get(last.coordinate(k) % last.columns()).name())
                .toList();
        List<String> numbers = train.features().stream()
                .filter(c -> c instanceof NumericColumn && c.missing() == 0)
                .map(Column::name)
                .toList();
        return names.stream().filter(numbers::contains).distinct().limit(2).toList();
    }

    private static Optional<Picture> picture(LinearPath fitted) {
        var path = fitted.path();
        Coefficients coefficients = path.knots().get(0).coefficients();
        if (path.features().size() != 2 || coefficients.active() < 2) {
            return Optional.empty();
        }
        double[][] gram = DegreesOfFreedom.gram(fitted, coefficients, new int[] {0, 1});
        double[] hessian = {gram[0][0], gram[1][0], gram[1][1]};
        if (!(hessian[0] * hessian[2] - hessian[1] * hessian[1] > 0)) {
            return Optional.empty();
        }
        TwoColumns two = new TwoColumns(new double[] {coefficients.get(0, 0), coefficients.get(1, 0)}, hessian);
        return Optional.of(two.touching(
                path.features().get(0).name(), path.features().get(1).name()));
    }

    private Picture touching(String first, String second) {
        double[] lasso = halved(this::lasso, b -> b[0] != 0 && b[1] != 0 ? 1 : -1);
        double level = excess(lasso);
        double[] ridge = halved(this::ridge, b -> level - excess(b));
        return new Picture(
                first,
                second,
                list(minimum),
                list(hessian),
                level,
                Math.abs(lasso[0]) + Math.abs(lasso[1]),
                list(lasso),
                Math.hypot(ridge[0], ridge[1]),
                list(ridge));
    }

    /** Where something that falls with λ is 0: λ is doubled until it is below, then the interval is halved. */
    private static double[] halved(
            DoubleFunction<double[]> solution, java.util.function.ToDoubleFunction<double[]> falls) {
        double low = 0;
        double high = 1;
        while (falls.applyAsDouble(solution.apply(high)) > 0) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (falls.applyAsDouble(solution.apply(middle)) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return solution.apply(high);
    }

    /** argmin ½(b − b̂)ᵀH(b − b̂) + λ‖b‖₁: the best of the stationary points of every sign pattern. */
    private double[] lasso(double lambda) {
        double[] linear = linear();
        double[] best = {0, 0};
        double least = objective(best, lambda);
        for (int s : new int[] {-1, 0, 1}) {
            for (int t : new int[] {-1, 0, 1}) {
                double[] b = stationary(linear, s, t, lambda);
                if (b[0] * s >= 0 && b[1] * t >= 0 && objective(b, lambda) < least) {
                    least = objective(b, lambda);
                    best = b;
                }
            }
        }
        return best;
    }

    private double[] stationary(double[] linear, int s, int t, double lambda) {
        double u = linear[0] - s * lambda;
        double v = linear[1] - t * lambda;
        if (s == 0 || t == 0) {
            return new double[] {s == 0 ? 0 : u / hessian[0], t == 0 ? 0 : v / hessian[2]};
        }
        return solve(hessian[0], hessian[2], u, v);
    }

    /** argmin ½(b − b̂)ᵀH(b − b̂) + λ/2·‖b‖². */
    private double[] ridge(double lambda) {
        double[] linear = linear();
        return solve(hessian[0] + lambda, hessian[2] + lambda, linear[0], linear[1]);
    }

    private double[] solve(double a, double c, double u, double v) {
        double determinant = a * c - hessian[1] * hessian[1];
        return new double[] {(c * u - hessian[1] * v) / determinant, (a * v - hessian[1] * u) / determinant};
    }

    /** Hb̂. */
    private double[] linear() {
        return new double[] {
            hessian[0] * minimum[0] + hessian[1] * minimum[1], hessian[1] * minimum[0] + hessian[2] * minimum[1]
        };
    }

    private double objective(double[] b, double lambda) {
        return excess(b) + lambda * (Math.abs(b[0]) + Math.abs(b[1]));
    }

    private double excess(double[] b) {
        double x = b[0] - minimum[0];
        double y = b[1] - minimum[1];
        return (hessian[0] * x * x + 2 * hessian[1] * x * y + hessian[2] * y * y) / 2;
    }

    private static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
