package dev.taut.tuning;

import dev.taut.Linear;
import dev.taut.LinearPath;
import dev.taut.data.Dataset;
import dev.taut.data.Task;
import dev.taut.fold.FoldPlan;
import dev.taut.fold.Split;
import dev.taut.loss.Target;
import dev.taut.path.Knot;
import dev.taut.recipe.Encoded;
import dev.taut.recipe.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Nested cross-validation: the whole procedure, tuning on folds of its own included, on the training rows of every outer
 * fold, judged on the fold's test rows, which it has never seen (Stone 1974; Varma and Simon 2006).
 *
 * @param losses  of each outer fold
 * @param lambdas that the inner tuning chose
 * @param sets    the features it kept
 */
public record Nested(FoldLosses losses, List<Double> lambdas, List<Set<String>> sets) {
    /** What one outer fold gives under one rule. */
    private record Outer(double loss, double lambda, Set<String> kept) {}

    /**
     * One result for each rule, from the same inner fits. Of several specifications the inner folds take the one with the
     * smallest error.
     *
     * @param specs at least one
     * @param data  rows and outer folds
     * @throws dev.taut.finding.Refused if the rows of a fold cannot be fitted
     */
    public static List<Nested> of(
            List<Linear> specs, FoldedData data, FitPlan plan, List<Rule> rules, Progress progress) {
        long start = System.nanoTime();
        FoldPlan folds = data.folds();
        List<Split> splits = data.splits();
        List<Callable<List<Outer>>> work = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        for (Split split : splits) {
            work.add(() -> {
                if (progress.cancelled()) {
                    throw new Progress.Cancelled();
                }
                List<Outer> outer = outer(specs, data, plan, split, rules);
                progress.fits(done.incrementAndGet(), splits.size());
                return outer;
            });
        }
        List<List<Outer>> results = Parallel.run(plan.threads(), work);
        progress.phase(
                "Nested",
                splits.size() + " outer folds, λ tuned anew on " + plan.folds().count() + " inner folds in each",
                (System.nanoTime() - start) / 1e9);
        double[] weights = splits.stream()
                .mapToDouble(s -> sum(Targets.weights(data.train().rows(s.test()))))
                .toArray();
        List<Nested> nested = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            int rule = r;
            List<Outer> outers =
                    results.stream().map(result -> result.get(rule)).toList();
            nested.add(new Nested(
                    new FoldLosses(
                            folds,
                            data.metric(),
                            weights,
                            outers.stream().mapToDouble(Outer::loss).toArray()),
                    outers.stream().map(Outer::lambda).toList(),
                    outers.stream().map(Outer::kept).toList()));
        }
        return nested;
    }

    private static List<Outer> outer(List<Linear> specs, FoldedData data, FitPlan plan, Split split, List<Rule> rules) {
        Dataset rows = data.train().rows(split.train());
        FitPlan inner = plan.folds(plan.folds().repeats(1)).threads(1);
        FoldedData folded = new FoldedData(specs.get(0), rows, data.targets(), inner, specs.size());
        List<Tuned> variants = specs.stream()
                .map(spec -> Tuned.of(spec, folded, inner, Progress.SILENT))
                .toList();
        Tuned tuned = variants.get(Tuned.best(variants, plan.lambda().isPresent()));
        return rules.stream()
                .map(rule -> outer(
                        tuned,
                        tuned.knot(plan.lambda().isPresent() ? tuned.chosen() : tuned.choose(rule)),
                        data,
                        split))
                .toList();
    }

    private static Outer outer(Tuned tuned, Knot knot, FoldedData data, Split split) {
        int index = tuned.path().path().knots().indexOf(knot);
        return new Outer(
                loss(tuned.path(), knot, data, split),
                knot.lambda(),
                Kept.of(tuned.path().path()).at(index));
    }

    private static double loss(LinearPath fitted, Knot knot, FoldedData data, Split split) {
        if (data.targets().task() == Task.SURVIVAL) {
            SurvivalFold fold = SurvivalFold.of(fitted.spec(), data.train(), data.targets(), split, fitted);
            return data.metric().fromDatafit(fold.loss(knot.coefficients()));
        }
        Dataset test = data.train().rows(split.test());
        Encoded encoded = fitted.recipe().encode(test.table());
        Target target = data.targets().encode(test);
        return data.metric().base(target, fitted.means(fitted.path().raw(knot), encoded, test), Targets.weights(test));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
