package dev.taut.tuning;

import dev.taut.design.Features;
import dev.taut.path.LambdaPath;
import dev.taut.solver.Coefficients;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which features a path keeps, λ by λ.
 *
 * @param columns column of each feature
 * @param kept    per λ, the columns with a coefficient other than zero in some output
 */
public record Kept(Map<String, Integer> columns, List<BitSet> kept) {
    public static Kept of(LambdaPath path) {
        return new Kept(
                columns(path.features()),
                path.knots().stream().map(knot -> columns(knot.coefficients())).toList());
    }

    private static Map<String, Integer> columns(Features features) {
        Map<String, Integer> columns = new HashMap<>();
        for (int j = 0; j < features.size(); j++) {
            columns.put(features.get(j).name(), j);
        }
        return columns;
    }

    private static BitSet columns(Coefficients coefficients) {
        BitSet columns = new BitSet(coefficients.columns());
        for (int k = 0; k < coefficients.active(); k++) {
            columns.set(coefficients.coordinate(k) % coefficients.columns());
        }
        return columns;
    }

    /** Whether a feature is kept at λ number k; not where the path has no such feature or no such λ. */
    public boolean contains(String feature, int k) {
        return k < kept.size() && columns.containsKey(feature) && kept.get(k).get(columns.get(feature));
    }
}
