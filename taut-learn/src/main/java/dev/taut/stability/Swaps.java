package dev.taut.stability;

import dev.taut.LinearProblem;
import dev.taut.path.PathProblem;
import dev.taut.recipe.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds {@linkplain Swap swap partners} among the features selected now and then: |r| ≥ 0.5, the halves' selections of the
 * two negatively associated (φ ≤ −0.2), and each of them selected without the other by at least 5 % of the halves.
 */
final class Swaps {
    private static final int SEARCHED = 100;
    private static final double CORRELATED = 0.5;
    private static final double OPPOSED = -0.2;
    private static final double ALONE = 0.05;

    private Swaps() {}

    /**
     * @param frequencies of the features, most frequent first; at most 100 of them are looked at
     * @param all         what each half selected
     */
    static List<Swap> among(LinearProblem problem, List<FeatureStability> frequencies, List<Entered> all) {
        List<FeatureStability> often = frequencies.stream()
                .filter(f -> f.frequency() >= ALONE)
                .limit(SEARCHED)
                .toList();
        double[][] gram = gram(problem, often);
        List<Swap> swaps = new ArrayList<>();
        for (int a = 0; a < often.size(); a++) {
            for (int b = a + 1; b < often.size(); b++) {
                double r = gram[b][a] / Math.sqrt(gram[a][a] * gram[b][b]);
                if (Math.abs(r) >= CORRELATED) {
                    Swap swap = swap(often.get(a), often.get(b), r, all);
                    if (opposed(swap, often.get(a).frequency(), often.get(b).frequency())) {
                        swaps.add(swap);
                    }
                }
            }
        }
        swaps.sort(Comparator.comparingDouble((Swap s) -> s.both() - s.either()));
        return swaps;
    }

    private static double[][] gram(LinearProblem problem, List<FeatureStability> often) {
        PathProblem all = problem.problem();
        double[] weights = Targets.weights(problem.data());
        double total =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        List<String> names = IntStream.range(0, all.features().size())
                .mapToObj(j -> all.features().get(j).name())
                .toList();
        int[] columns = often.stream().mapToInt(f -> names.indexOf(f.feature())).toArray();
        double[] centers = IntStream.of(columns)
                .mapToDouble(j -> all.design().dot(j, weights, 0) / total)
                .toArray();
        return all.design().gram(columns, centers, 0, weights);
    }

    private static Swap swap(FeatureStability first, FeatureStability second, double r, List<Entered> all) {
        double either = 0;
        double both = 0;
        for (Entered entered : all) {
            boolean a = entered.contains(first.feature());
            boolean b = entered.contains(second.feature());
            either += a || b ? 1 : 0;
            both += a && b ? 1 : 0;
        }
        return new Swap(first.feature(), second.feature(), r, either / all.size(), both / all.size());
    }

    private static boolean opposed(Swap swap, double first, double second) {
        double spread = Math.sqrt(first * (1 - first) * second * (1 - second));
        return spread > 0
                && (swap.both() - first * second) / spread <= OPPOSED
                && swap.either() - first >= ALONE
                && swap.either() - second >= ALONE;
    }
}
