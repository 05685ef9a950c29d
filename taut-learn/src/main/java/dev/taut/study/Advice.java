package dev.taut.study;

import dev.taut.penalty.ElasticNet;
import dev.taut.tuning.CrossValidation;
import dev.taut.tuning.Figures;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences that follow from a comparison's figures, quoting them. */
final class Advice {
    private Advice() {}

    static List<String> of(Contest contest) {
        List<Tuned> tuned = contest.candidates().stream()
                .map(Candidate::tuned)
                .flatMap(Optional::stream)
                .toList();
        Tuned baseline = contest.baseline();
        List<Tuned> apart = tuned.stream()
                .filter(t -> t != baseline && !Paired.of(t, baseline).isWithinNoise())
                .toList();
        List<String> advice = new ArrayList<>();
        if (tuned.size() == 1) {
            advice.add("only " + name(baseline) + " could be tuned; there is nothing to compare it with.");
            return advice;
        }
        if (apart.isEmpty()) {
            advice.add("accuracy does not separate them: every difference is within two standard errors; choose by"
                    + " purpose.");
            advice.add(purposes(tuned, baseline));
        } else {
            advice.add(name(baseline) + " (" + figure(baseline) + ") is the simplest within noise of the best; "
                    + apart.stream()
                            .map(t -> name(t) + " (" + figure(t) + ") is "
                                    + Paired.of(t, baseline).verdict())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return advice;
    }

    private static String purposes(List<Tuned> tuned, Tuned baseline) {
        String few = "for few features take " + name(baseline) + " (" + active(baseline) + " active)";
        return tuned.stream()
                .filter(Advice::sharesWeight)
                .filter(t -> active(t) > active(baseline))
                .min(Comparator.comparingDouble(t -> t.validation().base(t.chosen())))
                .map(t ->
                        few + "; to keep correlated features together take " + name(t) + " (" + active(t) + " active).")
                .orElse(few + ".");
    }

    /** Whether the penalty has an L2 part, which spreads the weight over correlated columns. */
    private static boolean sharesWeight(Tuned tuned) {
        return tuned.spec().settings().penalty().shape() instanceof ElasticNet net && net.l1Ratio() < 1;
    }

    private static String name(Tuned tuned) {
        return tuned.spec().settings().penalty().name();
    }

    private static int active(Tuned tuned) {
        return tuned.knot(tuned.chosen()).coefficients().active();
    }

    private static String figure(Tuned tuned) {
        CrossValidation validation = tuned.validation();
        return validation.metric().name() + " " + Figures.of(validation.mean(tuned.chosen())) + " ± "
                + Figures.of(validation.error(tuned.chosen()), 2);
    }
}
