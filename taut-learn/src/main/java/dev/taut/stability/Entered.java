package dev.taut.stability;

import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.solver.Coefficients;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one half of the rows selects: the features that entered its path, as long as they were not more than the budget.
 *
 * @param lambdas of each selected feature, the λ of the first knot at which its coefficient was not zero
 * @param fitted  whether the half could be fitted; one that cannot be, as when it lacks a class, selects nothing
 */
record Entered(Map<String, Double> lambdas, boolean fitted) {
    static final Entered NOT_FITTED = new Entered(Map.of(), false);

    /**
     * The features among the candidates that enter before the first knot at which they would be more than the budget, or
     * that is not proved.
     */
    static Entered of(LambdaPath path, Set<String> candidates, int budget) {
        Map<String, Double> entered = new LinkedHashMap<>();
        for (Knot knot : path) {
            if (!knot.certificate().converged()) {
                break;
            }
            Set<String> fresh = active(path, knot.coefficients());
            fresh.retainAll(candidates);
            fresh.removeAll(entered.keySet());
            if (entered.size() + fresh.size() > budget) {
                break;
            }
            fresh.forEach(name -> entered.put(name, knot.lambda()));
        }
        return new Entered(entered, true);
    }

    private static Set<String> active(LambdaPath path, Coefficients coefficients) {
        Set<String> names = new LinkedHashSet<>();
        for (int k = 0; k < coefficients.active(); k++) {
            names.add(path.features()
                    .get(coefficients.coordinate(k) % coefficients.columns())
                    .name());
        }
        return names;
    }

    boolean contains(String feature) {
        return lambdas.containsKey(feature);
    }

    /** Whether the feature is selected by what happens down to this λ. */
    boolean containsBy(String feature, double lambda) {
        Double entry = lambdas.get(feature);
        return entry != null && entry >= lambda;
    }

    int size() {
        return lambdas.size();
    }
}
