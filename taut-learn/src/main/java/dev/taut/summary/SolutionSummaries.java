package dev.taut.summary;

import dev.taut.LinearPath;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.recipe.FittedRecipe;
import dev.taut.recipe.Step;
import dev.taut.recipe.TextStep;
import dev.taut.run.LossWords;
import dev.taut.run.SolutionSummary;
import dev.taut.run.SolutionSummary.CoefficientRow;
import dev.taut.solver.Coefficients;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The chosen model as a reader sees it. */
public final class SolutionSummaries {
    private static final int LISTED = 200;

    private SolutionSummaries() {}

    /** Of a fit that was not cross-validated. */
    public static SolutionSummary of(LinearPath fitted, int knot) {
        return of(fitted, knot, name -> Double.NaN);
    }

    public static SolutionSummary of(Tuned tuned) {
        return of(tuned.path(), tuned.chosen(), name -> tuned.validation().selected(name, tuned.chosen()));
    }

    private static SolutionSummary of(LinearPath fitted, int index, ToDoubleFunction<String> selected) {
        LambdaPath path = fitted.path();
        Knot knot = path.knots().get(index);
        Coefficients raw = path.raw(knot);
        List<CoefficientRow> rows = new ArrayList<>();
        Set<String> active = new LinkedHashSet<>();
        List<String> outputs = fitted.outputs();
        Set<String> fractions = fractions(fitted.recipe());
        boolean ratio = LossWords.ratio(fitted.loss().name()).isPresent();
        for (int k = 0; k < raw.active(); k++) {
            int j = raw.coordinate(k) % raw.columns();
            int output = raw.coordinate(k) / raw.columns();
            String name = path.features().get(j).name();
            active.add(name);
            double share = selected.applyAsDouble(name);
            rows.add(new CoefficientRow(
                    name,
                    path.features().get(j).source(),
                    outputs.get(output),
                    raw.value(k),
                    knot.coefficients().value(k),
                    ratio && !fractions.contains(path.features().get(j).source())
                            ? OptionalDouble.of(Math.exp(raw.value(k)))
                            : OptionalDouble.empty(),
                    Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(share)));
        }
        rows.sort(Comparator.comparingDouble((CoefficientRow r) -> -Math.abs(r.standardized()))
                .thenComparing(CoefficientRow::feature));
        List<String> leftOut = leftOut(path, index, active);
        return new SolutionSummary(
                knot.lambda(),
                index,
                raw.active(),
                fitted.deviance(knot),
                fitted.nullDeviance(),
                fitted.intercepts(raw),
                rows,
                leftOut.stream().limit(LISTED).toList(),
                path.features().size() - active.size() - leftOut.size());
    }

    /** Text columns whose terms are shares of a text: a unit more of one is no text that anybody writes. */
    private static Set<String> fractions(FittedRecipe recipe) {
        return recipe.steps().stream()
                .filter(step -> step instanceof TextStep text
                        && text.vocabulary().how().weighting().hasUnitRows())
                .map(Step::column)
                .collect(Collectors.toSet());
    }

    /** Features with zero coefficients that enter further down the path, in that order. */
    private static List<String> leftOut(LambdaPath path, int index, Set<String> active) {
        Set<String> left = new LinkedHashSet<>();
        for (Knot knot : path.knots().subList(index, path.knots().size())) {
            Coefficients coefficients = knot.coefficients();
            for (int k = 0; k < coefficients.active(); k++) {
                left.add(path.features()
                        .get(coefficients.coordinate(k) % coefficients.columns())
                        .name());
            }
        }
        left.removeAll(active);
        return List.copyOf(left);
    }
}
