package dev.taut.summary;

import dev.taut.compare.Gain;
import dev.taut.interaction.Admission;
import dev.taut.interaction.Screening;
import dev.taut.interaction.Screening.Tested;
import dev.taut.recipe.Crossing;
import dev.taut.recipe.Interactions;
import dev.taut.run.InteractionSummary;
import dev.taut.run.InteractionSummary.GainRow;
import dev.taut.run.InteractionSummary.PairRow;
import dev.taut.run.SolutionSummary;
import dev.taut.tuning.Tuned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Interactions as a reader sees them: those in the model, or those that its residuals ask for. */
final class InteractionSummaries {
    private static final int SHOWN = 30;
    private static final int STRONGEST = 10;

    private InteractionSummaries() {}

    /** Empty where interactions were neither asked for nor can be looked for in residuals. */
    static Optional<InteractionSummary> of(Tuned tuned, SolutionSummary solution, Optional<Gain> gain) {
        Optional<Admission> admission = tuned.path().problem().admission();
        Optional<Screening> screening = admission.isPresent() ? admission.get().screening() : ignored(tuned);
        if (admission.isEmpty() && screening.isEmpty()) {
            return Optional.empty();
        }
        List<Crossing> entered = admission.map(Admission::crossings).orElse(List.of());
        Interactions asked = tuned.spec().settings().recipe().interactions();
        return Optional.of(new InteractionSummary(
                asked.kind().name().toLowerCase(Locale.ROOT),
                screening.map(s -> s.tested().size()).orElse(0),
                screening.map(Screening::considered).orElse(0),
                screening.map(Screening::eligible).orElse(0),
                screening.map(Screening::rows).orElse(0),
                rows(tuned, solution, entered, screening),
                gain.map(g -> new GainRow(g.metric(), g.with(), g.without(), g.gain(), g.low(), g.high())),
                entered.isEmpty() ? "" : how(entered)));
    }

    private static Optional<Screening> ignored(Tuned tuned) {
        return Admission.ignored(
                tuned.path().loss(),
                tuned.path().problem().problem(),
                tuned.path().recipe(),
                tuned.path().path(),
                tuned.knot(tuned.minimum()));
    }

    private static String how(List<Crossing> entered) {
        boolean groups = entered.stream().anyMatch(c -> c.products().size() > 1);
        return "the main effects of every pair that enters are never penalised, so that no interaction stands without"
                + " them"
                + (groups ? "; the products of a pair with a category enter and leave together" : "");
    }

    private static List<PairRow> rows(
            Tuned tuned, SolutionSummary solution, List<Crossing> entered, Optional<Screening> screening) {
        List<Tested> tested = screening.map(Screening::tested).orElse(List.of());
        List<PairRow> rows = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Crossing crossing : entered) {
            if (rows.size() < SHOWN) {
                rows.add(row(tuned, solution, crossing, tested));
            }
            listed.add(crossing.name());
        }
        tested.stream()
                .filter(t -> !listed.contains(t.pair().name()))
                .limit(Math.min(STRONGEST, SHOWN - rows.size()))
                .forEach(t -> rows.add(new PairRow(t.pair().name(), false, t.p(), t.adjusted(), 0, 0, 0)));
        return rows;
    }

    private static PairRow row(Tuned tuned, SolutionSummary solution, Crossing crossing, List<Tested> tested) {
        double squares = solution.coefficients().stream()
                .filter(c -> c.source().equals(crossing.name()))
                .mapToDouble(c -> c.standardized() * c.standardized())
                .sum();
        double selected = crossing.products().stream()
                .mapToDouble(p -> tuned.validation().selected(p.name(), tuned.chosen()))
                .max()
                .orElse(0);
        Optional<Tested> test = tested.stream()
                .filter(t -> t.pair().name().equals(crossing.name()))
                .findFirst();
        return new PairRow(
                crossing.name(),
                true,
                test.map(Tested::p).orElse(Double.NaN),
                test.map(Tested::adjusted).orElse(Double.NaN),
                crossing.products().size(),
                Math.sqrt(squares),
                selected);
    }
}
