package dev.taut.summary;

import dev.taut.LinearPath;
import dev.taut.design.Features;
import dev.taut.design.Standardization;
import dev.taut.kernel.Kernels;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.run.PathSummary;
import dev.taut.run.PathSummary.CertificateSummary;
import dev.taut.run.PathSummary.KnotSummary;
import dev.taut.run.PathSummary.PathFeature;
import dev.taut.solver.Certificate;
import dev.taut.solver.Coefficients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A path as a reader sees it. */
public final class PathSummaries {
    private static final int DRAWN = 60;
    private static final int NAMED = 20;

    private final LinearPath fitted;
    private final LambdaPath path;
    private final int count;
    private final int[] drawn;

    private PathSummaries(LinearPath fitted, int count) {
        this.fitted = fitted;
        this.path = fitted.path();
        this.count = count;
        this.drawn = drawn();
    }

    /**
     * The first {@code count} knots.
     */
    public static PathSummary of(LinearPath fitted, int count) {
        return new PathSummaries(fitted, count).summary();
    }

    private PathSummary summary() {
        Features features = path.features();
        Standardization standardization = path.standardization();
        List<PathFeature> shown = Arrays.stream(drawn)
                .mapToObj(j -> new PathFeature(
                        features.get(j).name(),
                        features.get(j).source(),
                        standardization.centers()[j],
                        standardization.scales()[j]))
                .toList();
        List<KnotSummary> knots = new ArrayList<>();
        Set<String> before = Set.of();
        for (int k = 0; k < count; k++) {
            Knot knot = path.knots().get(k);
            Set<String> now = names(knot.coefficients());
            knots.add(knot(knot, before, now));
            before = now;
        }
        return new PathSummary(
                shown,
                features.size() - drawn.length,
                features.size(),
                fitted.outputs(),
                path.lambdaMax(),
                path.ended(),
                path.plan() + "; inner loops in " + Kernels.chosen(),
                knots);
    }

    /** The columns with the largest standardized coefficients anywhere on the path, in design order. */
    private int[] drawn() {
        int p = path.features().size();
        double[] largest = new double[p];
        for (Knot knot : path.knots().subList(0, count)) {
            Coefficients coefficients = knot.coefficients();
            for (int k = 0; k < coefficients.active(); k++) {
                int j = coefficients.coordinate(k) % p;
                largest[j] = Math.max(largest[j], Math.abs(coefficients.value(k)));
            }
        }
        return IntStream.range(0, p)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -largest[j]).thenComparing(j -> j))
                .limit(DRAWN)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private KnotSummary knot(Knot knot, Set<String> before, Set<String> now) {
        List<List<Double>> standardized = new ArrayList<>();
        for (int output = 0; output < knot.coefficients().outputs(); output++) {
            List<Double> row = new ArrayList<>();
            for (int j : drawn) {
                row.add(knot.coefficients().get(j, output));
            }
            standardized.add(row);
        }
        return new KnotSummary(
                knot.lambda(),
                knot.coefficients().active(),
                knot.devianceExplained(),
                knot.coefficients().l1Norm(),
                certificate(knot.certificate()),
                standardized,
                without(now, before),
                without(before, now));
    }

    private Set<String> names(Coefficients coefficients) {
        Set<String> names = new LinkedHashSet<>();
        for (int k = 0; k < coefficients.active(); k++) {
            names.add(path.features()
                    .get(coefficients.coordinate(k) % coefficients.columns())
                    .name());
        }
        return names;
    }

    private static List<String> without(Set<String> names, Set<String> others) {
        List<String> left = names.stream().filter(n -> !others.contains(n)).toList();
        if (left.size() <= NAMED) {
            return left;
        }
        List<String> shortened = new ArrayList<>(left.subList(0, NAMED));
        shortened.add("… " + (left.size() - NAMED) + " more");
        return shortened;
    }

    public static CertificateSummary certificate(Certificate certificate) {
        return new CertificateSummary(
                certificate.objective(),
                certificate.relativeGap(),
                certificate.violation(),
                certificate.epochs(),
                certificate.converged());
    }
}
