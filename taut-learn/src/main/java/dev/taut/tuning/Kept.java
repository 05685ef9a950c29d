package dev.taut.tuning;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.solver.Coefficients;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which features a path keeps, λ by λ; features that it never keeps take no memory.
 *
 * @param lambdas of each feature with a coefficient other than zero anywhere, the numbers of the λ where that is so
 */
public record Kept(Map<String, BitSet> lambdas) {
    public static Kept of(LambdaPath path) {
        Map<Integer, BitSet> columns = new HashMap<>();
        List<Knot> knots = path.knots();
        for (int k = 0; k < knots.size(); k++) {
            Coefficients coefficients = knots.get(k).coefficients();
            for (int a = 0; a < coefficients.active(); a++) {
                int column = coefficients.coordinate(a) % coefficients.columns();
                columns.computeIfAbsent(column, c -> new BitSet()).set(k);
            }
        }
        Map<String, BitSet> lambdas = new HashMap<>();
        columns.forEach(
                (column, where) -> lambdas.put(path.features().get(column).name(), where));
        return new Kept(lambdas);
    }

    /** The features kept at λ number k. */
    public Set<String> at(int k) {
        return lambdas.entrySet().stream()
                .filter(entry -> entry.getValue().get(k))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a feature is kept at λ number k; not where the path has no such feature or no such λ. */
    public boolean contains(String feature, int k) {
        return lambdas.containsKey(feature) && lambdas.get(feature).get(k);
    }
}
