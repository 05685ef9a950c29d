package dev.taut.summary;

import dev.taut.data.Dataset;
import dev.taut.data.Role;
import dev.taut.finding.Wording;
import dev.taut.path.Knot;
import dev.taut.path.LambdaPath;
import dev.taut.run.Selection;
import dev.taut.run.StabilitySummary;
import dev.taut.stability.Assumption;
import dev.taut.stability.FeatureStability;
import dev.taut.stability.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Stability selection as a reader sees it. */
public final class StabilitySummaries {
    private static final int LISTED = 200;
    private static final int DRAWN = 40;
    private static final int POINTS = 40;

    private StabilitySummaries() {}

    public static Selection of(Stability stability, Dataset data) {
        return new Selection(
                "stability",
                stability.selected(),
                promise(stability),
                assumptions(stability, data),
                Optional.of(summary(stability)));
    }

    /** The last knot at which the path on all rows keeps to the budget of a half. */
    public static int knot(Stability stability, LambdaPath path) {
        int last = 0;
        for (int k = 0; k < path.knots().size(); k++) {
            Knot knot = path.knots().get(k);
            if (knot.coefficients().active() > stability.control().budget()) {
                break;
            }
            last = k;
        }
        return last;
    }

    private static String promise(Stability stability) {
        int p = stability.features().size();
        int q = stability.control().budget();
        double bound = rounded(stability.control().expected());
        return "at most " + Wording.number(bound) + (bound == 1 ? " false selection is" : " false selections are")
                + " expected; false is a feature that a half of the rows selects no more often than"
                + " picking " + q + " of " + Wording.count(p) + " blindly would";
    }

    /** Upwards, to two digits: a bound stays one. */
    private static double rounded(double bound) {
        double unit = Math.pow(10, Math.floor(Math.log10(bound)) - 1);
        return Math.ceil(bound / unit - 1e-9) * unit;
    }

    private static List<String> assumptions(Stability stability, Dataset data) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add((data.find(Role.GROUP).isPresent() ? "groups of rows" : "rows")
                + " are independent draws from one population");
        if (stability.control().assumption() != Assumption.NONE) {
            assumptions.add(stability.control().assumption().meaning());
        }
        return assumptions;
    }

    private static StabilitySummary summary(Stability stability) {
        double[] lambdas = stability.lambdas(POINTS);
        List<FeatureStability> features = stability.features();
        List<StabilitySummary.Row> rows = new ArrayList<>();
        for (int k = 0; k < Math.min(LISTED, features.size()); k++) {
            FeatureStability feature = features.get(k);
            if (feature.frequency() > 0) {
                rows.add(new StabilitySummary.Row(
                        feature.feature(),
                        feature.source(),
                        feature.frequency(),
                        feature.selected(),
                        k < DRAWN ? curve(stability, feature, lambdas) : List.of()));
            }
        }
        return new StabilitySummary(
                stability.pairs(),
                features.size(),
                stability.control().threshold(),
                stability.control().budget(),
                stability.control().expected(),
                stability.control().assumption().word(),
                stability.meanSelected(),
                stability.unfitted(),
                DoubleStream.of(lambdas).boxed().toList(),
                rows,
                stability.swaps().stream()
                        .map(s ->
                                new StabilitySummary.Swap(s.first(), s.second(), s.correlation(), s.either(), s.both()))
                        .toList(),
                stability.how());
    }

    private static List<Double> curve(Stability stability, FeatureStability feature, double[] lambdas) {
        return DoubleStream.of(lambdas)
                .map(lambda -> stability.frequency(feature.feature(), lambda))
                .boxed()
                .toList();
    }
}
