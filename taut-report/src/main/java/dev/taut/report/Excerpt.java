package dev.taut.report;

import dev.taut.run.DataSummary;
import dev.taut.run.DataSummary.ColumnSummary;
import dev.taut.run.PathSummary;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.PathSummary.PathFeature;
import dev.taut.run.Run;
import dev.taut.run.SolutionSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a run that the charts draw, small enough for a page: a run of the same form in which long lists are cut
 * and path coefficients are rounded to what a screen can show. Everything stands in {@code run.json}.
 */
final class Excerpt {
    private static final int COLUMNS = 200;
    private static final int NAMES = 60;
    private static final int COEFFICIENTS = 36_000;
    private static final MathContext DRAWN = new MathContext(5);

    private Excerpt() {}

    static Run of(Run run) {
        return new Run(
                run.schema(),
                run.provenance(),
                data(run.data()),
                run.findings(),
                run.objective(),
                path(run.path()),
                run.tuning(),
                solution(run.solution()),
                run.effect(),
                run.holdout(),
                run.comparison(),
                run.kernel(),
                run.selection(),
                run.survival(),
                run.text(),
                run.interactions(),
                run.times());
    }

    /** Of very many columns, the ones with the widest and the narrowest spread: what the scale chart shows. */
    private static DataSummary data(DataSummary data) {
        List<ColumnSummary> columns = data.columns();
        if (columns.size() > COLUMNS) {
            List<ColumnSummary> bySpread = columns.stream()
                    .filter(c -> c.statistics().sd().orElse(0) > 0)
                    .sorted(Comparator.comparingDouble(c -> c.statistics().sd().orElse(0)))
                    .toList();
            int ends = COLUMNS / 2;
            columns = IntStream.range(0, bySpread.size())
                    .filter(i -> i < ends || i >= bySpread.size() - ends)
                    .mapToObj(bySpread::get)
                    .toList();
        }
        return new DataSummary(data.rows(), data.trainRows(), data.holdoutRows(), data.target(), columns);
    }

    private static SolutionSummary solution(SolutionSummary s) {
        return new SolutionSummary(
                s.lambda(),
                s.knot(),
                s.active(),
                s.deviance(),
                s.nullDeviance(),
                s.intercepts(),
                first(s.coefficients()),
                first(s.leftOut()),
                s.neverIn());
    }

    private static PathSummary path(PathSummary path) {
        List<Integer> kept = drawn(path);
        List<PathFeature> features = kept.stream().map(path.features()::get).toList();
        return new PathSummary(
                features,
                path.omitted() + path.features().size() - features.size(),
                path.designColumns(),
                path.outputs(),
                path.lambdaMax(),
                path.ended(),
                path.plan(),
                path.knots().stream().map(knot -> knot(knot, kept)).toList());
    }

    /** As many features as the budget of numbers allows, those with the largest coefficients. */
    private static List<Integer> drawn(PathSummary path) {
        int perFeature = Math.max(1, path.knots().size() * path.outputs().size());
        int limit = Math.max(1, COEFFICIENTS / perFeature);
        return IntStream.range(0, path.features().size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -largest(path, j)))
                .limit(limit)
                .sorted()
                .toList();
    }

    private static double largest(PathSummary path, int feature) {
        return path.knots().stream()
                .flatMap(knot -> knot.standardized().stream())
                .mapToDouble(output -> Math.abs(output.get(feature)))
                .max()
                .orElse(0);
    }

    private static KnotSummary knot(KnotSummary knot, List<Integer> features) {
        List<List<Double>> standardized = knot.standardized().stream()
                .map(output ->
                        features.stream().map(j -> rounded(output.get(j))).toList())
                .toList();
        return new KnotSummary(
                knot.lambda(),
                knot.active(),
                knot.devianceExplained(),
                knot.l1Norm(),
                knot.certificate(),
                standardized,
                first(knot.enters()),
                first(knot.leaves()));
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DRAWN).doubleValue() : value;
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(NAMES, list.size()));
    }
}
